import { isDeepStrictEqual } from 'node:util'
import type {
  ServicePolicy,
  ServicePolicyDraft,
  updateServicePolicy as contract,
} from '@timedesk/contracts/service-policies'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { refuseTaken } from '../platform/db/refuse-taken.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { changesBetween } from '../platform/events/changes.ts'
import { requireVersion } from '../platform/http/etags.ts'
import { findServicePolicy } from './find-service-policies.ts'
import { requirePolicyReferences } from './policy-references.ts'
import { policyStorage, storeTargets, takenPolicyFields } from './store-policy.ts'

type Wanted = Omit<z.output<typeof contract.body>, 'appliesTo'>

/**
 * Changes or deactivates a service policy; cases keep what they were promised until it is applied to them. Refuses a
 * stale version, a name that is taken, and with `reference_refused` what it cannot name.
 */
export async function updateServicePolicy(
  tx: Tx,
  context: Context,
  { policyId, ...wanted }: { policyId: string } & Wanted,
  ifMatch: number | null,
): Promise<void> {
  await tx.rows(Prisma.sql`SELECT 1 FROM service_policy WHERE id = ${policyId}::uuid FOR UPDATE`)
  const before = await findServicePolicy(tx, policyId)
  requireVersion(before.version, ifMatch)
  const draft = { ...draftOf(before), ...given(wanted) }
  if (isDeepStrictEqual(draft, draftOf(before))) return
  await requirePolicyReferences(tx, named(draft, wanted, before))
  await refuseTaken(takenPolicyFields, () => tx.rows(policyStorage(policyId, draft)))
  await storeTargets(tx, policyId, draft.targets)
  const after = await findServicePolicy(tx, policyId)
  const changes = changesBetween(inWords(before), inWords(after))
  if (changes.length === 0) return
  await appendEvents(tx, context, { kind: 'setting', id: policyId }, [
    { type: 'setting.changed', setting: 'service_policy', name: after.name, changes },
  ])
}

/** What is named anew: what it names already may have been deactivated since. */
function named(draft: ServicePolicyDraft, wanted: Wanted, { calendar }: ServicePolicy): ServicePolicyDraft {
  const calendarId = draft.calendarId === calendar?.id ? null : draft.calendarId
  return { ...draft, calendarId, targets: wanted.targets ?? [], escalations: wanted.escalations ?? [] }
}

/** A policy as it would be written. */
export function draftOf(policy: ServicePolicy): ServicePolicyDraft & { isActive: boolean } {
  return {
    name: policy.name,
    customerId: policy.customer?.id ?? null,
    agreementId: policy.agreement?.id ?? null,
    typeId: policy.type?.id ?? null,
    calendarId: policy.calendar?.id ?? null,
    targets: policy.targets.map(({ priority, ...targets }) => ({ priorityId: priority.id, ...targets })),
    warnAt: policy.warnAt,
    escalations: policy.escalations.map(({ share, clock, notify, assign }) => ({
      share,
      clock,
      notify: {
        responsible: notify.responsible,
        leads: notify.leads,
        departmentIds: notify.departments.map(({ id }) => id),
        employeeIds: notify.employees.map(({ id }) => id),
      },
      assign:
        assign === null ? null : { departmentId: assign.department.id, responsibleId: assign.responsible?.id ?? null },
    })),
    isShownToCustomers: policy.isShownToCustomers,
    position: policy.position,
    isActive: policy.isActive,
  }
}

/** What was said, without what was left out. */
function given(wanted: Wanted): Partial<ServicePolicyDraft & { isActive: boolean }> {
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined))
}

/** What history tells of a policy: in names and numbers that read alone. */
function inWords(policy: ServicePolicy) {
  return {
    name: policy.name,
    customer: policy.customer?.name ?? null,
    agreement: policy.agreement?.name ?? null,
    type: policy.type?.name ?? null,
    calendar: policy.calendar?.name ?? null,
    targets: policy.targets.map(
      ({ priority, firstResponse, nextResponse, resolution }) =>
        `${priority.name}: ${[firstResponse, nextResponse, resolution].map((minutes) => String(minutes ?? '–')).join(' / ')}`,
    ),
    warnAt: policy.warnAt.map((share) => `${String(share)} %`),
    escalations: policy.escalations.map(escalationText),
    isShownToCustomers: policy.isShownToCustomers,
    position: policy.position,
    isActive: policy.isActive,
  }
}

function escalationText({ share, clock, notify, assign }: ServicePolicy['escalations'][number]): string {
  const told = [
    ...(notify.responsible ? ['responsible'] : []),
    ...(notify.leads ? ['leads'] : []),
    ...[...notify.departments, ...notify.employees].map(({ name }) => name),
  ]
  const given = assign === null ? [] : [`→ ${assign.responsible?.name ?? assign.department.name}`]
  return [`${String(share)} %`, ...(clock === null ? [] : [clock]), ...told, ...given].join(' ')
}
