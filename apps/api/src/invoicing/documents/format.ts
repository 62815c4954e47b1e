import { formatMinutes } from '@timedesk/domain/time/format-minutes'
import { amountText } from '@timedesk/domain/money/money'
import type { DocumentPeriod, InvoiceDocument, UnitCode } from '@timedesk/domain/invoicing/document'

export type Language = InvoiceDocument['language']

/** Written out here, so that a stored document does not hang on a locale of the machine that drew it. */
const months = {
  en: 'January February March April May June July August September October November December'.split(' '),
  da: 'januar februar marts april maj juni juli august september oktober november december'.split(' '),
} as const
const marks = { en: { group: ',', decimal: '.' }, da: { group: '.', decimal: ',' } } as const
const units = {
  en: { hour: 'h', day: 'day', days: 'days', piece: 'pc.', pieces: 'pcs' },
  da: { hour: 't', day: 'dag', days: 'dage', piece: 'stk.', pieces: 'stk.' },
} as const

const MINUS = '−'
const NO_BREAK_SPACE = '\u00A0'
const MINUTES_PER_HOUR = 60
const MILLIONTHS_DIGITS = 6

/** Minor units: `123450` is `1,234.50`, in Danish `1.234,50`. */
export function formatAmount(minor: number, language: Language): string {
  const [whole = '', decimals = ''] = amountText(Math.abs(minor)).split('.')
  return `${minor < 0 ? MINUS : ''}${groupDigits(whole, language)}${marks[language].decimal}${decimals}`
}

/** Basis points: `1250` is `12.5%`, in Danish `12,5 %`. */
export function formatPercent(basisPoints: number, language: Language): string {
  const number = shorten(amountText(basisPoints)).replace('.', marks[language].decimal)
  return language === 'da' ? `${number}${NO_BREAK_SPACE}%` : `${number}%`
}

/** A rate of exchange in millionths: `7460300` is `7.4603`. */
export function formatRate(millionths: number, language: Language): string {
  const digits = String(millionths).padStart(MILLIONTHS_DIGITS + 1, '0')
  const text = shorten(`${digits.slice(0, -MILLIONTHS_DIGITS)}.${digits.slice(-MILLIONTHS_DIGITS)}`)
  return text.replace('.', marks[language].decimal)
}

/** `2026-03-02` is `2 March 2026`, in Danish `2. marts 2026`. */
export function formatDay(day: string, language: Language): string {
  const { year, month, date } = partsOf(day, language)
  return `${date} ${month} ${year}`
}

/** From the first to the last day, telling once what they share: `2–3 March 2026`. */
export function formatPeriod({ from, to }: DocumentPeriod, language: Language): string {
  if (from === to) return formatDay(from, language)
  const [first, last] = [partsOf(from, language), partsOf(to, language)]
  const end = formatDay(to, language)
  if (first.year !== last.year) return `${formatDay(from, language)} – ${end}`
  return first.month === last.month ? `${first.date}–${end}` : `${first.date} ${first.month} – ${end}`
}

/** Minutes as hours, `110` is `1:50 h`; days and pieces with their word. */
export function formatQuantity(quantity: number, unit: UnitCode, language: Language): string {
  const words = units[language]
  const sign = quantity < 0 ? MINUS : ''
  const size = Math.abs(quantity)
  const count = groupDigits(String(size), language)
  if (unit === 'MIN') return `${sign}${formatMinutes(size)}${NO_BREAK_SPACE}${words.hour}`
  if (unit === 'DAY') return `${sign}${count}${NO_BREAK_SPACE}${size === 1 ? words.day : words.days}`
  return `${sign}${count}${NO_BREAK_SPACE}${size === 1 ? words.piece : words.pieces}`
}

/** What a price is for, after a stroke; nothing when it is for one piece. */
export function formatPriceBase(baseQuantity: number, unit: UnitCode, language: Language): string {
  if (unit === 'C62' && baseQuantity === 1) return ''
  if (unit === 'MIN' && baseQuantity === MINUTES_PER_HOUR) return `/ ${units[language].hour}`
  return `/ ${formatQuantity(baseQuantity, unit, language)}`
}

/** In groups of four, as people read account numbers aloud. */
export function formatIban(iban: string): string {
  return iban.replaceAll(/\s/g, '').replaceAll(/.{4}(?=.)/g, '$& ')
}

function partsOf(day: string, language: Language) {
  const [year = '', month = '', date = ''] = day.split('-')
  const number = String(Number(date))
  return { year, month: months[language][Number(month) - 1] ?? month, date: language === 'da' ? `${number}.` : number }
}

function groupDigits(digits: string, language: Language): string {
  return digits.replaceAll(/\B(?=(\d{3})+$)/g, marks[language].group)
}

/** Without zeros that end a decimal text, and without a point that then ends it. */
function shorten(decimal: string): string {
  return decimal.replace(/\.?0+$/, '')
}
