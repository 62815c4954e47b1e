import type { createDispatchRule as contract } from '@timedesk/contracts/dispatch-rules'
import { DISPATCH_RULES_MAX } from '@timedesk/contracts/limits'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { refuseTaken } from '../platform/db/refuse-taken.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { holdOrder } from '../settings/put-in-order.ts'
import { requireConditions } from './require-conditions.ts'
import { requireTarget, takenRuleFields } from './store-dispatch-rule.ts'

/**
 * Creates a dispatch rule that is asked after all others. Refuses a name that is taken, conditions that cannot be asked,
 * a target that is not active, and more rules than one answer holds.
 */
export async function createDispatchRule(
  tx: Tx,
  context: Context,
  { name, conditions, target, isActive }: z.output<typeof contract.body>,
): Promise<string> {
  const id = context.newId()
  await requireConditions(tx, conditions)
  await requireTarget(tx, target)
  if ((await holdOrder(tx, 'dispatch_rule')).length >= DISPATCH_RULES_MAX)
    throw new Refusal('conflict', { detail: `There may be ${String(DISPATCH_RULES_MAX)} dispatch rules at most.` })
  await refuseTaken(takenRuleFields, () =>
    tx.rows(Prisma.sql`INSERT INTO dispatch_rule (id, name, position, conditions, target, is_active)
      SELECT ${id}::uuid, ${name}, coalesce(max(position), 0) + 1, ${JSON.stringify(conditions)}::jsonb, ${JSON.stringify(target)}::jsonb, ${isActive} FROM dispatch_rule`),
  )
  await appendEvents(tx, context, { kind: 'setting', id }, [
    { type: 'setting.created', setting: 'dispatch_rule', name },
  ])
  return id
}
