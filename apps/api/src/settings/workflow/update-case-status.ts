import type { CaseStatus, updateCaseStatus as contract } from '@timedesk/contracts/case-settings'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { lockWorkflows } from '../../helpdesk/moves/lock-workflows.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { refuseTaken } from '../../platform/db/refuse-taken.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { changesBetween } from '../../platform/events/changes.ts'
import { requireVersion } from '../../platform/http/etags.ts'
import { takenStatusFields } from './create-case-status.ts'
import { findCaseStatus } from './find-case-statuses.ts'

/**
 * Changes or deactivates a case status; its category stays. Refuses a stale version, a name that is taken, and
 * (`still_in_use`) to deactivate one that a workflow has or that a case stands in which has not ended.
 */
export async function updateCaseStatus(
  tx: Tx,
  context: Context,
  { statusId, ...wanted }: { statusId: string } & z.output<typeof contract.body>,
  ifMatch: number | null,
): Promise<void> {
  await lockWorkflows(tx, 'alone')
  const before = await findCaseStatus(tx, statusId)
  requireVersion(before.version, ifMatch)
  const after: CaseStatus = {
    ...before,
    name: wanted.name ?? before.name,
    color: wanted.color ?? before.color,
    pausesClock: wanted.pausesClock ?? before.pausesClock,
    customerWording: wanted.customerWording === undefined ? before.customerWording : wanted.customerWording,
    position: wanted.position ?? before.position,
    isActive: wanted.isActive ?? before.isActive,
  }
  if (before.isActive && !after.isActive) await refuseUsed(tx, statusId)
  await storeStatus(tx, context, before, after)
}

/** Stores what differs, with its entry in the history. */
export async function storeStatus(tx: Tx, context: Context, before: CaseStatus, after: CaseStatus): Promise<void> {
  const changes = changesBetween(shown(before), shown(after))
  if (changes.length === 0) return
  const { id, name, customerWording } = after
  await refuseTaken(takenStatusFields, () =>
    tx.rows(Prisma.sql`
      UPDATE case_status SET name = ${name}, color = ${after.color}, pauses_clock = ${after.pausesClock}, customer_name = ${customerWording?.en ?? null},
             customer_name_da = ${customerWording?.da ?? null}, position = ${after.position}, is_active = ${after.isActive}, version = version + 1
       WHERE id = ${id}::uuid`),
  )
  await appendEvents(tx, context, { kind: 'setting', id }, [
    { type: 'setting.changed', setting: 'case_status', name, changes },
  ])
}

function shown({ name, color, pausesClock, customerWording, position, isActive }: CaseStatus) {
  const wording = customerWording === null ? null : `${customerWording.en} / ${customerWording.da}`
  return { name, color, pausesClock, customerWording: wording, position, isActive }
}

async function refuseUsed(tx: Tx, id: string): Promise<void> {
  const [use] = await tx.rows<{ workflow: string | null; hasCase: boolean }>(Prisma.sql`SELECT
    (SELECT w.name FROM workflow w JOIN workflow_version v ON v.workflow_id = w.id AND v.number = w.version
      WHERE w.is_active AND v.definition -> 'statusIds' ? ${id} ORDER BY w.name LIMIT 1) AS workflow,
    EXISTS (SELECT 1 FROM support_case c WHERE c.status_id = ${id}::uuid AND c.category NOT IN ('closed', 'cancelled')) AS "hasCase"`)
  if (use?.workflow !== null && use !== undefined)
    throw new Refusal('still_in_use', { detail: `The workflow “${use.workflow}” has it.` })
  if (use?.hasCase === true) throw new Refusal('still_in_use', { detail: 'A case that has not ended stands in it.' })
}
