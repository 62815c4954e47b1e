import { addMonths, firstOfMonth } from '@timedesk/domain/calendar/days'
import { closingDays } from './holidays.ts'
import { idOf } from './make-id.ts'
import type { Present } from './present.ts'
import { priceClassId } from './price-classes.ts'
import type { PriceClassKey } from './price-classes.ts'
import { activityId } from './settings.ts'
import type { ActivityKey } from './settings.ts'
import type { DemoCalendarHours, DemoCostRate, DemoRateCard, DemoServiceCalendar } from './settlement-shape.ts'
import { employeeId, employeeKeys } from './staff.ts'
import type { EmployeeKey } from './staff.ts'

const FOUNDED_ON = '2019-03-01'
const RAISE_MONTHS_AGO = 6

/** Kroner an hour: in the years before, from 1 January of this one, and what is decided for the next. */
type PriceRow = [priceClass: PriceClassKey, activity: ActivityKey | null, before: number, now: number, next?: number]
type CardKey = keyof typeof cards
const cards = {
  standard: {
    name: 'Price list',
    rows: [
      ['junior', null, 875, 925, 950],
      ['consultant', null, 1025, 1075, 1100],
      ['senior', null, 1275, 1325, 1375],
    ],
  },
  projects: {
    name: 'Projects and development',
    rows: [
      ['junior', null, 825, 825],
      ['consultant', null, 975, 975],
      ['consultant', 'project', 925, 925],
      ['senior', null, 1200, 1200],
      ['senior', 'project', 1150, 1150],
    ],
  },
} as const satisfies Record<string, { name: string; rows: readonly PriceRow[] }>
export const rateCardId = (key: CardKey) => idOf(`rate card ${key}`)

export function rateCardsAt({ today }: Present): DemoRateCard[] {
  const year = Number(today.slice(0, 4))
  const january = (ahead: number) => `${String(year + ahead)}-01-01`
  return Object.entries<{ name: string; rows: readonly PriceRow[] }>(cards).map(([key, { name, rows }]) => {
    const id = rateCardId(key as CardKey)
    const priced = ([priceClass, activity, ...rates]: PriceRow) =>
      rates.flatMap((rate, index) =>
        index > 0 && rate === rates[index - 1]
          ? []
          : [
              {
                id: idOf(`${key} ${priceClass} ${activity ?? ''} ${String(index)}`),
                rateCardId: id,
                priceClassId: priceClassId(priceClass),
                activityTypeId: activity === null ? null : activityId(activity),
                validFrom: index === 0 ? '2022-01-01' : january(index - 1),
                ratePerHour: (rate ?? 0) * 100,
              },
            ],
      )
    return { id, name, currency: 'DKK', rows: rows.flatMap(priced) }
  })
}

const WEEKDAYS = [1, 2, 3, 4, 5]
const SATURDAY = 6
type Span = readonly [opensAt: number, closesAt: number]
type Hours = { weekdays: readonly Span[]; saturday?: readonly Span[] }
/** Hours from the first of a month so many months ago, after those of before. */
const hours = {
  office: ['Weekdays 8–16', [{ weekdays: [[8 * 60, 16 * 60]] }]],
  long: [
    'Weekdays 7–18, closed for lunch',
    [
      {
        weekdays: [
          [7 * 60, 12 * 60],
          [12 * 60 + 30, 18 * 60],
        ],
      },
    ],
  ],
  extended: [
    'Weekdays 7–22 and Saturday',
    [{ weekdays: [[7 * 60, 20 * 60]] }, { weekdays: [[7 * 60, 22 * 60]], saturday: [[9 * 60, 14 * 60]] }],
  ],
} as const satisfies Record<string, readonly [name: string, hours: readonly Hours[]]>
export const calendarId = (key: keyof typeof hours) => idOf(`calendar ${key}`)
const CHANGED_MONTHS_AGO = 4

/** Closed on Denmark's public holidays, and on days of its own choice in the years around today. */
export function serviceCalendarsAt({ today }: Present): DemoServiceCalendar[] {
  const year = Number(today.slice(0, 4))
  const holidays = [year - 1, year, year + 1, year + 2].flatMap(closingDays)
  const changedOn = addMonths(firstOfMonth(today), -CHANGED_MONTHS_AGO)
  return Object.entries<readonly [string, readonly Hours[]]>(hours).map(([key, [name, versions]]) => ({
    id: calendarId(key as keyof typeof hours),
    name,
    hours: versions.map(({ weekdays, saturday = [] }, index) => ({
      validFrom: index === 0 ? null : changedOn,
      spans: [...WEEKDAYS.flatMap((weekday) => spansOn(weekday, weekdays)), ...spansOn(SATURDAY, saturday)],
      holidaySet: 'denmark' as const,
    })),
    holidays,
  }))
}

function spansOn(weekday: number, spans: readonly Span[]): DemoCalendarHours['spans'] {
  return spans.map(([opensAt, closesAt]) => ({ weekday, opensAt, closesAt }))
}

/** What an hour costs in kroner: when the company began, and since the last raise. */
const costs: Record<EmployeeKey, [atFirst: number, now: number]> = {
  mette: [310, 325],
  sofie: [305, 320],
  jonas: [455, 480],
  emil: [395, 415],
  laura: [470, 495],
  rasmus: [420, 440],
  nikolaj: [405, 425],
  karen: [380, 395],
  henrik: [560, 590],
  admin: [450, 470],
}

export function costRatesAt({ today }: Present): DemoCostRate[] {
  const raisedOn = addMonths(firstOfMonth(today), -RAISE_MONTHS_AGO)
  return employeeKeys.flatMap((key) =>
    costs[key].map((rate, index) => ({
      employeeId: employeeId(key),
      validFrom: index === 0 ? FOUNDED_ON : raisedOn,
      ratePerHour: rate * 100,
    })),
  )
}
