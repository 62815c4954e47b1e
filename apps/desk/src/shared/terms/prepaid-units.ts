import { amountText, parseAmount } from '@timedesk/domain/money/money'

import { wireDecimal } from '../forms/wire-decimal.ts'

export type PrepaidUnit = 'minutes' | 'cases' | 'money'

const MINUTES_PER_HOUR = 60
const WHOLE = /^\d{1,7}$/u
const CLOCK = /^(\d{1,6}):([0-5]\d)$/u
const DECIMAL = /^(\d{1,6})[.,](\d{1,4})$/u

/**
 * Prepaid units as people write them: hours (`10`, `10:30`, `10.5`), cases (`20`) or an amount (`10000,00`). Gives
 * whole minutes, cases or minor units; null for what is none of them.
 */
export function parseUnits(text: string, unit: PrepaidUnit): number | null {
  const typed = text.trim()
  switch (unit) {
    case 'minutes':
      return parseHours(typed)
    case 'cases':
      return WHOLE.test(typed) ? Number(typed) : null
    case 'money':
      return parseAmount(wireDecimal(typed) ?? '')
  }
}

/** The same units as a field shows them; `parseUnits` reads them back. */
export function unitsText(units: number, unit: PrepaidUnit): string {
  if (unit === 'money') return amountText(units)
  if (unit === 'cases') return String(units)
  const rest = units % MINUTES_PER_HOUR
  const hours = String(Math.floor(units / MINUTES_PER_HOUR))
  return rest === 0 ? hours : `${hours}:${String(rest).padStart(2, '0')}`
}

function parseHours(typed: string): number | null {
  if (WHOLE.test(typed)) return Number(typed) * MINUTES_PER_HOUR
  const clock = CLOCK.exec(typed)
  if (clock !== null) return Number(clock[1]) * MINUTES_PER_HOUR + Number(clock[2])
  const decimal = DECIMAL.exec(typed)
  if (decimal === null) return null
  const [, hours = '', fraction = ''] = decimal
  return Number(hours) * MINUTES_PER_HOUR + Math.round((Number(fraction) * MINUTES_PER_HOUR) / 10 ** fraction.length)
}
