import { toWire } from '@timedesk/domain/money/money'
import { formatMinutes } from '@timedesk/domain/time/format-minutes'
import { useMemo } from 'react'

import { useLanguage } from './use-language.ts'

/** Money as it crosses the wire: a decimal text and an ISO 4217 code. */
export type WireMoney = { amount: string; currency: string }

type Instant = string | Date

const MS_PER_SECOND = 1_000
const WHOLE_PERCENT = 100

const LOCALES: Record<string, string> = { en: 'en-GB', da: 'da-DK' }

const RELATIVE_UNITS: readonly { unit: Intl.RelativeTimeFormatUnit; seconds: number }[] = [
  { unit: 'year', seconds: 31_536_000 },
  { unit: 'month', seconds: 2_592_000 },
  { unit: 'week', seconds: 604_800 },
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
]

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
const BYTES_PER_STEP = 1_000

export type Format = ReturnType<typeof createFormat>

/** Formatters for one language; make it once, since Intl objects are costly. */
export function createFormat(language: string) {
  const locale = LOCALES[language] ?? language
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
  const workDate = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const fullDateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'medium' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'long' })
  const number = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
  const dayOfYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' })
  const currencies = new Map<string, Intl.NumberFormat>()
  const money = (amount: WireMoney) => {
    const formatter = currencies.get(amount.currency) ?? new Intl.NumberFormat(locale, currencyStyle(amount.currency))
    currencies.set(amount.currency, formatter)
    // A decimal text keeps each minor unit, which a number would not for large amounts.
    return formatter.format(amount.amount as Intl.StringNumericLiteral)
  }

  return {
    /** The day of an instant, in the reader's time zone. */
    date: (instant: Instant) => date.format(new Date(instant)),
    /** A calendar day `YYYY-MM-DD`, the same wherever it is read. */
    workDate: (day: string) => workDate.format(new Date(`${day}T00:00:00Z`)),
    time: (instant: Instant) => time.format(new Date(instant)),
    dateTime: (instant: Instant) => dateTime.format(new Date(instant)),
    fullDateTime: (instant: Instant) => fullDateTime.format(new Date(instant)),
    relative: (instant: Instant, now: Date) => formatRelative(relative, new Date(instant), now),
    /** Whole minutes as hours and minutes, `75` → `1:15`. */
    minutes: formatMinutes,
    money,
    /** Whole minor units, such as what is left of a voucher of money. */
    minor: (minor: number, currency: string) => money(toWire({ minor, currency })),
    number: (value: number) => number.format(value),
    /** A multiplier as it crosses the wire, `1.5` → `1,5` where people write a comma. */
    factor: (text: string) => number.format(text as Intl.StringNumericLiteral),
    /** Parts of a hundred. */
    percent: (value: number) => percent.format(value / WHOLE_PERCENT),
    /** The weekday of a calendar day, short. */
    weekday: (day: string) => weekday.format(new Date(`${day}T00:00:00Z`)),
    /** The number of a calendar day within its month. */
    dayOfMonth: (day: string) => String(Number(day.slice(-2))),
    /** A calendar day without its year, `2 Mar`. */
    dayOfYear: (day: string) => dayOfYear.format(new Date(`${day}T00:00:00Z`)),
    bytes: (bytes: number) => formatBytes(locale, bytes),
  }
}

/** The formatters of the current language. */
export function useFormat(): Format {
  const { language } = useLanguage()
  return useMemo(() => createFormat(language), [language])
}

function formatRelative(formatter: Intl.RelativeTimeFormat, instant: Date, now: Date): string {
  const seconds = Math.round((instant.getTime() - now.getTime()) / MS_PER_SECOND)
  const step = RELATIVE_UNITS.find((candidate) => Math.abs(seconds) >= candidate.seconds)
  return step === undefined
    ? formatter.format(0, 'second')
    : formatter.format(Math.trunc(seconds / step.seconds), step.unit)
}

function formatBytes(locale: string, bytes: number): string {
  const step = Math.min(BYTE_UNITS.length - 1, bytes < 1 ? 0 : Math.floor(Math.log(bytes) / Math.log(BYTES_PER_STEP)))
  const formatter = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: BYTE_UNITS[step] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: step < 2 ? 0 : 1,
  })
  return formatter.format(bytes / BYTES_PER_STEP ** step)
}

function currencyStyle(currency: string): Intl.NumberFormatOptions {
  return { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }
}
