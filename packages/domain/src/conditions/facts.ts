import { clockMinutes } from '../calendar/clock.ts'
import { weekdayOf } from '../calendar/days.ts'
import type { Weekday } from '../calendar/days.ts'
import type { StatusCategory } from '../helpdesk/status.ts'
import type { Zone } from '../time/zone.ts'

/** What a custom field holds; of a tree the chosen option and all above it, of a box whether it is ticked. */
export type FactValue = string | number | boolean | null | readonly string[]

/** What conditions may ask about a case, at one moment. */
export type CaseFacts = {
  /** The type and those above it; empty without one. */
  typePath: readonly string[]
  customerId: string
  /** The agreement chosen by hand, else every active one of the customer. */
  agreementIds: readonly string[]
  priorityId: string
  product: string | null
  /** Subject and description or message, by `foldText`. */
  foldedWords: string
  /** The department and those above it. */
  departmentPath: readonly string[]
  responsibleId: string | null
  statusId: string
  category: StatusCategory
  /** The contact's, else the customer's. */
  language: string
  /** The moment that is asked about, by the company's clock. */
  clock: ClockMoment
  via: string
  tags: readonly string[]
  fields: Readonly<Record<string, FactValue>>
}

export type ClockMoment = {
  weekday: Weekday
  /** Since midnight. */
  minutes: number
}

/** What the clock on the wall shows in a zone. */
export function clockMomentOf(at: Date, zone: Zone): ClockMoment {
  const clock = new Date(at.getTime() + zone.offsetAt(at.getTime())).toISOString()
  return { weekday: weekdayOf(clock.slice(0, 10)), minutes: clockMinutes(clock.slice(11, 16)) }
}

/** Text as it is compared: without case, and without the difference between ways to write one character. */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
