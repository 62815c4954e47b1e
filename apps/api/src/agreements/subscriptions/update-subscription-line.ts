import type { updateSubscriptionLine as contract } from '@timedesk/contracts/subscriptions'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { changesBetween } from '../../platform/events/changes.ts'
import { requireVersion } from '../../platform/http/etags.ts'
import { refusedTerm } from '../terms.ts'
import { chargePeriods } from './charge-periods.ts'
import { creditUnused } from './credit-unused.ts'
import { holdLine, isOver, type HeldLine } from './hold-line.ts'
import { quotaColumns, quotaText, presentQuota, storedFrom } from './quota-columns.ts'

type Wanted = z.output<typeof contract.body>

/**
 * Changes a line for periods that are made from now on; those that are, stay (R37). A new last day gives back what was
 * charged beyond it as the agreement says (R36), and a later one charges what is missing.
 * Refuses a stale version, a line whose agreement has ended, and another last day for one that is over already.
 */
export async function updateSubscriptionLine(
  tx: Tx,
  context: Context,
  { lineId, ...wanted }: { lineId: string } & Wanted,
  ifMatch: number | null,
): Promise<void> {
  const held = await holdLine(tx, lineId, context.now)
  const { line, agreement } = held
  requireVersion(line.version, ifMatch)
  if (agreement.state === 'ended') throw new Refusal('agreement_state_refused')
  const before = { ...line, quota: presentQuota(line) }
  const after = {
    description: wanted.description ?? before.description,
    position: wanted.position ?? before.position,
    leadDays: wanted.leadDays ?? before.leadDays,
    quota: wanted.quota ?? before.quota,
    ownEnd: wanted.endsOn === undefined ? before.ownEnd : wanted.endsOn,
  }
  const changes = changesBetween(shownOf(before), shownOf(after))
  if (changes.length === 0) return
  requireEnd(held, after.ownEnd)
  await tx.rows(Prisma.sql`UPDATE subscription_line SET description = ${after.description}, position = ${after.position},
      lead_days = ${after.leadDays}, (quota_unit, quota, rollover_periods, rollover_max) = (${quotaColumns(after.quota)}),
      ends_on = ${after.ownEnd}::date, version = version + 1 WHERE id = ${lineId}::uuid`)
  await appendEvents(tx, context, { kind: 'agreement', id: agreement.id, customerId: agreement.customerId }, [
    { type: 'subscription.line_changed', name: after.description, changes },
  ])
  if (agreement.state === 'active') await chargePeriods(tx, context, { lineId, today: agreement.today })
  await creditUnused(tx, context, { lineId })
}

/** A line ends on or after its first day, and what has ended does not go on. */
function requireEnd(held: HeldLine, ownEnd: string | null): void {
  if (ownEnd === held.line.ownEnd) return
  if (isOver(held)) throw new Refusal('movement_refused', { detail: 'The line has ended.' })
  if (ownEnd !== null && ownEnd < held.line.startsOn)
    throw refusedTerm('/body/endsOn', 'too_early', 'A line cannot end before it begins.')
}

function shownOf(line: {
  description: string
  position: number
  leadDays: number
  quota: ReturnType<typeof presentQuota>
  ownEnd: string | null
}) {
  const { description, position, leadDays, quota, ownEnd } = line
  return { description, position, leadDays, quota: quotaText(storedFrom(quota)), endsOn: ownEnd }
}
