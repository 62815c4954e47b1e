import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { lockAutomationRule } from './find-automation-rules.ts'

/** Removes a rule that never ran. Refuses with `still_in_use` one that did, since its run log is history. */
export async function removeAutomationRule(tx: Tx, context: Context, { ruleId }: { ruleId: string }): Promise<void> {
  const { name } = await lockAutomationRule(tx, ruleId)
  const runs = await tx.rows(Prisma.sql`SELECT 1 FROM automation_run WHERE rule_id = ${ruleId}::uuid LIMIT 1`)
  if (runs.length > 0)
    throw new Refusal('still_in_use', { detail: 'It has run, and its run log is kept; switch it off instead.' })
  await tx.rows(Prisma.sql`DELETE FROM automation_rule WHERE id = ${ruleId}::uuid`)
  const changes = [{ field: 'isRemoved', from: 'false', to: 'true' }]
  await appendEvents(tx, context, { kind: 'setting', id: ruleId }, [
    { type: 'setting.changed', setting: 'automation_rule', name, changes },
  ])
}
