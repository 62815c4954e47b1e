import { Refusal } from '@timedesk/contracts/refusal'
import { daysBetween } from '@timedesk/domain/calendar/days'
import { creditsAtEnd } from '@timedesk/domain/subscriptions/credits'
import { Prisma } from '@timedesk/prisma/client'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { findPlan, tilesOf, type PlanScope, type StoredLine, type StoredPeriod } from './find-plan.ts'
import { storePeriods, type PeriodDraft } from './store-periods.ts'

/**
 * Makes the credits of plans what their ends ask for (R36): days after a new end are given back, and a credit for days
 * that are wanted again is taken back. Doing it again changes nothing. Refuses with `agreement_state_refused` to take
 * back a credit that is on a document.
 */
export async function creditUnused(tx: Tx, context: Context, scope: PlanScope): Promise<void> {
  for (const line of await findPlan(tx, scope)) {
    const wanted = creditDrafts(line)
    const present = line.periods.filter(({ kind }) => kind === 'credit')
    const gone = present.filter((credit) => !wanted.some((draft) => isSame(draft, credit)))
    if (gone.length > 0)
      await removeCredits(
        tx,
        gone.map(({ id }) => id),
      )
    const missing = wanted.filter((draft) => !present.some((credit) => isSame(draft, credit)))
    await storePeriods(tx, context, missing)
  }
}

async function removeCredits(tx: Tx, ids: readonly string[]): Promise<void> {
  const claimed = await tx.rows(Prisma.sql`SELECT 1 FROM invoice_source s
    WHERE s.source = 'subscription_period' AND s.is_live AND s.source_id = ANY(${ids}::uuid[])`)
  if (claimed.length > 0)
    throw new Refusal('agreement_state_refused', { detail: 'What its end credits is on a document already.' })
  await tx.rows(Prisma.sql`DELETE FROM subscription_period WHERE id = ANY(${ids}::uuid[])`)
}

function creditDrafts(line: StoredLine): PeriodDraft[] {
  const { endsOn: lastDay, plan, creditsUnused } = line
  if (lastDay === null) return []
  const charges = line.periods.filter(({ kind, amount }) => kind !== 'credit' && amount > 0)
  return creditsAtEnd(charges, { ...plan, lastDay, creditsUnused }).flatMap((credit) => {
    const tile = tilesOf(line).find(({ to }) => to === credit.to)
    if (tile === undefined) return []
    const { wholeFrom, wholeTo, quantity, unitPrice } = tile
    const chargedDays = daysBetween(credit.from, credit.to)
    const kept = { wholeFrom, wholeTo, quantity, unitPrice, chargedDays }
    return [{ ...kept, ...credit, line, kind: 'credit', amount: -credit.amount, quota: null }]
  })
}

function isSame(draft: PeriodDraft, { from, to, amount, dueOn }: StoredPeriod): boolean {
  return draft.from === from && draft.to === to && draft.amount === amount && draft.dueOn === dueOn
}
