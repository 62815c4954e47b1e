import { addDays, weekdayOf } from '@timedesk/domain/calendar/days'
import { splitEntry } from '@timedesk/domain/time/split-entry'
import { byEmployee } from '../cases/story.ts'
import { customerId } from '../customers.ts'
import type { CustomerKey } from '../customers.ts'
import { makeId } from '../make-id.ts'
import { instantOf } from '../present.ts'
import type { Present } from '../present.ts'
import { createRandom, seedOf } from '../random.ts'
import { activityId } from '../settings.ts'
import type { DemoCase, DemoHappening } from '../shape.ts'
import { employeeId } from '../staff.ts'
import { zone } from '../working-time.ts'

const MINUTE_MS = 60_000
const SATURDAY = 6
const TRAVEL_MINUTES = [25, 40, 55] as const

/** When a visit outside of hours was, on the day of other work or the Saturday after; an end before the start is on the day after. */
type Night = { customer: CustomerKey; on: 'day' | 'saturday'; from: string; to: string; text: string }

const nights: readonly Night[] = [
  { customer: 'polar', on: 'day', from: '17:10', to: '18:40', text: 'Update of the database after closing time' },
  { customer: 'polar', on: 'saturday', from: '09:00', to: '11:30', text: 'Move to the new storage' },
  { customer: 'nordlys', on: 'day', from: '22:40', to: '00:50', text: 'Release of the intranet by night' },
  { customer: 'nordlys', on: 'saturday', from: '10:15', to: '11:45', text: 'Update of the mail server' },
  { customer: 'balticshipping', on: 'day', from: '18:30', to: '20:05', text: 'Restart of the port calendar by night' },
  { customer: 'sydfyn', on: 'day', from: '16:30', to: '17:45', text: 'Genstart efter strømsvigt' },
]

/** Adds work in evenings, at night and on Saturdays, and the way to those who were visited. */
export function withNightWork(cases: readonly DemoCase[], present: Present): DemoCase[] {
  const added = new Map<string, DemoHappening[]>()
  for (const [index, night] of nights.entries()) {
    const place = placeOf(cases, night, index, present)
    if (place !== null) added.set(place.id, [...(added.get(place.id) ?? []), ...tellNight(night, place.day, index)])
  }
  return cases.map((one) => {
    const more = [...(added.get(one.id) ?? []), ...travelOf(one)]
    return more.length === 0 ? one : { ...one, happenings: inOrder([...one.happenings, ...more]) }
  })
}

/** The latest work of the customer that has room for it; each night takes another one. */
function placeOf(cases: readonly DemoCase[], { customer, on }: Night, index: number, present: Present) {
  const past = cases
    .filter((one) => one.customerId === customerId(customer))
    .flatMap(({ id, happenings }) => {
      const last = happenings.findLast((it) => it.kind === 'time')
      if (last?.kind !== 'time') return []
      const { workDate } = last.entry
      return [{ id, day: on === 'day' ? workDate : addDays(workDate, SATURDAY - weekdayOf(workDate)) }]
    })
    .filter(({ day }) => day < addDays(present.today, -1))
    .sort((one, other) => (one.day < other.day ? 1 : -1))
  return past[index % Math.max(1, past.length)] ?? null
}

function tellNight({ from, to, text }: Night, day: string, index: number): DemoHappening[] {
  const startMs = instantOf(day, from).getTime()
  const endMs = instantOf(to < from ? addDays(day, 1) : day, to).getTime()
  const random = createRandom(seedOf(`night ${day} ${from} ${String(index)}`))
  const parts = splitEntry({ startMs, endMs, minutes: (endMs - startMs) / MINUTE_MS }, zone)
  return parts.map((part, place) => ({
    at: new Date(endMs + MINUTE_MS + place * 1000),
    actor: byEmployee('nikolaj'),
    kind: 'time',
    entry: {
      id: makeId(endMs, random),
      employeeId: employeeId('nikolaj'),
      message: null,
      activityTypeId: activityId('operations'),
      workDate: part.workDate,
      bookedOn: part.workDate,
      startedAt: new Date(part.startMs),
      endedAt: new Date(part.endMs),
      minutes: part.minutes,
      isBillable: true,
      customerText: text,
      internalText: '',
    },
  }))
}

/** Whoever was on site had to get there; registered with the visit. */
function travelOf({ happenings }: DemoCase): DemoHappening[] {
  return happenings.flatMap((it): DemoHappening[] => {
    if (it.kind !== 'time' || it.entry.activityTypeId !== activityId('onSite')) return []
    const random = createRandom(seedOf(`way ${it.entry.id}`))
    const travel = {
      ...it.entry,
      id: makeId(it.at.getTime(), random),
      message: null,
      activityTypeId: activityId('travel'),
      minutes: random.pick(TRAVEL_MINUTES),
      isBillable: true,
      customerText: 'Travel there and back',
      internalText: '',
    }
    return [{ ...it, entry: travel }]
  })
}

/** By their moments; what happened at the same one stays as it was told. */
function inOrder(happenings: readonly DemoHappening[]): DemoHappening[] {
  return happenings.toSorted((one, other) => one.at.getTime() - other.at.getTime())
}
