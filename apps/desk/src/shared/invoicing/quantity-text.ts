import type { UnitCode } from '@timedesk/contracts/invoice'
import { formatMinutes } from '@timedesk/domain/time/format-minutes'
import type { z } from 'zod'

type Unit = z.infer<typeof UnitCode>

const MINUTES_PER_HOUR = 60
const CLOCK = /^(-?)(\d{1,6})(?::([0-5]\d))?$/u
const DECIMAL = /^(-?)(\d{1,6})[.,](\d{1,2})$/u
const WHOLE = /^-?\d{1,8}$/u

/** A quantity as people read it: hours and minutes of minutes, else the number. */
export function quantityText(quantity: number, unit: Unit): string {
  return unit === 'MIN' ? formatMinutes(quantity) : String(quantity)
}

/** Whole units of what a person wrote: `1:50`, `2` or `1,5` hours of minutes, a whole number of others; null when it is none. */
export function parseQuantity(text: string, unit: Unit): number | null {
  const written = text.trim()
  const quantity = unit === 'MIN' ? parseHours(written) : WHOLE.test(written) ? Number(written) : null
  return quantity === 0 ? null : quantity
}

function parseHours(written: string): number | null {
  const clock = CLOCK.exec(written)
  if (clock !== null) return signed(clock[1], Number(clock[2]) * MINUTES_PER_HOUR + Number(clock[3] ?? 0))
  const decimal = DECIMAL.exec(written)
  if (decimal === null) return null
  const minutes = Number(`${decimal[2] ?? '0'}.${decimal[3] ?? '0'}`) * MINUTES_PER_HOUR
  return signed(decimal[1], Math.round(minutes))
}

function signed(sign: string | undefined, size: number): number {
  return sign === '-' ? -size : size
}
