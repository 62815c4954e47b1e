const GROUPED = /^\d{1,3}([.,' ])\d{3}(?:\1\d{3})*(?:[.,]\d{1,2})?$/
const PLAIN = /^\d+(?:[.,]\d{1,2})?$/
const DECIMALS = /[.,](\d{1,2})$/
const DIGITS_MAX = 15

/**
 * Minor units of an amount as banks write it: `1.234,50`, `1,234.50`, `-500`, `500-`, `(500.00)`, with or without a
 * currency. A separator before one or two last digits is the decimal one. Null for what is no amount.
 */
export function parseBankAmount(text: string): number | null {
  const bare = text
    .replaceAll(/[\u00a0\u202f]/gu, ' ')
    .replaceAll(/\b(?:[A-Z]{3}|kr)\b\.?/giu, '')
    .trim()
  const isBracketed = /^\(.*\)$/u.test(bare)
  const signed = (isBracketed ? bare.slice(1, -1) : bare).replace('\u2212', '-').trim()
  const isNegative = isBracketed || signed.startsWith('-') || signed.endsWith('-')
  const figure = signed.replace(/^[+-]/u, '').replace(/-$/u, '').trim()
  if (!PLAIN.test(figure) && !isGrouped(figure)) return null
  const decimals = DECIMALS.exec(figure)?.[1] ?? ''
  const whole = (decimals === '' ? figure : figure.slice(0, -decimals.length - 1)).replaceAll(/\D/gu, '')
  if (whole.length > DIGITS_MAX - 2) return null
  const minor = Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
  return isNegative && minor > 0 ? -minor : minor
}

/** Thousands and decimals cannot have the same sign. */
function isGrouped(figure: string): boolean {
  const sign = GROUPED.exec(figure)?.[1]
  return sign !== undefined && !(DECIMALS.test(figure) && figure.at(-(DECIMALS.exec(figure)?.[0].length ?? 0)) === sign)
}

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/
const DAY_FIRST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:[T ].*)?$/
const CENTURY = '20'

/** A day as banks write it, `2026-03-02` or `02-03-2026` with any usual sign, as `YYYY-MM-DD`; null for what is no day. */
export function parseBankDay(text: string): string | null {
  const [, year, month, day] = YEAR_FIRST.exec(text.trim()) ?? []
  if (year !== undefined) return dayOf(year, month, day)
  const [, first, second, last = ''] = DAY_FIRST.exec(text.trim()) ?? []
  return dayOf(last.length === 2 ? `${CENTURY}${last}` : last, second, first)
}

function dayOf(year: string, month = '', day = ''): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = new Date(`${text}T00:00:00Z`)
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text ? null : text
}
