import { Refusal } from '@timedesk/contracts/refusal'
import type { ServicePolicyDraft } from '@timedesk/contracts/service-policies'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'
import { refusedReference } from '../platform/http/refused-reference.ts'

type Checked = { isUsable: boolean; pointer: string; what: string }

/**
 * Refuses with `reference_refused` a policy that names what does not exist, an agreement of another customer than its
 * own, a person to be given cases who is not of the department, or an escalation that does nothing; with `conflict` a
 * priority named twice.
 */
export async function requirePolicyReferences(reader: Reader, policy: ServicePolicyDraft, at = '/body'): Promise<void> {
  refuseRepeated(policy, at)
  refuseIdle(policy, at)
  const { customerId, agreementId, typeId, calendarId } = policy
  const [row] = await reader.rows<Record<'customer' | 'agreement' | 'type' | 'calendar', boolean>>(Prisma.sql`SELECT
    EXISTS (SELECT 1 FROM customer WHERE id = ${customerId}::uuid) AS customer,
    EXISTS (SELECT 1 FROM agreement WHERE id = ${agreementId}::uuid
      AND (${customerId}::uuid IS NULL OR customer_id = ${customerId}::uuid)) AS agreement,
    EXISTS (SELECT 1 FROM case_type WHERE id = ${typeId}::uuid) AS type,
    EXISTS (SELECT 1 FROM service_calendar WHERE id = ${calendarId}::uuid AND is_active) AS calendar`)
  const checked: Checked[] = [
    { isUsable: customerId === null || row?.customer === true, pointer: 'customerId', what: 'customer' },
    { isUsable: agreementId === null || row?.agreement === true, pointer: 'agreementId', what: 'agreement' },
    { isUsable: typeId === null || row?.type === true, pointer: 'typeId', what: 'type' },
    { isUsable: calendarId === null || row?.calendar === true, pointer: 'calendarId', what: 'calendar' },
    ...(await checkTargets(reader, policy)),
    ...(await checkEscalations(reader, policy)),
  ]
  const refused = checked.find(({ isUsable }) => !isUsable)
  if (refused !== undefined)
    throw refusedReference(`${at}/${refused.pointer}`, `The ${refused.what} does not exist or cannot be used here.`)
}

function refuseRepeated({ targets }: ServicePolicyDraft, at: string): void {
  const again = targets.findIndex(({ priorityId }, index) =>
    targets.slice(0, index).some((target) => target.priorityId === priorityId),
  )
  if (again < 0) return
  const pointer = `${at}/targets/${String(again)}/priorityId`
  throw new Refusal('conflict', { fields: [{ pointer, code: 'taken', message: 'The priority has targets already.' }] })
}

/** An escalation tells somebody or gives the case to somebody. */
function refuseIdle({ escalations }: ServicePolicyDraft, at: string): void {
  const idle = escalations.findIndex(
    ({ notify: { responsible, leads, departmentIds, employeeIds }, assign }) =>
      assign === null && !responsible && !leads && departmentIds.length + employeeIds.length === 0,
  )
  if (idle < 0) return
  const message = 'Say who is told, or who gets the case.'
  const pointer = `${at}/escalations/${String(idle)}/notify`
  throw new Refusal('reference_refused', { detail: message, fields: [{ pointer, code: 'required', message }] })
}

async function checkTargets(reader: Reader, { targets }: ServicePolicyDraft): Promise<Checked[]> {
  if (targets.length === 0) return []
  const rows = await reader.rows<{ id: string }>(Prisma.sql`SELECT id FROM priority`)
  const known = new Set(rows.map(({ id }) => id))
  return targets.map(({ priorityId }, index) => ({
    isUsable: known.has(priorityId),
    pointer: `targets/${String(index)}/priorityId`,
    what: 'priority',
  }))
}

type Named = { departmentIds: string[]; employeeIds: string[]; inBranch: string[] }

async function checkEscalations(reader: Reader, { escalations }: ServicePolicyDraft): Promise<Checked[]> {
  const checks: Checked[] = []
  for (const [index, { notify, assign }] of escalations.entries()) {
    const departmentIds = [...notify.departmentIds, ...(assign === null ? [] : [assign.departmentId])]
    const employeeIds = notify.employeeIds
    const responsibleId = assign?.responsibleId ?? null
    const [found] = await reader.rows<Named>(Prisma.sql`SELECT
      ARRAY(SELECT id::text FROM department WHERE is_active AND id = ANY(${departmentIds}::uuid[])) AS "departmentIds",
      ARRAY(SELECT id::text FROM employee WHERE is_active AND id = ANY(${employeeIds}::uuid[])) AS "employeeIds",
      ARRAY(WITH RECURSIVE branch AS (
          SELECT id FROM department WHERE id = ${assign?.departmentId ?? null}::uuid
          UNION SELECT d.id FROM department d JOIN branch b ON d.parent_id = b.id)
        SELECT e.id::text FROM employee e JOIN branch b ON e.department_id = b.id
         WHERE e.is_active AND e.id = ${responsibleId}::uuid) AS "inBranch"`)
    const at = `escalations/${String(index)}`
    const isKnown = (ids: string[] | undefined, id: string) => ids?.includes(id) === true
    checks.push(
      ...departmentIds.map((id, place) => ({
        isUsable: isKnown(found?.departmentIds, id),
        pointer:
          place < notify.departmentIds.length
            ? `${at}/notify/departmentIds/${String(place)}`
            : `${at}/assign/departmentId`,
        what: 'department',
      })),
      ...employeeIds.map((id, place) => ({
        isUsable: isKnown(found?.employeeIds, id),
        pointer: `${at}/notify/employeeIds/${String(place)}`,
        what: 'employee',
      })),
    )
    if (responsibleId !== null)
      checks.push({
        isUsable: isKnown(found?.inBranch, responsibleId),
        pointer: `${at}/assign/responsibleId`,
        what: 'employee',
      })
  }
  return checks
}
