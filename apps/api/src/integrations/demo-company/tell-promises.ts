import type { DemoCase, DemoCompany } from '@timedesk/prisma/seed/shape'
import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../../platform/db/database.ts'
import { newId } from '../../platform/new-id.ts'
import { appliedEvent, chooseForCase, type PolicyApplied } from '../../service-levels/choose-for-case.ts'
import { findPolicyAgreements, findPolicyGrounds, type PolicyGround } from '../../service-levels/policy-ground.ts'
import { findPolicyTerms } from '../../service-levels/policy-rows.ts'
import type { AboutSubject, Author } from '../write-histories.ts'

const system: Author = { kind: 'system', id: null, name: 'Timedesk' }

type Promising = { id: string; customerId: string; at: Date; ground: PolicyGround; cause: PolicyApplied['cause'] }

/** What each case was promised when it was created, and again when its priority changed: by the policies as they are. */
export async function tellPromises(tx: Tx, company: DemoCompany, now: Date): Promise<AboutSubject[]> {
  const policies = await findPolicyTerms(tx)
  const agreements = await findPolicyAgreements(tx, now)
  const ids = company.cases.map(({ id }) => id)
  const grounds = new Map(
    (await findPolicyGrounds(tx, Prisma.sql`c.id = ANY(${ids}::uuid[])`)).map((ground) => [ground.id, ground]),
  )
  const names = new Map(company.priorities.map(({ id, name }) => [id, name]))
  const began = new Map(company.agreements.map(({ id, validFrom }) => [id, new Date(validFrom)]))
  const told = ({ id, customerId, at, ground, cause }: Promising): AboutSubject => {
    const inForce = agreements.filter((agreement) => (began.get(agreement.id) ?? at) <= at)
    return {
      id: newId(at.getTime()),
      at,
      actor: system,
      payload: appliedEvent(ground, chooseForCase(ground, policies, inForce), cause),
      subject: { kind: 'case', id, caseId: id, customerId },
    }
  }
  return company.cases.flatMap((one) => {
    const ground = grounds.get(one.id)
    if (ground === undefined) throw new RangeError(`Case ${String(one.number)} is not stored`)
    return prioritiesOf(one).map(({ at, priorityId, cause }) =>
      told({ ...one, at, cause, ground: { ...ground, priorityId, priority: names.get(priorityId) ?? '' } }),
    )
  })
}

/** Which priority a case had since when; the first one since its creation. */
function prioritiesOf({ happenings, priorityId }: DemoCase) {
  const changes = happenings.flatMap((it) => (it.kind === 'changed' && it.field === 'priority' ? [it] : []))
  const first = changes[0]?.fromId ?? priorityId
  const created = happenings[0]
  if (created === undefined) return []
  return [
    { at: created.at, priorityId: first, cause: 'created' as const },
    ...changes.map(({ at, toId }) => ({ at, priorityId: toId, cause: 'changed' as const })),
  ]
}
