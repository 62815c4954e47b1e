import type { Pool } from './pool.ts'
import type { AgreementTerms, Prepaid } from './terms.ts'

const PREPAID: readonly Prepaid[] = ['subscription', 'voucher']

/** In which order prepaid settlements are asked (R14): as the customer has it, and then what it leaves out. */
export function settlementsInOrder(coverOrder: readonly Prepaid[]): Prepaid[] {
  return [...new Set([...coverOrder, ...PREPAID])]
}

/**
 * Prepaid agreements in the order in which they are asked: by settlement, then as `compareAgreements` has it. The
 * first one's terms hold and the last one's overage, whatever its pools have left, so that neither changes in the
 * minute a voucher runs dry.
 */
export function prepaidInOrder(
  agreements: readonly AgreementTerms[],
  coverOrder: readonly Prepaid[],
): AgreementTerms[] {
  return settlementsInOrder(coverOrder).flatMap((settlement) =>
    agreements.filter((agreement) => agreement.settlement === settlement).toSorted(compareAgreements),
  )
}

/** The agreement that time beyond prepaid cover is charged under; null when there is none of settlement time spent. */
export function bestTimeSpent(agreements: readonly AgreementTerms[]): AgreementTerms | null {
  return agreements.filter(({ settlement }) => settlement === 'time_spent').toSorted(compareAgreements)[0] ?? null
}

/** The one made for this work before the one for any, then the latest, then the highest number. */
export function compareAgreements(one: AgreementTerms, other: AgreementTerms): number {
  return (
    Number(other.scope.length > 0) - Number(one.scope.length > 0) ||
    compareText(other.validFrom, one.validFrom) ||
    other.number - one.number ||
    compareText(one.id, other.id)
  )
}

/** What expires first is drawn first, without expiry last; then by first day and number (R18). The order is total. */
export function comparePools(one: Pool, other: Pool): number {
  return (
    Number(one.expiresOn === null) - Number(other.expiresOn === null) ||
    compareText(one.expiresOn ?? '', other.expiresOn ?? '') ||
    compareText(one.validFrom, other.validFrom) ||
    one.order - other.order ||
    compareText(one.id, other.id)
  )
}

/** Whether work of a day may draw from a pool, as far as its days go (R17). */
export function isPoolValidOn(day: string, { validFrom, expiresOn }: Pool): boolean {
  return validFrom <= day && (expiresOn === null || day <= expiresOn)
}

/** By code unit, the same on every machine. */
export function compareText(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
