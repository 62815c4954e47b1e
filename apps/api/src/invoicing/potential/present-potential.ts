import { HeldReason, type PotentialRow } from '@timedesk/contracts/potential'
import { toWire } from '@timedesk/domain/money/money'
import type { ExtraPieces } from './extra-pieces.ts'

/**
 * What of a customer's potential waits for one reason, or for none; amounts in minor units of the currency. Pieces of
 * time are counted as entries, each with all the minutes of its entry.
 */
type Part = {
  reason: HeldReason | null
  items: number
  dueItems: number
  /** What is of today or before. */
  due: number
  future: number
  days30: number
  days60: number
  days90: number
  older: number
  oldestDay: string
  entries: number
  minutes: number
  billableMinutes: number
}

export type PotentialSums = Pick<PotentialRow, 'settlement'> & {
  customerId: string
  customerName: string
  /** Where agreements are told apart; number 0 is of none. */
  agreementId: string | null
  agreementName: string | null
  agreementNumber: number
  currency: string
  parts: Part[]
}

/**
 * A customer's potential in one currency: what falls due later is of the future, whatever it may wait for; what waits
 * for something is held, and the rest is ready to be invoiced (R41).
 */
export function presentPotential(
  { customerId, customerName, agreementId, agreementName, settlement, currency, parts }: PotentialSums,
  extra: readonly ExtraPieces[],
): PotentialRow {
  const ready = parts.filter(({ reason }) => reason === null)
  const held = parts.filter(({ reason }) => reason !== null)
  const money = (of: readonly Part[], read: (part: Part) => number) => toWire({ minor: sum(of, read), currency })
  const more = extra.find(
    (other) => other.customerId === customerId && other.currency === currency && other.agreementId === agreementId,
  )
  const [oldestDay = null] = parts.flatMap((part) => (part.dueItems > 0 ? [part.oldestDay] : [])).sort()
  return {
    customer: { id: customerId, name: customerName },
    agreement: agreementId === null || agreementName === null ? null : { id: agreementId, name: agreementName },
    settlement,
    items: sum(parts, ({ items }) => items),
    entries: sum(parts, ({ entries }) => entries) - (more?.pieces ?? 0),
    minutes: sum(parts, ({ minutes }) => minutes) - (more?.minutes ?? 0),
    billableMinutes: sum(parts, ({ billableMinutes }) => billableMinutes),
    ready: money(ready, ({ due }) => due),
    held: money(held, ({ due }) => due),
    heldItems: HeldReason.options.flatMap((reason) => {
      const own = held.filter((part) => part.reason === reason)
      const items = sum(own, ({ dueItems }) => dueItems)
      return items === 0 ? [] : [{ reason, items, amount: money(own, ({ due }) => due) }]
    }),
    future: money(parts, ({ future }) => future),
    oldestDay,
    ages: {
      days30: money(ready, ({ days30 }) => days30),
      days60: money(ready, ({ days60 }) => days60),
      days90: money(ready, ({ days90 }) => days90),
      older: money(ready, ({ older }) => older),
    },
  }
}

function sum(parts: readonly Part[], read: (part: Part) => number): number {
  return parts.reduce((total, part) => total + read(part), 0)
}
