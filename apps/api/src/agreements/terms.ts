import { Refusal } from '@timedesk/contracts/refusal'

/** Refuses with `invalid_request` an agreement that would end before it begins. */
export function requireOrder(validFrom: string, validTo: string | null): void {
  if (validTo === null || validTo >= validFrom) return
  const message = 'An agreement cannot end before it begins.'
  throw new Refusal('invalid_request', {
    detail: message,
    fields: [{ pointer: '/body/validTo', code: 'too_early', message }],
  })
}

/** A calendar day as Prisma wants it. */
export function dayOf(day: string): Date {
  return new Date(`${day}T00:00:00.000Z`)
}
