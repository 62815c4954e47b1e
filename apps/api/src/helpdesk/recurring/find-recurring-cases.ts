import type { listRecurringCases, RecurringCase } from '@timedesk/contracts/recurring-cases'
import { Refusal } from '@timedesk/contracts/refusal'
import { clockText } from '@timedesk/domain/calendar/clock'
import { nextOccurrences, type ClockedRule } from '@timedesk/domain/recurrence/next-occurrences'
import { zoneNamed } from '@timedesk/domain/time/zone-named'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Reader } from '../../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../../platform/http/paging.ts'

/** How many of its next times are told. */
const NEXT_SHOWN = 5

/** A recurring case as it is stored. Days are `YYYY-MM-DD`. */
export type RecurringRow = Omit<RecurringCase, 'every' | 'time' | 'next'> & {
  unit: RecurringCase['every']['unit']
  interval: number
  weekdays: number[]
  dayOfMonth: number | null
  clockMinutes: number
  /** When its rule came into force. */
  since: Date
  /** The latest day that was dealt with. */
  lastDay: string | null
  timeZone: string
}

const selection = Prisma.sql`SELECT r.id, r.name, json_build_object('id', k.id, 'name', k.name) AS template,
    json_build_object('id', cu.id, 'name', cu.name) AS customer,
    CASE WHEN p.id IS NULL THEN NULL ELSE json_build_object('id', p.id, 'name', p.name) END AS contact,
    CASE WHEN a.id IS NULL THEN NULL ELSE json_build_object('id', a.id, 'name', a.heading) END AS agreement,
    r.unit, r.every AS interval, r.weekdays, r.day_of_month AS "dayOfMonth", r.clock_minutes AS "clockMinutes",
    r.starts_on::text AS "startsOn", r.ends_on::text AS "endsOn", r.since, r.is_active AS "isActive", r.version,
    (SELECT max(u.due_on)::text FROM recurring_case_run u WHERE u.recurring_id = r.id) AS "lastDay",
    (SELECT json_build_object('id', c.id, 'number', c.number, 'subject', c.subject) FROM recurring_case_run u JOIN support_case c ON c.id = u.case_id
      WHERE u.recurring_id = r.id ORDER BY u.due_on DESC LIMIT 1) AS "lastCase",
    co.time_zone AS "timeZone"
  FROM recurring_case r JOIN case_template k ON k.id = r.template_id JOIN customer cu ON cu.id = r.customer_id
  LEFT JOIN contact p ON p.id = r.contact_id LEFT JOIN agreement a ON a.id = r.agreement_id CROSS JOIN company co`

/** The rule by which a recurring case comes back. */
export function ruleOf(row: RecurringRow): ClockedRule {
  const { unit, interval, weekdays, dayOfMonth, startsOn, endsOn, clockMinutes } = row
  return { every: { unit, interval, weekdays, dayOfMonth }, startsOn, endsOn, clockMinutes }
}

/** A page of recurring cases by name. */
export async function findRecurringCases(
  reader: Reader,
  paging: Paging,
  query: z.output<typeof listRecurringCases.query>,
  now: Date,
): Promise<Page<RecurringCase>> {
  const { isActive, customerId, limit } = query
  const binding = bindingOf('recurring-cases', query)
  const key = paging.keyAfter(binding, query)
  const filters = [Prisma.sql`true`]
  if (isActive !== undefined) filters.push(Prisma.sql`r.is_active = ${isActive}`)
  if (customerId !== undefined) filters.push(Prisma.sql`r.customer_id = ${customerId}::uuid`)
  const matching = Prisma.join(filters, ' AND ')
  const behind = key === null ? Prisma.empty : Prisma.sql`AND (r.name, r.id) > (${key[0]}, ${key[1]}::uuid)`
  const rows = await reader.rows<RecurringRow>(
    Prisma.sql`${selection} WHERE ${matching} ${behind} ORDER BY r.name, r.id LIMIT ${limit + 1}`,
  )
  const page = paging.cut(
    binding,
    query,
    rows,
    ({ name, id }) => [name, id],
    (row) => present(row, now),
  )
  return withTotal(page, query, async () => {
    const [counted] = await reader.rows<{ total: number }>(
      Prisma.sql`SELECT count(*)::int AS total FROM recurring_case r WHERE ${matching}`,
    )
    return counted?.total ?? 0
  })
}

/** One recurring case. Refuses with `not_found`. */
export async function findRecurringCase(reader: Reader, id: string, now: Date): Promise<RecurringCase> {
  return present(await readRecurringCase(reader, id), now)
}

/** The same as it is stored. */
export async function readRecurringCase(reader: Reader, id: string): Promise<RecurringRow> {
  const [row] = await reader.rows<RecurringRow>(Prisma.sql`${selection} WHERE r.id = ${id}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  return row
}

/** All that are not paused, as they are stored. */
export async function readActiveRecurringCases(reader: Reader): Promise<RecurringRow[]> {
  return reader.rows<RecurringRow>(Prisma.sql`${selection} WHERE r.is_active ORDER BY r.id`)
}

/** The next times from a moment on; none of before its rule came into force. */
export function nextOf(rule: ClockedRule, timeZone: string, { now, since, lastDay }: NextFrom) {
  const after = since > now ? since : now
  return nextOccurrences(rule, zoneNamed(timeZone), { after, lastDay, count: NEXT_SHOWN }).map(({ day, at }) => ({
    day,
    at: at.toISOString(),
  }))
}

type NextFrom = { now: Date; since: Date; lastDay: string | null }

function present(row: RecurringRow, now: Date): RecurringCase {
  const { unit: _unit, interval: _interval, weekdays: _weekdays, dayOfMonth: _dayOfMonth, ...known } = row
  const { clockMinutes, since, lastDay, timeZone, ...shown } = known
  const rule = ruleOf(row)
  const next = row.isActive ? nextOf(rule, timeZone, { now, since, lastDay }) : []
  return { ...shown, every: rule.every, time: clockText(clockMinutes), next }
}
