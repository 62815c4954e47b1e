import type { ServiceCalendar } from '../src/calendar/service-calendar.ts'
import type { AppliedPolicy, ClockFact } from '../src/clocks/facts.ts'
import { almanac, type WallClock } from './wall-clock.ts'

const MINUTE_MS = 60_000

/** A clock as the oracle has it; instants in milliseconds. */
export type Walked = {
  kind: string
  cycle: number
  state: 'running' | 'paused' | 'stopped'
  usedMinutes: number
  marks: [share: number, at: number, owner: string | null][]
  result: 'met' | 'missed' | null
  policy: AppliedPolicy | null
  deadline: number | null
  startedAt: number
  /** The minutes in which it ran, by their beginnings. */
  ran: number[]
  isAnswered: boolean
  isGone: boolean
  isSolved: boolean
}

type Calendars = ReadonlyMap<string, ServiceCalendar>

/** Walks over a case minute by minute. Slow, and nothing of it is shared with what it checks but the facts. */
export class ClockWalk {
  readonly #calendars: Calendars
  readonly #wall: WallClock
  readonly #clocks: Walked[] = []
  #category = 'new'
  #doesPause = false
  #owner: string | null = null
  #promised: AppliedPolicy | null = null

  constructor(calendars: Calendars, wall: WallClock) {
    this.#calendars = calendars
    this.#wall = wall
  }

  /** The clocks at `now`. Facts come in order, and lie on whole minutes like `now`. */
  walk(facts: readonly ClockFact[], now: number): Walked[] {
    const waiting = [...facts]
    for (let minute = facts[0]?.at.getTime() ?? now; minute <= now; minute += MINUTE_MS) {
      while (waiting[0]?.at.getTime() === minute) this.#take(waiting.splice(0, 1), minute)
      for (const clock of this.#clocks) clock.state = this.#standing(clock)
      if (minute < now) this.#pass(minute)
    }
    for (const clock of this.#clocks) clock.result = this.#judge(clock)
    return this.#clocks.filter((clock) => targetOf(clock) !== null || clock.deadline !== null || clock.marks.length > 0)
  }

  /** When a clock would pass its target if nothing happened any more; null: beyond what the wall clock knows. */
  walkOn(clock: Walked, now: number): number | null {
    let left = (targetOf(clock) ?? 0) - clock.usedMinutes
    let at = now
    for (; left > 0 && this.#wall.knows(at); at += MINUTE_MS) if (this.#isOpen(clock, at)) left -= 1
    return left > 0 ? null : at
  }

  #pass(minute: number): void {
    for (const clock of this.#clocks.filter(({ state }) => state === 'running')) {
      this.#mark(clock, minute)
      clock.ran.push(minute)
      if (this.#isOpen(clock, minute)) clock.usedMinutes += 1
    }
  }

  #take([fact]: ClockFact[], minute: number): void {
    if (fact?.kind === 'created') for (const kind of ['first_response', 'resolution']) this.#start(kind, minute)
    if (fact?.kind === 'owner') this.#owner = fact.owner.responsibleName
    if (fact?.kind === 'status') this.#moveTo(fact.category, fact.pauses)
    if (fact?.kind === 'policy') this.#promise(fact.policy)
    if (fact?.kind === 'reply' && fact.by === 'contact' && this.#unanswered().length === 0)
      this.#start('next_response', minute)
    if (fact?.kind === 'reply' && fact.by === 'staff') for (const clock of this.#unanswered()) clock.isAnswered = true
    if (fact?.kind === 'deadline')
      for (const clock of this.#clocks) if (clock.kind === 'resolution') clock.deadline = fact.to?.getTime() ?? null
  }

  #start(kind: string, startedAt: number): void {
    const cycle = this.#clocks.filter((clock) => clock.kind === kind).length + 1
    this.#clocks.push({
      ...{ kind, cycle, startedAt, state: 'running', usedMinutes: 0, marks: [], result: null, ran: [] },
      ...{ policy: this.#promised, deadline: null, isAnswered: false, isGone: false, isSolved: false },
    })
  }

  #unanswered(): Walked[] {
    return this.#clocks.filter((clock) => clock.kind !== 'resolution' && !clock.isAnswered && !clock.isGone)
  }

  #living(): Walked[] {
    return this.#clocks.filter((clock) => !clock.isAnswered && !clock.isGone)
  }

  #hasEnded(): boolean {
    return ['closed', 'cancelled'].includes(this.#category)
  }

  #moveTo(category: string, doesPause: boolean): void {
    const hadEnded = this.#hasEnded()
    this.#category = category
    this.#doesPause = doesPause
    for (const clock of this.#living()) {
      if (hadEnded && !this.#hasEnded()) this.#count(clock, this.#promised)
      if (this.#hasEnded() && clock.kind === 'next_response') clock.isGone = true
      if (clock.kind === 'resolution') clock.isSolved = category === 'solved' || category === 'closed'
    }
  }

  #promise(policy: AppliedPolicy): void {
    this.#promised = policy
    if (this.#hasEnded()) return
    for (const clock of this.#living()) if (!policy.keepsDue || clock.policy === null) this.#count(clock, policy)
  }

  /** Counts anew, from the start on, by what the clock goes by now. */
  #count(clock: Walked, policy: AppliedPolicy | null): void {
    clock.policy = policy
    clock.usedMinutes = clock.ran.filter((minute) => this.#isOpen(clock, minute)).length
  }

  #standing({ kind, isAnswered, isGone }: Walked): Walked['state'] {
    if (isAnswered || isGone || this.#hasEnded()) return 'stopped'
    if (this.#category === 'solved') return 'paused'
    const isForUs = kind !== 'resolution' && this.#category !== 'waiting_customer'
    return this.#doesPause && !isForUs ? 'paused' : 'running'
  }

  #judge({ marks, isAnswered, isSolved }: Walked): Walked['result'] {
    if (this.#category === 'cancelled' && !isAnswered) return null
    if (marks.some(([share]) => share === 100)) return 'missed'
    return isAnswered || isSolved ? 'met' : null
  }

  /** Marks what has passed by the minute's beginning, or passes within it on the way to a deadline. */
  #mark(clock: Walked, minute: number): void {
    const shares = [...new Set([...(clock.policy?.shares ?? []), 100])].sort((one, other) => one - other)
    for (const share of shares) {
      if (clock.marks.some(([marked]) => marked === share)) continue
      const at = clock.deadline === null ? targetPasses(clock, share, minute) : this.#deadlinePasses(clock, share)
      if (at !== null && at < minute + MINUTE_MS) clock.marks.push([share, Math.max(at, minute), this.#owner])
    }
  }

  readonly #passes = new Map<string, number | null>()

  #deadlinePasses(clock: Walked, share: number): number | null {
    const due = clock.deadline ?? 0
    if (share === 100) return due
    const key = [clock.startedAt, due, share, clock.policy?.calendarId].join(' ')
    const known = this.#passes.get(key)
    if (known !== undefined) return known
    let open = 0
    for (let at = clock.startedAt; at < due; at += MINUTE_MS) if (this.#isOpen(clock, at)) open += 1
    const at = this.#afterOpen(clock, Math.round((open * MINUTE_MS * share) / 100))
    const passes = at === null ? null : share < 100 ? Math.min(at, due) : Math.max(at, due)
    this.#passes.set(key, passes)
    return passes
  }

  #afterOpen(clock: Walked, openMs: number): number | null {
    let left = openMs
    for (let at = clock.startedAt; this.#wall.knows(at); at += MINUTE_MS) {
      if (left === 0) return at
      if (!this.#isOpen(clock, at)) continue
      if (left <= MINUTE_MS) return at + left
      left -= MINUTE_MS
    }
    return null
  }

  #isOpen({ policy }: Walked, at: number): boolean {
    const calendar = this.#calendars.get(policy?.calendarId ?? '')
    return calendar === undefined || isOpenAt(calendar, at, this.#wall)
  }
}

function targetPasses(clock: Walked, share: number, minute: number): number | null {
  const target = targetOf(clock)
  return target !== null && clock.usedMinutes * 100 >= target * share ? minute : null
}

function targetOf({ policy, kind }: Walked): number | null {
  return Object.entries(policy?.targets ?? {}).find(([of]) => of === kind)?.[1] ?? null
}

const hoursOfDay = new WeakMap<ServiceCalendar, Map<string, { from: number; to: number }[]>>()

/** Whether a calendar is open in a minute, by the clock on the wall. */
export function isOpenAt(calendar: ServiceCalendar, at: number, wall: WallClock): boolean {
  const { day, weekday, minute } = wall.read(at)
  const days = hoursOfDay.get(calendar) ?? new Map<string, { from: number; to: number }[]>()
  hoursOfDay.set(calendar, days)
  const hours = days.get(day) ?? hoursOn(calendar, day, weekday)
  days.set(day, hours)
  return hours.some(({ from, to }) => from <= minute && minute < to)
}

function hoursOn({ versions, holidays }: ServiceCalendar, day: string, weekday: number) {
  const begun = versions.filter(({ validFrom }) => validFrom <= day)
  const version = begun.toSorted((one, other) => (one.validFrom < other.validFrom ? 1 : -1))[0]
  const isClosed = holidays.includes(day) || (version?.holidaySet === 'denmark' && almanac.has(day))
  return isClosed ? [] : (version?.hours.filter((span) => span.weekday === weekday) ?? [])
}
