import type { Run } from './scale.ts'

const SKILLS = 5

/** When case `n` is due: every second open one, from five days ago to fifteen days from now; the others never. */
export const dueOf = `CASE WHEN n % 12 = 0 THEN date_trunc('hour', now()) + ((n / 12) % 480 - 120) * interval '1 hour' END`

/**
 * What a dispatcher looks at beside cases: skills of the agents, two of whom are away today, and the clocks of cases
 * that are due, with the log that they go by.
 */
export async function fillDispatch(run: Run, agents: number): Promise<void> {
  await run(
    `INSERT INTO skill (id, name) SELECT pg_temp.id(18, n), 'Skill ' || n FROM generate_series(1, ${String(SKILLS)}) n`,
  )
  await run(
    `INSERT INTO employee_skill (employee_id, skill_id, level)
       SELECT pg_temp.id(2, n), pg_temp.id(18, 1 + (n + k) % ${String(SKILLS)}), 1 + (n + k) % 3 FROM generate_series(1, $1::int) n CROSS JOIN generate_series(0, 1) k`,
    [agents],
  )
  await run(
    `INSERT INTO absence (id, employee_id, from_day, to_day, delegate_id)
       SELECT pg_temp.id(19, n), pg_temp.id(2, n), current_date, current_date + 5, pg_temp.id(2, n + 5) FROM generate_series(1, 2) n`,
  )
  await run(
    `INSERT INTO case_clock (case_id, clock, cycle, state, started_at, due_at, used, is_by_hand)
       SELECT id, 'resolution', 1, 'running', created_at, due_at, 0, true FROM support_case WHERE due_at IS NOT NULL`,
  )
  await run(
    `INSERT INTO event (id, type, subject_kind, subject_id, case_id, customer_id, is_internal, payload, actor_kind, actor_name, at)
       SELECT pg_temp.id(20, number), 'case.deadline_set', 'case', id, id, customer_id, true, jsonb_build_object('from', NULL,
           'to', to_char(due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'reason', ''), 'employee', 'Agent', created_at
         FROM support_case WHERE due_at IS NOT NULL`,
  )
}
