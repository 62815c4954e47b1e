import type { BoardPerson } from '@timedesk/contracts/dispatch-board'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'
import { skillsOfEmployee } from '../staff/skills/employee-skills.ts'
import type { BoardScope } from './board-lists.ts'
import { casesOfPerson, remainingOf } from './load-of-person.ts'

const PEOPLE_MAX = 200

/** Active people by name, with what they have to do and when they are there. */
export async function findBoardPeople(
  reader: Reader,
  scope: BoardScope,
): Promise<{ people: BoardPerson[]; hasMorePeople: boolean }> {
  const rows = await reader.rows<BoardPerson>(peopleQuery(scope))
  return { people: rows.slice(0, PEOPLE_MAX), hasMorePeople: rows.length > PEOPLE_MAX }
}

function peopleQuery({ now, branch, horizon }: BoardScope): Prisma.Sql {
  const within = branch === null ? Prisma.sql`true` : Prisma.sql`department_id = ANY(${branch})`
  return Prisma.sql`WITH day AS (SELECT (${now}::timestamptz AT TIME ZONE time_zone)::date AS today FROM company),
    e AS MATERIALIZED (SELECT id, name, initials, department_id, working_minutes FROM employee WHERE is_active AND ${within}
      ORDER BY name, id LIMIT ${Prisma.raw(String(PEOPLE_MAX + 1))})
    SELECT e.id, e.name, e.initials, json_build_object('id', d.id, 'name', d.name) AS department, work."openCases", work."dueCases", work."loadMinutes",
      CASE WHEN a.id IS NULL THEN plan.minutes ELSE 0 END AS "workingMinutesToday",
      CASE WHEN a.id IS NULL THEN greatest(plan.minutes - done.minutes, 0) ELSE 0 END AS "workingMinutesLeft",
      CASE WHEN a.id IS NULL THEN NULL ELSE json_build_object('id', a.id, 'from', a.from_day, 'to', a.to_day,
        'delegate', (SELECT json_build_object('id', s.id, 'name', s.name) FROM employee s WHERE s.id = a.delegate_id)) END AS absence,
      ${skillsOfEmployee} AS skills
    FROM e CROSS JOIN day JOIN department d ON d.id = e.department_id
    CROSS JOIN LATERAL (SELECT e.working_minutes[extract(isodow FROM day.today)::int] AS minutes) plan
    CROSS JOIN LATERAL (SELECT coalesce(sum(t.minutes), 0)::int AS minutes FROM time_entry t WHERE t.employee_id = e.id AND t.work_date = day.today) done
    CROSS JOIN LATERAL (SELECT count(*)::int AS "openCases", (count(*) FILTER (WHERE c.due_at <= ${horizon}::timestamptz))::int AS "dueCases",
        coalesce(sum(${remainingOf}), 0)::int AS "loadMinutes" FROM ${casesOfPerson} c) work
    LEFT JOIN absence a ON a.employee_id = e.id AND day.today BETWEEN a.from_day AND a.to_day
    ORDER BY e.name, e.id`
}
