import { multiplyRate } from '../agreements/charge.ts'
import { resolveRate } from '../agreements/resolve-rate.ts'
import { rowInForce } from '../calendar/row-in-force.ts'
import { PERMILLE_WHOLE } from '../money/factor.ts'
import type { EntryToCover, Payer } from './entry.ts'
import type { Step } from './steps.ts'
import type { AgreementTerms } from './terms.ts'

export type EntryRate = {
  /** Minor units after the activity's factor and before the stretch's; null when no place names one. */
  ratePerHour: number | null
  steps: Step[]
}

type Asked = Pick<EntryToCover, 'workDate' | 'ratePerHour' | 'activityType' | 'priceClass'>
type Prices = Pick<Payer, 'customer' | 'company'>

/** In whose currency work is charged: that of the agreement whose terms hold, else the customer's, else the company's. */
export function currencyOf({ customer, company }: Prices, leading: AgreementTerms | null): string {
  return leading?.currency ?? customer?.currency ?? company.currency
}

/**
 * What an hour of an entry costs under an agreement, or outside of any (R6, R7). A rate that is kept in another
 * currency is no rate: it is never converted. Price classes and activities are priced in the company's currency.
 */
export function rateOf(entry: Asked, payer: Prices, agreement: AgreementTerms | null, currency: string): EntryRate {
  const own = agreement?.currency === currency ? agreement : null
  const { customer, company } = payer
  const found = resolveRate({
    entry: entry.ratePerHour,
    agreement_role_activity: cardRate(own, entry, entry.activityType.id),
    agreement_role: cardRate(own, entry, null),
    agreement: own?.ratePerHour,
    customer: customer?.currency === currency ? customer.ratePerHour : null,
    role: company.currency === currency ? entry.priceClass?.ratePerHour : null,
    company: company.currency === currency ? company.ratePerHour : null,
  })
  const steps: Step[] = found === null ? [] : [{ step: 'rate', ...found }]
  if (found?.source === 'entry') return { ratePerHour: found.ratePerHour, steps }
  return withActivity(found?.ratePerHour ?? null, steps, entry, company.currency === currency)
}

/** The same for work beyond prepaid cover (R22): the agreement's overage rate is asked before its other ones. */
export function overageRateOf(entry: Asked, payer: Prices, agreement: AgreementTerms, currency: string): EntryRate {
  const overageRate = agreement.currency === currency ? agreement.overageRatePerHour : null
  if (overageRate === null || entry.ratePerHour !== null) return rateOf(entry, payer, agreement, currency)
  const steps: Step[] = [{ step: 'rate', source: 'overage', ratePerHour: overageRate }]
  return withActivity(overageRate, steps, entry, payer.company.currency === currency)
}

/** An activity replaces the rate or multiplies it (R7), but for one that the entry itself names. */
function withActivity(ratePerHour: number | null, steps: Step[], { activityType }: Asked, isOwnCurrency: boolean) {
  const { fixedRatePerHour, factorPermille } = activityType
  if (fixedRatePerHour !== null && isOwnCurrency) {
    return rateAndStep(fixedRatePerHour, PERMILLE_WHOLE, steps)
  }
  if (ratePerHour === null || factorPermille === PERMILLE_WHOLE) return { ratePerHour, steps }
  return rateAndStep(multiplyRate(ratePerHour, factorPermille), factorPermille, steps)
}

function rateAndStep(ratePerHour: number, factorPermille: number, steps: Step[]): EntryRate {
  return { ratePerHour, steps: [...steps, { step: 'activity_rate', factorPermille, ratePerHour }] }
}

/** The card's price for the entry's price class on its work date: the one that began last. */
function cardRate(agreement: AgreementTerms | null, entry: Asked, activityTypeId: string | null): number | null {
  const { priceClass, workDate } = entry
  if (agreement === null || priceClass === null) return null
  const priced = agreement.rateCard.filter(
    (row) => row.priceClassId === priceClass.id && row.activityTypeId === activityTypeId,
  )
  return rowInForce(priced, workDate)?.ratePerHour ?? null
}
