import { afterAll, beforeAll, expect, test } from 'vitest'

import { MIGRATIONS_FOLDER } from './folders.ts'
import { migrate } from './migrate.ts'
import { startScratchBefore } from './scratch-before.ts'

/** The last migration of the time when only time spent was settled. */
const LAST_OF_BEFORE = '20261101080200_standard_settings'
const CUSTOMER = '00000000-0000-7000-8000-0000000000c1'
const AGREEMENT = '00000000-0000-7000-8000-0000000000a1'
const EMPLOYEE = '00000000-0000-7000-8000-0000000000e1'
const ENTRY = '00000000-0000-7000-8000-0000000000f1'

let server: Awaited<ReturnType<typeof startScratchBefore>>

beforeAll(async () => {
  server = await startScratchBefore(LAST_OF_BEFORE)
})
afterAll(async () => {
  await server.stop()
})

test('time that was registered before vouchers came keeps its worth, its day and who paid', async () => {
  const { client } = server
  await client.query(`SET ROLE timedesk_staff;
    INSERT INTO customer (id, name) VALUES ('${CUSTOMER}', 'Nordlys');
    INSERT INTO employee (id, initials, name, email, department_id, role)
      SELECT '${EMPLOYEE}', 'MH', 'Mette', 'mette@example.test', id, 'agent' FROM department;
    INSERT INTO agreement (id, customer_id, heading, settlement, valid_from, rate_per_hour)
      VALUES ('${AGREEMENT}', '${CUSTOMER}', 'By the hour', 'time_spent', '2026-01-01', 95000);
    INSERT INTO time_entry (id, employee_id, customer_id, activity_type_id, agreement_id, work_date, minutes, is_billable, created_at)
      SELECT '${ENTRY}', '${EMPLOYEE}', '${CUSTOMER}', id, '${AGREEMENT}', '2026-02-03', 30, true, now() FROM activity_type WHERE is_billable;
    INSERT INTO time_rating (entry_id, billable_minutes, rate_per_hour, amount, currency, explanation, rule_version, rated_at)
      VALUES ('${ENTRY}', 30, 95000, 47500, 'DKK', '[]', 1, now());
    INSERT INTO cover_piece (id, entry_id, kind, minutes, amount) VALUES ('${ENTRY}', '${ENTRY}', 'time_spent', 30, 47500);
    RESET ROLE;`)

  const applied = await migrate(server.url, MIGRATIONS_FOLDER)

  expect(applied.length).toBeGreaterThan(0)
  await client.query('SET ROLE timedesk_staff')
  const { rows } = await client.query(`SELECT t.booked_on::text, t.state, p.agreement_id, p.rate_per_hour, p.value::int
    FROM time_entry t JOIN cover_piece p ON p.entry_id = t.id`)
  expect(rows).toEqual([
    { booked_on: '2026-02-03', state: 'open', agreement_id: AGREEMENT, rate_per_hour: 95000, value: 47500 },
  ])
  const violations = await client.query('SELECT * FROM integrity_violations')
  expect(violations.rows).toEqual([])
})
