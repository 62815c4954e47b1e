import type { EventPayload } from '@timedesk/contracts/events'
import { amountText } from '@timedesk/domain/money/money'
import type { Format } from '@timedesk/ui/format'

import { wordAmount, type EventWords, type Values } from './word-changes.ts'

/** What events of agreements, vouchers and subscriptions tell beside name, changes and reason. */
export function settlementValues(event: EventPayload, words: EventWords, format: Format): Values {
  switch (event.type) {
    case 'agreement.terminated':
    case 'agreement.ended':
      return { lastDay: format.workDate(event.lastDay) }
    case 'agreement.renewed':
      return { validTo: format.workDate(event.validTo) }
    case 'agreement.warned':
      return { warning: wordWarning(event, words, format) }
    case 'voucher.sold':
      return {
        quantity: words.say(`unit.${event.unit}`, { count: wordUnits(event.quantity, event.unit, format) }),
        price: wordAmount(event.price, format),
      }
    case 'voucher.moved':
      return {
        movement: words.say(`moved.${event.movement}`, {
          name: event.name,
          units: event.movement === 'adjusted' ? signed(event.units, format) : format.number(Math.abs(event.units)),
          counterpart: event.counterpart ?? '',
        }),
        approver: event.approvedByName === null ? '' : words.say('approvedBy', { name: event.approvedByName }),
      }
    case 'subscription.line_added':
      return { amount: wordAmount(event.amount, format) }
    case 'subscription.price_changed':
      return { how: words.say(`price.${event.kind}`), validFrom: format.workDate(event.validFrom) }
    case 'subscription.period_charged':
      return {
        what: words.say(`charged.${event.kind}`),
        from: format.workDate(event.from),
        to: format.workDate(event.to),
        amount: wordAmount(event.amount, format),
      }
    default:
      return {}
  }
}

export type Warning = { kind: string; facts: Record<string, unknown> }

const DAY = /^\d{4}-\d{2}-\d{2}$/u

/** What an agreement was warned about. Kinds that have no words of their own are told by their facts. */
export function wordWarning({ kind, facts }: Warning, words: EventWords, format: Format): string {
  const told = Object.fromEntries(Object.entries(facts).map(([fact, value]) => [fact, wordFact(value, format)]))
  if (words.has(`warned.${kind}`)) return words.say(`warned.${kind}`, told)
  return [kind.replaceAll('_', ' '), ...Object.values(told)].join(', ')
}

function wordFact(value: unknown, format: Format): string {
  if (typeof value === 'number') return format.number(value)
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return DAY.test(text) ? format.workDate(text) : wordAmount(text, format)
}

/** Units of a voucher: minutes as hours, money as its amount, else a number. */
export function wordUnits(units: number, unit: string, format: Format): string {
  if (unit === 'minutes') return format.minutes(units)
  return unit === 'money' ? amountText(units) : format.number(units)
}

function signed(units: number, format: Format): string {
  return units > 0 ? `+${format.number(units)}` : format.number(units)
}
