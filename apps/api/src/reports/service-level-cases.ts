import type { ServiceLevelDimension } from '@timedesk/contracts/service-levels'
import type { BusinessTime } from '@timedesk/domain/calendar/business-time'
import { caseTimes, type CaseMove, type CaseTimes } from '@timedesk/domain/clocks/case-times'
import { isPaused, type StatusCategory } from '@timedesk/domain/helpdesk/status'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'

/** Which cases a report is about. Days are the company's. */
export type CaseChoice = {
  from: string
  to: string
  by: ServiceLevelDimension
  fieldId?: string | undefined
  customerId?: string | undefined
  typeId?: string | undefined
  priorityId?: string | undefined
  departmentId?: string | undefined
  responsibleId?: string | undefined
  /** Of one row of the report; empty: of those without. */
  key?: string | undefined
}

export type ClockOutcome = 'met' | 'missed' | null

/** A clock of a case, as far as reports tell of it. */
export type ReportedClock = { clock: string; result: ClockOutcome; isByHand: boolean; isBreached: boolean }

/** A case with what its times and promises are told by; `key` is the row of the report that it belongs to. */
export type ReportedCase = CaseTimes & {
  id: string
  key: string
  createdAt: Date
  respondedAt: Date | null
  clocks: ReportedClock[]
}

/** A case as it is read: its number in the batch is its place. Milliseconds, since there may be very many. */
type CaseLine = [id: string, key: string, createdMs: number, respondedMs: number | null]

/** A whole batch as few values: a row for each case and move would take far longer to hand over. */
type Batch = {
  cases: CaseLine[] | null
  /** `<place> <milliseconds> <sequence> <category> <t|f or nothing>` of each move, separated by commas. */
  moves: string | null
  /** `<place> <clock> <result> <by hand> <breached>` of each clock, separated by commas. */
  clocks: string | null
}

export type CasePlace = { createdAt: Date; id: string }

/** The key of case `c` in a dimension; null for a case without. */
const keys: Record<Exclude<ServiceLevelDimension, 'field'>, Prisma.Sql> = {
  priority: Prisma.sql`c.priority_id::text`,
  type: Prisma.sql`c.type_id::text`,
  customer: Prisma.sql`c.customer_id::text`,
  department: Prisma.sql`c.department_id::text`,
  responsible: Prisma.sql`c.responsible_id::text`,
  month: Prisma.sql`to_char(c.created_at AT TIME ZONE co.time_zone, 'YYYY-MM')`,
}

function keyOf({ by, fieldId }: CaseChoice): Prisma.Sql {
  return by === 'field' ? Prisma.sql`c.fields ->> ${fieldId ?? ''}` : keys[by]
}

/** The cases of a choice from a place on, oldest first, with their times in a calendar's hours. */
export async function readReportedCases(
  reader: Reader,
  choice: CaseChoice,
  { after, limit, time, now }: { after: CasePlace | null; limit: number; time: BusinessTime; now: Date },
): Promise<ReportedCase[]> {
  const behind =
    after === null
      ? Prisma.empty
      : Prisma.sql`AND (c.created_at, c.id) > (${after.createdAt}::timestamptz, ${after.id}::uuid)`
  const [batch] = await reader.rows<Batch>(
    Prisma.sql`WITH chosen AS MATERIALIZED (
      SELECT (row_number() OVER (ORDER BY c.created_at, c.id))::int - 1 AS place, c.id, coalesce(${keyOf(choice)}, '') AS key, c.created_at, c.first_replied_at
      FROM support_case c CROSS JOIN company co WHERE ${chosen(choice)} ${behind} ORDER BY c.created_at, c.id LIMIT ${limit}
    )
    SELECT (SELECT json_agg(json_build_array(c.id, c.key, ${msOf(Prisma.sql`c.created_at`)}, ${msOf(Prisma.sql`c.first_replied_at`)}) ORDER BY c.place)
        FROM chosen c) AS cases,
      (SELECT string_agg(concat_ws(' ', c.place, ${msOf(Prisma.sql`e.at`)}, e.sequence, e.payload ->> 'toCategory', left(e.payload ->> 'pauses', 1)), ',')
        FROM event e JOIN chosen c ON c.id = e.case_id WHERE e.type = 'case.status_changed') AS moves,
      (SELECT string_agg(concat_ws(' ', c.place, k.clock, coalesce(k.result, '-'), k.is_by_hand::text, (k.breached_at IS NOT NULL)::text), ',')
        FROM case_clock k JOIN chosen c ON c.id = k.case_id) AS clocks`,
    'anew',
  )
  const moves = readMoves(batch?.moves ?? null)
  const clocks = readClocks(batch?.clocks ?? null)
  return (batch?.cases ?? []).map(([id, key, createdMs, respondedMs], place) => ({
    ...{ id, key, createdAt: new Date(createdMs), respondedAt: respondedMs === null ? null : new Date(respondedMs) },
    ...caseTimes({ createdMs, respondedMs, moves: moves.get(place) ?? [] }, time, now.getTime()),
    clocks: clocks.get(place) ?? [],
  }))
}

function msOf(instant: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(extract(epoch FROM ${instant}) * 1000)::bigint`
}

/** How many cases a choice has. */
export function countedCases(choice: CaseChoice): Prisma.Sql {
  return Prisma.sql`FROM support_case c CROSS JOIN company co WHERE ${chosen(choice)}`
}

function chosen(choice: CaseChoice): Prisma.Sql {
  const { from, to, customerId, typeId, priorityId, departmentId, responsibleId, key } = choice
  const startOf = (day: Prisma.Sql) => Prisma.sql`(${day}::timestamp AT TIME ZONE co.time_zone)`
  const conditions = [
    Prisma.sql`c.created_at >= ${startOf(Prisma.sql`${from}::date`)} AND c.created_at < ${startOf(Prisma.sql`(${to}::date + 1)`)}`,
  ]
  const own = (column: Prisma.Sql, id: string | undefined) => {
    if (id !== undefined) conditions.push(Prisma.sql`${column} = ${id}::uuid`)
  }
  own(Prisma.sql`c.customer_id`, customerId)
  own(Prisma.sql`c.priority_id`, priorityId)
  own(Prisma.sql`c.responsible_id`, responsibleId)
  if (typeId !== undefined) conditions.push(Prisma.sql`c.type_id IN (${branchesBelow(Prisma.sql`case_type`, typeId)})`)
  if (departmentId !== undefined)
    conditions.push(Prisma.sql`c.department_id IN (${branchesBelow(Prisma.sql`department`, departmentId)})`)
  if (key !== undefined) conditions.push(Prisma.sql`coalesce(${keyOf(choice)}, '') = ${key}`)
  return Prisma.join(conditions, ' AND ')
}

function branchesBelow(tree: Prisma.Sql, id: string): Prisma.Sql {
  return Prisma.sql`WITH RECURSIVE branch AS (SELECT ${id}::uuid AS id
    UNION SELECT t.id FROM ${tree} t JOIN branch b ON t.parent_id = b.id) SELECT id FROM branch`
}

type ReadMove = CaseMove & { sequence: number }

/** The moves of each case by its place, in the order of the log: by moment, then as they were written. */
function readMoves(text: string | null): Map<number, ReadMove[]> {
  const moves = new Map<number, ReadMove[]>()
  for (const part of partsOf(text)) {
    const [place, at, sequence, category, pauses] = part.split(' ')
    const moved = category as StatusCategory
    add(moves, Number(place), {
      atMs: Number(at),
      sequence: Number(sequence),
      category: moved,
      pauses: pauses === undefined ? isPaused(moved) : pauses === 't',
    })
  }
  for (const ofCase of moves.values())
    ofCase.sort((one, other) => one.atMs - other.atMs || one.sequence - other.sequence)
  return moves
}

function readClocks(text: string | null): Map<number, ReportedClock[]> {
  const clocks = new Map<number, ReportedClock[]>()
  for (const part of partsOf(text)) {
    const [place, clock = '', result, isByHand, isBreached] = part.split(' ')
    add(clocks, Number(place), {
      ...{ clock, result: result === 'met' || result === 'missed' ? result : null },
      ...{ isByHand: isByHand === 'true', isBreached: isBreached === 'true' },
    })
  }
  return clocks
}

function add<Item>(items: Map<number, Item[]>, place: number, item: Item): void {
  const known = items.get(place)
  if (known === undefined) items.set(place, [item])
  else known.push(item)
}

function partsOf(text: string | null): string[] {
  return text === null ? [] : text.split(',')
}
