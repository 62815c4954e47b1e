import { Refusal } from '@timedesk/contracts/refusal'
import type { getServiceLevels, ServiceLevelRow } from '@timedesk/contracts/service-levels'
import type { Reference } from '@timedesk/contracts/primitives'
import { aroundTheClock, type BusinessTime } from '@timedesk/domain/calendar/business-time'
import { measure, minutesOf } from '@timedesk/domain/clocks/measure'
import { amountText } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Reader } from '../platform/db/database.ts'
import { loadCalendars } from '../settings/load-calendars.ts'
import { readReportedCases, type CasePlace, type ReportedCase } from './service-level-cases.ts'
import { namesOfKeys } from './service-level-names.ts'

/** How many cases lie in memory at once. */
const BATCH_CASES = 50_000
const BASIS_POINTS = 10_000

type Query = z.output<typeof getServiceLevels.query>
type Figures = Omit<ServiceLevelRow, 'key' | 'name'>
type Tally = { met: number; missed: number }

/** What is gathered of the cases of a row. */
type Gathered = {
  cases: number
  responsesMs: number[]
  resolutionsMs: number[]
  pausedMs: number
  breaches: number
  firstResponses: Tally
  nextResponses: Tally
  resolutions: Tally
  deadlines: Tally
}

export type ServiceLevels = { data: ServiceLevelRow[]; totals: Figures; isCut: boolean; calendar: Reference | null }

/**
 * How fast the cases of a period were answered and solved, and what was promised for them, by a dimension. Priorities
 * stand in their order and months in theirs, others by how many cases they have; cases without come last. Refuses with
 * `not_found` a calendar or custom field that there is none of.
 */
export async function findServiceLevels(reader: Reader, query: Query, now: Date): Promise<ServiceLevels> {
  const { calendar, time } = await measuringTime(reader, query.calendarId)
  const rows = new Map<string, Gathered>()
  let after: CasePlace | null = null
  for (;;) {
    const cases: ReportedCase[] = await readReportedCases(reader, query, { after, limit: BATCH_CASES, time, now })
    for (const one of cases) gather(rows, one)
    after = cases.at(-1) ?? null
    if (cases.length < BATCH_CASES) break
  }
  const named = await namesOfKeys(reader, query, [...rows.keys()])
  const data = [...rows]
    .map(([key, gathered]) => ({ key, name: named.get(key)?.name ?? key, ...figuresOf(gathered) }))
    .sort((one, other) => compare(one, other, (key) => named.get(key)?.order ?? null))
  return {
    data: data.slice(0, query.limit),
    totals: figuresOf([...rows.values()].reduce(sum, nothing())),
    isCut: data.length > query.limit,
    calendar,
  }
}

/** The hours that a report measures in; around the clock unless a calendar is named. Refuses with `not_found`. */
export async function measuringTime(
  reader: Reader,
  calendarId: string | undefined,
): Promise<{ calendar: Reference | null; time: BusinessTime }> {
  if (calendarId === undefined) return { calendar: null, time: aroundTheClock }
  const [[calendar], times] = await Promise.all([
    reader.rows<Reference>(Prisma.sql`SELECT id, name FROM service_calendar WHERE id = ${calendarId}::uuid`),
    loadCalendars(reader),
  ])
  const time = times.get(calendarId)
  if (calendar === undefined || time === undefined) throw new Refusal('not_found')
  return { calendar, time }
}

function nothing(): Gathered {
  const [firstResponses, nextResponses, resolutions, deadlines] = [tally(), tally(), tally(), tally()]
  return {
    ...{ cases: 0, responsesMs: [], resolutionsMs: [], pausedMs: 0, breaches: 0 },
    ...{ firstResponses, nextResponses, resolutions, deadlines },
  }
}

function tally(): Tally {
  return { met: 0, missed: 0 }
}

function gather(rows: Map<string, Gathered>, { key, responseMs, resolutionMs, pausedMs, clocks }: ReportedCase): void {
  const row = rows.get(key) ?? nothing()
  rows.set(key, row)
  row.cases += 1
  if (responseMs !== null) row.responsesMs.push(responseMs)
  if (resolutionMs !== null) {
    row.resolutionsMs.push(resolutionMs)
    row.pausedMs += pausedMs
  }
  for (const { clock, result, isByHand, isBreached } of clocks) {
    if (isBreached) row.breaches += 1
    if (result !== null) promiseOf(row, clock, isByHand)[result] += 1
  }
}

function promiseOf(row: Gathered, clock: string, isByHand: boolean): Tally {
  if (isByHand) return row.deadlines
  if (clock === 'first_response') return row.firstResponses
  return clock === 'next_response' ? row.nextResponses : row.resolutions
}

function sum(one: Gathered, other: Gathered): Gathered {
  const both = (of: (row: Gathered) => Tally) => ({
    met: of(one).met + of(other).met,
    missed: of(one).missed + of(other).missed,
  })
  return {
    cases: one.cases + other.cases,
    responsesMs: one.responsesMs.concat(other.responsesMs),
    resolutionsMs: one.resolutionsMs.concat(other.resolutionsMs),
    pausedMs: one.pausedMs + other.pausedMs,
    breaches: one.breaches + other.breaches,
    firstResponses: both((row) => row.firstResponses),
    nextResponses: both((row) => row.nextResponses),
    resolutions: both((row) => row.resolutions),
    deadlines: both((row) => row.deadlines),
  }
}

function figuresOf({ responsesMs, resolutionsMs, pausedMs, ...gathered }: Gathered): Figures {
  const { cases, breaches, firstResponses, nextResponses, resolutions, deadlines } = gathered
  return {
    ...{ cases, breaches },
    response: measure(responsesMs),
    resolution: measure(resolutionsMs),
    pausedMinutes: minutesOf(pausedMs),
    firstResponses: shared(firstResponses),
    nextResponses: shared(nextResponses),
    resolutions: shared(resolutions),
    deadlines: shared(deadlines),
  }
}

function shared({ met, missed }: Tally): Figures['resolutions'] {
  const all = met + missed
  return { met, missed, metPercent: all === 0 ? null : amountText(Math.round((met * BASIS_POINTS) / all)) }
}

function compare(one: ServiceLevelRow, other: ServiceLevelRow, orderOf: (key: string) => number | null): number {
  if (one.key === '' || other.key === '') return Number(one.key === '') - Number(other.key === '')
  const order = (orderOf(one.key) ?? 0) - (orderOf(other.key) ?? 0)
  if (order !== 0) return order
  return other.cases - one.cases || (one.name < other.name ? -1 : Number(one.name > other.name))
}
