import type { updateDispatchRule as contract } from '@timedesk/contracts/dispatch-rules'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { refuseTaken } from '../platform/db/refuse-taken.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { changesBetween } from '../platform/events/changes.ts'
import { requireVersion } from '../platform/http/etags.ts'
import { lockDispatchRule } from './find-dispatch-rules.ts'
import { requireConditions } from './require-conditions.ts'
import { requireTarget, takenRuleFields, tellRule } from './store-dispatch-rule.ts'

/**
 * Changes or deactivates a dispatch rule; cases stay where they are. Refuses a stale version, a name that is taken,
 * conditions that cannot be asked and a target that is not active.
 */
export async function updateDispatchRule(
  tx: Tx,
  context: Context,
  { ruleId, ...wanted }: { ruleId: string } & z.output<typeof contract.body>,
  ifMatch: number | null,
): Promise<void> {
  const before = await lockDispatchRule(tx, ruleId)
  requireVersion(before.version, ifMatch)
  if (wanted.conditions !== undefined) await requireConditions(tx, wanted.conditions)
  if (wanted.target !== undefined) await requireTarget(tx, wanted.target)
  const after = {
    name: wanted.name ?? before.name,
    conditions: wanted.conditions ?? before.conditions,
    target: wanted.target ?? before.target,
    isActive: wanted.isActive ?? before.isActive,
  }
  const changes = changesBetween(await tellRule(tx, before), await tellRule(tx, after))
  await refuseTaken(takenRuleFields, () =>
    tx.rows(Prisma.sql`UPDATE dispatch_rule SET name = ${after.name}, conditions = ${JSON.stringify(after.conditions)}::jsonb,
        target = ${JSON.stringify(after.target)}::jsonb, is_active = ${after.isActive}, version = version + 1 WHERE id = ${ruleId}::uuid`),
  )
  await appendEvents(tx, context, { kind: 'setting', id: ruleId }, [
    { type: 'setting.changed', setting: 'dispatch_rule', name: after.name, changes },
  ])
}

/** Removes a dispatch rule; logs keep its name. Refuses with `not_found`. */
export async function removeDispatchRule(tx: Tx, context: Context, { ruleId }: { ruleId: string }): Promise<void> {
  const { name } = await lockDispatchRule(tx, ruleId)
  await tx.rows(Prisma.sql`DELETE FROM dispatch_rule WHERE id = ${ruleId}::uuid`)
  const changes = [{ field: 'isRemoved', from: 'false', to: 'true' }]
  await appendEvents(tx, context, { kind: 'setting', id: ruleId }, [
    { type: 'setting.changed', setting: 'dispatch_rule', name, changes },
  ])
}
