import type { simulateAgreement as contract } from '@timedesk/contracts/simulation'
import { addDays, monthsBetween } from '@timedesk/domain/calendar/days'
import type { DraftLine, Lot } from '@timedesk/domain/simulation/draft'
import { priceOfPeriod } from '@timedesk/domain/subscriptions/price'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Reader } from '../../platform/db/database.ts'
import { readAmount } from '../../platform/read-amount.ts'
import { MONTHS } from '../subscriptions/add-subscription-line.ts'
import { findPlan } from '../subscriptions/find-plan.ts'
import { storedFrom } from '../subscriptions/quota-columns.ts'

type Wanted = z.output<typeof contract.body>
type StoredLot = Omit<Lot, 'validMonths'> & { validFrom: string; expiresOn: string | null }

/** After every day that a price may begin on. */
const LAST_DAY = '9999-12-31'

/** What is bought again and again. Refuses with `invalid_money` another currency than the agreement's. */
export function readLot({ price, ...lot }: NonNullable<Wanted['voucher']>, currency: string): Lot {
  return { ...lot, price: readAmount(price, currency, '/body/voucher/price') }
}

/** The voucher that was sold last under an agreement, for as many months as it was sold for; null without any. */
export async function findLot(reader: Reader, agreementId: string): Promise<Lot | null> {
  const [lot] =
    await reader.rows<StoredLot>(Prisma.sql`SELECT pool.unit, v.quantity::float8 AS quantity, v.price::float8 AS price,
      pool.valid_from::text AS "validFrom", pool.expires_on::text AS "expiresOn"
    FROM voucher v JOIN cover_pool pool ON pool.id = v.id
    WHERE v.agreement_id = ${agreementId}::uuid ORDER BY v.number DESC LIMIT 1`)
  if (lot === undefined) return null
  const { validFrom, expiresOn, ...bought } = lot
  const validMonths = expiresOn === null ? null : Math.max(1, monthsBetween(validFrom, addDays(expiresOn, 1)))
  return { ...bought, validMonths }
}

/** The lines of a plan. Refuses with `invalid_money` another currency than the agreement's. */
export function readLines(lines: Wanted['lines'], currency: string): DraftLine[] {
  return lines.map(
    ({ period, timing, leadDays, alignsToCalendar, prorates, quota, unitPrice, position, quantity }, index) => ({
      ...{
        months: MONTHS[period],
        anchor: alignsToCalendar ? 'calendar' : 'start',
        prorate: prorates,
        timing,
        leadDays,
      },
      ...{ position, quantity, unitPrice: readAmount(unitPrice, currency, `/body/lines/${String(index)}/unitPrice`) },
      ...storedFrom(quota),
    }),
  )
}

/** The lines of a stored plan that run on, at their latest prices. */
export async function findLines(reader: Reader, agreementId: string): Promise<DraftLine[]> {
  const lines = await findPlan(reader, { agreementId }, Prisma.sql`l.ends_on IS NULL`)
  return lines.flatMap(({ plan, position, prices, quotaUnit, quota, rolloverPeriods, rolloverMax }) => {
    const price = priceOfPeriod({ from: LAST_DAY }, prices)
    if (price === null) return []
    const { quantity, unitPrice } = price
    const { months, anchor, prorate, timing, leadDays } = plan
    const line = { months, anchor, prorate, timing, leadDays, position, quantity, unitPrice }
    return [{ ...line, quotaUnit, quota, rolloverPeriods, rolloverMax }]
  })
}
