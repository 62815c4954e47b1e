import { addDays, daysBetween, laterOf } from '@timedesk/domain/calendar/days'
import { missingPeriods } from '@timedesk/domain/subscriptions/missing-periods'
import type { Period } from '@timedesk/domain/subscriptions/periods'
import { periodAmount, priceOfPeriod, supplementsOf } from '@timedesk/domain/subscriptions/price'
import { quotaDays } from '@timedesk/domain/subscriptions/quota'
import { Prisma } from '@timedesk/prisma/client'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { findPlan, tilesOf, type PlanScope, type StoredLine, type StoredPeriod } from './find-plan.ts'
import { storePeriods, type PeriodDraft, type QuotaDraft } from './store-periods.ts'

/** A quota that was opened, and from which day on it covers work. */
export type OpenedQuota = { customerId: string; agreementId: string; validFrom: string; expiresOn: string }

/** Plans that charge: of what is active, and of what has ended up to its last day. A suspended one waits. */
const CHARGING = Prisma.sql`a.settlement = 'subscription' AND a.state IN ('active', 'ended')`

/**
 * Makes the periods that exist by today and are not made yet, with their quotas, and the supplements of quantities that
 * rose (R31–R35). Amounts are fixed by it (R37). However late it runs, however often and by how many at once, each
 * period arises once. Resolves with the quotas that it opened.
 */
export async function generatePeriods(
  tx: Tx,
  context: Context,
  { today, ...scope }: PlanScope & { today: string },
): Promise<OpenedQuota[]> {
  const opened: OpenedQuota[] = []
  for (const line of await findPlan(tx, scope, CHARGING)) {
    const missing = missingPeriods(line.plan, { until: today, endsOn: line.endsOn }, tilesOf(line))
    const drafts = missing.flatMap((period) => draftOf(context, line, period))
    for (const period of missing) await prolongQuota(tx, line, period)
    const won = await storePeriods(tx, context, drafts)
    const supplements = [...tilesOf(line), ...won].flatMap((tile) => supplementDrafts(line, tile, today))
    await storePeriods(tx, context, supplements)
    const { customerId, agreementId } = line
    opened.push(...won.flatMap(({ quota }) => (quota === null ? [] : [{ customerId, agreementId, ...quota }])))
  }
  return opened
}

function draftOf({ newId }: Context, line: StoredLine, period: Period): PeriodDraft[] {
  const price = priceOfPeriod(period, line.prices)
  if (price === null) return []
  const amount = periodAmount(period, price)
  const quota = headOf(line, period) === undefined ? quotaOf(newId, line, period) : null
  return [{ ...period, line, kind: 'regular', quantity: price.quantity, unitPrice: price.unitPrice, amount, quota }]
}

function quotaOf(newId: () => string, line: StoredLine, period: Period): QuotaDraft | null {
  const { quotaUnit: unit, quota: units, rolloverMax: carryMax } = line
  if (unit === 'none') return null
  const days = quotaDays(line.plan, period, line.rolloverPeriods)
  return { id: newId(), unit, units, name: nameOf(period), validFrom: period.from, carryMax, ...days }
}

/** The part of a whole period that brought its quota already. */
function headOf(line: StoredLine, { wholeFrom }: Pick<Period, 'wholeFrom'>): StoredPeriod | undefined {
  return tilesOf(line).find((tile) => tile.wholeFrom === wholeFrom && tile.poolId !== null)
}

/** The rest of a period whose end moved on is covered by the quota of its beginning, which lasts longer then. */
async function prolongQuota(tx: Tx, line: StoredLine, period: Period): Promise<void> {
  const head = headOf(line, period)
  if (head === undefined) return
  const { expiresOn } = quotaDays(line.plan, period, line.rolloverPeriods)
  await tx.rows(Prisma.sql`UPDATE cover_pool SET expires_on = GREATEST(expires_on, ${expiresOn}::date),
      own_until = CASE WHEN own_until IS NOT NULL THEN GREATEST(own_until, ${period.to}::date) END
    WHERE id = ${head.poolId}::uuid`)
}

/**
 * What a quantity that rose adds to a period that is charged (R35): for the rest of it, or for all of it when it was
 * charged ahead of time. The price stays that of the period (R37).
 */
function supplementDrafts(line: StoredLine, tile: Omit<StoredPeriod, 'id' | 'poolId'>, today: string): PeriodDraft[] {
  if (tile.chargedDays === 0) return []
  const { from, to, wholeFrom, wholeTo, quantity, unitPrice } = tile
  const dayBefore = addDays(from, -1)
  const inForce = line.prices.filter(({ validFrom }) => validFrom <= today)
  const onFirstDay = priceOfPeriod(tile, inForce)
  const prices = [
    { validFrom: dayBefore, quantity, unitPrice },
    ...(onFirstDay === null ? [] : [{ ...onFirstDay, validFrom: from }]),
    ...inForce.filter(({ validFrom }) => validFrom > from),
  ]
  const period = { ...tile, from: dayBefore, wholeDays: daysBetween(wholeFrom, wholeTo) }
  return supplementsOf(period, prices).map((supplement) => {
    const dueOn = line.plan.timing === 'advance' ? laterOf(supplement.from, tile.dueOn) : tile.dueOn
    const chargedDays = daysBetween(supplement.from, to)
    return { ...supplement, line, kind: 'supplement', wholeFrom, wholeTo, chargedDays, unitPrice, dueOn, quota: null }
  })
}

/** What people call a quota: the month for one that begins with it, else its first day. */
function nameOf({ from }: Pick<Period, 'from'>): string {
  return from.endsWith('-01') ? from.slice(0, 'YYYY-MM'.length) : from
}
