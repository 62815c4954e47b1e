import type { PotentialItem } from '@timedesk/contracts/potential'
import type { Language } from '@timedesk/contracts/primitives'
import { priceText } from '../../platform/read-rate.ts'

/** What an item is called by. */
export type NamedItem = {
  source: PotentialItem['source']
  currency: string
  /** Of time. */
  activityType: string | null
  customerText: string | null
  /** Of vouchers: what was sold, or what a cancellation took away. */
  poolName: string | null
  unit: 'minutes' | 'cases' | 'money' | null
  units: number | null
  /** Of subscriptions. */
  description: string | null
  fromDay: string | null
  toDay: string | null
}

const caseWords = { en: 'cases', da: 'sager' } as const satisfies Record<Language, string>

/** What a line of an invoice would say: what the customer may read of time, what was sold, or what is subscribed to. */
export function textOfItem(item: NamedItem, language: Language): string {
  switch (item.source) {
    case 'time':
      return item.customerText === null || item.customerText === '' ? (item.activityType ?? '') : item.customerText
    case 'voucher_sale':
    case 'voucher_credit':
      return `${item.poolName ?? ''}: ${unitsText(item, language)}`
    case 'subscription_period':
      return `${item.description ?? ''}, ${item.fromDay ?? ''} – ${item.toDay ?? ''}`
  }
}

function unitsText({ unit, units, currency }: NamedItem, language: Language): string {
  const count = units ?? 0
  switch (unit) {
    case 'money':
      return priceText(count, currency)
    case 'cases':
      return `${String(count)} ${caseWords[language]}`
    case 'minutes':
    case null:
      return `${String(count)} min`
  }
}
