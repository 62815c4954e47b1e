import { Refusal } from '@timedesk/contracts/refusal'
import { fromWire, type WireMoney } from '@timedesk/domain/money/money'
import type { Tx } from '../platform/db/database.ts'
import { refusedReference } from '../platform/http/refused-reference.ts'

/** Minor units per hour. Refuses with `invalid_money` what is no amount in the customer's currency. */
export function rateIn(currency: string, rate: WireMoney): number {
  const { minor, currency: given } = fromWire(rate, '/body/ratePerHour')
  if (given === currency) return minor
  const message = `The customer pays in ${currency}.`
  throw new Refusal('invalid_money', {
    detail: message,
    fields: [{ pointer: '/body/ratePerHour/currency', code: 'invalid_money', message }],
  })
}

/** Refuses with `invalid_request` an agreement that would end before it begins. */
export function requireOrder(validFrom: string, validTo: string | null): void {
  if (validTo === null || validTo >= validFrom) return
  const message = 'An agreement cannot end before it begins.'
  throw new Refusal('invalid_request', {
    detail: message,
    fields: [{ pointer: '/body/validTo', code: 'too_early', message }],
  })
}

/** The name of an active employee who can own an agreement. Refuses with `reference_refused`. */
export async function findOwnerName(tx: Tx, ownerId: string): Promise<string> {
  const owner = await tx.employee.findUnique({ where: { id: ownerId }, select: { name: true, isActive: true } })
  if (owner?.isActive !== true) throw refusedReference('/body/ownerId', 'The employee does not exist or is not active.')
  return owner.name
}

/** A calendar day as Prisma wants it. */
export function dayOf(day: string): Date {
  return new Date(`${day}T00:00:00.000Z`)
}
