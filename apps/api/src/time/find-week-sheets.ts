import type { listWeekSheets, WeekSheetSummary } from '@timedesk/contracts/week-sheets'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { countRows } from '../platform/db/count-rows.ts'
import type { Reader } from '../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../platform/http/paging.ts'
import { presentState } from './find-week-sheet.ts'
import type { WeekGround } from './week-ground.ts'

type Query = z.output<typeof listWeekSheets.query>

type Row = Pick<WeekGround, 'state' | 'submittedAt' | 'decidedAt' | 'decidedByName' | 'reason' | 'version'> &
  Omit<WeekSheetSummary, 'submittedAt' | 'decidedAt'>

/** A page of weeks in a state, oldest first. Open ones are those with time in them that nobody has submitted yet. */
export async function findWeekSheets(reader: Reader, paging: Paging, query: Query): Promise<Page<WeekSheetSummary>> {
  const binding = bindingOf('weeks', query)
  const after = paging.keyAfter(binding, query)
  const behind =
    after === null
      ? Prisma.empty
      : Prisma.sql`AND (w.monday, e.name, e.id) > (${after[0]}::date, ${after[1]}, ${after[2]}::uuid)`
  const source = sourceOf(query)
  const rows = await reader.rows<Row>(Prisma.sql`
    SELECT json_build_object('id', e.id, 'name', e.name) AS employee, w.monday::text AS monday, w.state, w.submitted_at AS "submittedAt",
           w.decided_at AS "decidedAt", w.decided_by_name AS "decidedByName", w.reason, w.version, s.minutes, s."billableMinutes",
           (SELECT sum(m)::int FROM unnest(e.working_minutes) AS m) AS "workingMinutes"
      ${source}
      CROSS JOIN LATERAL (SELECT coalesce(sum(t.minutes), 0)::int AS minutes, coalesce(sum(r.billable_minutes), 0)::int AS "billableMinutes"
        FROM time_entry t JOIN time_rating r ON r.entry_id = t.id
       WHERE t.employee_id = e.id AND t.work_date BETWEEN w.monday AND w.monday + 6) s
     WHERE true ${behind} ORDER BY w.monday, e.name, e.id LIMIT ${query.limit + 1}`)
  const page = paging.cut(binding, query, rows, ({ monday, employee }) => [monday, employee.name, employee.id], present)
  return withTotal(page, query, () => countRows(reader, source))
}

function sourceOf({ state, employeeId }: Query): Prisma.Sql {
  const whose = employeeId === undefined ? Prisma.empty : Prisma.sql`AND e.id = ${employeeId}::uuid`
  const weeks = state === 'open' ? openWeeks : Prisma.sql`week_sheet`
  return Prisma.sql`FROM ${weeks} w JOIN employee e ON e.id = w.employee_id AND w.state = ${state} ${whose}`
}

/** Most weeks have no row before they are submitted. */
const openWeeks = Prisma.sql`(
  SELECT g.employee_id, g.monday, coalesce(k.state, 'open') AS state, k.submitted_at, k.decided_at, k.decided_by_name,
         coalesce(k.reason, '') AS reason, coalesce(k.version, 0) AS version
    FROM (SELECT DISTINCT t.employee_id, date_trunc('week', t.work_date)::date AS monday
            FROM time_entry t WHERE t.state = 'open' AND t.correction IS NULL) g
    LEFT JOIN week_sheet k ON k.employee_id = g.employee_id AND k.monday = g.monday)`

function present({ employee, monday, minutes, workingMinutes, billableMinutes, ...row }: Row): WeekSheetSummary {
  return { employee, monday, ...presentState(row), minutes, workingMinutes, billableMinutes }
}
