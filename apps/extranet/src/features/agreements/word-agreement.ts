import type { ExtranetAgreement, ExtranetPool } from '@timedesk/contracts/extranet-agreements'
import type { Format } from '@timedesk/ui/format'
import type { AgreementsWords } from './use-agreements-words.ts'

const STATE_WORDS = { active: 'stateActive', suspended: 'stateSuspended', ended: 'stateEnded' } as const

type Period = ExtranetAgreement['periods'][number]
type Speech = { words: AgreementsWords; format: Format }
/** What units are of. */
type Measure = Pick<ExtranetPool, 'unit' | 'price'>

/** Whether an agreement holds; one that is agreed on but begins later says when. */
export function stateWords({ words, format }: Speech, { state, validFrom }: ExtranetAgreement, day: string): string {
  if (state === 'active' && validFrom > day) return words('startsOn', { day: format.workDate(validFrom) })
  return words(STATE_WORDS[state])
}

/** What kind of agreement it is, in a plain sentence. */
export function settlementWords(words: AgreementsWords, { settlement, pools }: ExtranetAgreement): string {
  if (settlement === 'time_spent') return words('timeSpentText')
  if (settlement === 'voucher') return words('voucherText')
  return words(pools.length > 0 ? 'subscriptionWithWorkText' : 'subscriptionText')
}

/** What happens to work beyond it; null where there is no beyond, or nothing counts on it now. */
export function overageWords(words: AgreementsWords, agreement: ExtranetAgreement): string | null {
  const { settlement, state, pools, overagePolicy } = agreement
  if (settlement === 'time_spent' || state !== 'active') return null
  if (settlement === 'subscription' && pools.every(({ unit }) => unit === 'unlimited')) return null
  return words(`overage_${overagePolicy}`)
}

/** From when to when it holds. */
export function spanWords(speech: Speech, { validFrom, validTo }: ExtranetAgreement, day: string): string {
  const { words, format } = speech
  if (validTo !== null) return daysWords(speech, { from: validFrom, to: validTo })
  return words(validFrom > day ? 'fromLater' : 'from', { day: format.workDate(validFrom) })
}

/** The days from one to another. */
export function daysWords({ words, format }: Speech, { from, to }: { from: string; to: string }): string {
  return words('fromTo', { from: format.workDate(from), to: format.workDate(to) })
}

/** What a period is charged for; a supplement or a credit says that it is one. */
export function periodWords(words: AgreementsWords, { kind, description }: Period): string {
  return kind === 'regular' ? description : `${words(kind)}: ${description}`
}

/** What a voucher or quota is called. */
export function poolWords({ words, format }: Speech, { kind, name, validFrom }: ExtranetPool): string {
  if (kind === 'voucher') return words('poolVoucher', { name })
  return words('poolQuota', { day: format.workDate(validFrom) })
}

/** Hours, cases or money without their unit: `2:45`, `3`, `DKK 1,250.00`. */
export function countWords(format: Format, { unit, price }: Measure, units: number): string {
  if (unit === 'minutes') return format.minutes(units)
  return unit === 'money' && price !== null ? format.minor(units, price.currency) : format.number(units)
}

/** The same with the unit: `2:45 hours`, `3 cases`. */
export function unitWords({ words, format }: Speech, pool: Measure, units: number): string {
  const shown = countWords(format, pool, units)
  if (pool.unit === 'minutes') return words('unitMinutes', { units: shown })
  return pool.unit === 'cases' ? words('unitCases', { units: shown, count: units }) : shown
}

/** How much is left of how much. */
export function leftWords(
  { words, format }: Speech,
  pool: ExtranetPool,
  { available, granted }: { available: number; granted: number },
): string {
  const values = { left: countWords(format, pool, available), granted: countWords(format, pool, granted) }
  if (pool.unit === 'minutes') return words('leftMinutes', values)
  return words(pool.unit === 'cases' ? 'leftCases' : 'leftMoney', values)
}
