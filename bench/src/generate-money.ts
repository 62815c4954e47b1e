import type { Run, Scale } from './scale.ts'

/** An activity type that every installation begins with. */
export const SUPPORT_ACTIVITY_ID = '00000000-0000-7000-8000-000000000021'

/** Of each customer with a voucher, so that what is measured waits for no single case. */
const CASES_PER_VOUCHER_CUSTOMER = 10

const DRAWS_PER_CASE = 10

/** How many cases of customers with a voucher there are; their numbers come after those of the other cases. */
export function prepaidCases({ voucherCustomers }: Pick<Scale, 'voucherCustomers'>): number {
  return voucherCustomers * CASES_PER_VOUCHER_CUSTOMER
}

/**
 * Customers after the others, each with a voucher that no run uses up and a few open cases: each draws from a pool of
 * its own, so that draws wait for one another as rarely as they do in a company.
 */
export async function fillVouchers(run: Run, scale: Scale): Promise<void> {
  const { cases, customers, voucherCustomers } = scale
  const those = `FROM generate_series($1::int + 1, $1::int + $2::int) n`
  const values = [customers, voucherCustomers]
  await run(`INSERT INTO customer (id, name) SELECT pg_temp.id(3, n), 'Prepaid ' || n ${those}`, values)
  await run(
    `INSERT INTO agreement (id, customer_id, heading, settlement, valid_from, rate_per_hour, increment_minutes, minimum_minutes)
       SELECT pg_temp.id(5, n), pg_temp.id(3, n), 'Prepaid hours', 'voucher', '2020-01-01', 95000, 15, 15 ${those}`,
    values,
  )
  await run(
    `INSERT INTO cover_pool (id, customer_id, agreement_id, kind, name, unit, valid_from, expires_on, order_number)
       SELECT pg_temp.id(12, n), pg_temp.id(3, n), pg_temp.id(5, n), 'voucher', 'V-' || n, 'minutes', '2020-01-01', '2099-12-31', n ${those}`,
    values,
  )
  await run(
    `INSERT INTO voucher (id, customer_id, agreement_id, quantity, price, currency, sold_on, activated_on)
       SELECT pg_temp.id(12, n), pg_temp.id(3, n), pg_temp.id(5, n), 100000000, 150000000000, 'DKK', '2020-01-01', '2020-01-01' ${those}`,
    values,
  )
  await run(
    `INSERT INTO pool_ledger (id, customer_id, pool_id, kind, units, liability_change, actor_name, booked_on, at)
       SELECT pg_temp.id(13, n), pg_temp.id(3, n), pg_temp.id(12, n), 'sale', 100000000, 150000000000, 'Bench', '2020-01-01', '2020-01-01' ${those}`,
    values,
  )
  await run(
    `INSERT INTO support_case (id, number, customer_id, subject, priority_id, status_id, category, department_id, created_via, created_by_name,
         created_at, last_activity_at)
       SELECT pg_temp.id(6, n), n, pg_temp.id(3, $1::int + 1 + n % $2::int), 'Prepaid work ' || n, p.id, s.id, s.category, pg_temp.id(1, 1 + n % 5),
         'desk', 'Agent', '2025-01-01', '2025-01-01'
       FROM generate_series($3::int + 1, $3::int + $4::int) n
       JOIN case_status s ON s.category = 'open' JOIN priority p ON p.level = 1 + n % 4`,
    [...values, cases, prepaidCases(scale)],
  )
}

/**
 * What was drawn from the vouchers before: a server that has worked for a while has a long ledger, and its plans are
 * made for one.
 */
export async function fillDraws(run: Run, scale: Scale): Promise<void> {
  const { cases, customers, voucherCustomers, agents } = scale
  const drawn = `FROM generate_series(1, $1::int * ${String(DRAWS_PER_CASE)}) n
       JOIN support_case c ON c.id = pg_temp.id(6, $2::int + 1 + n % $1::int)
       CROSS JOIN LATERAL (SELECT $3::int + 1 + ($2::int + 1 + n % $1::int) % $4::int AS owner, current_date - n % 365 AS day) v`
  const values = [prepaidCases(scale), cases, customers, voucherCustomers]
  await run(
    `INSERT INTO pool_ledger (id, customer_id, pool_id, kind, units, revenue, liability_change, entry_id, case_id, work_date, minutes, actor_name, booked_on, at)
       SELECT pg_temp.id(17, n), c.customer_id, pg_temp.id(12, owner), 'draw', -30, 45000, -45000, pg_temp.id(16, n), c.id, day, 30, 'Bench', day, day ${drawn}`,
    values,
  )
  await run(
    `INSERT INTO time_entry (id, employee_id, customer_id, case_id, activity_type_id, agreement_id, work_date, booked_on, minutes, is_billable, created_at)
       SELECT pg_temp.id(16, n), pg_temp.id(2, 1 + n % $5::int), c.customer_id, c.id, '${SUPPORT_ACTIVITY_ID}', pg_temp.id(5, owner), day, day, 20, true, day ${drawn}`,
    [...values, agents],
  )
  await run(
    `INSERT INTO time_rating (entry_id, billable_minutes, rate_per_hour, amount, currency, explanation, rule_version, rated_at)
       SELECT pg_temp.id(16, n), 30, 95000, 0, 'DKK', '[]', 2, day ${drawn}`,
    values,
  )
  await run(
    `INSERT INTO cover_piece (id, entry_id, kind, minutes, rate_per_hour, amount, value, agreement_id, pool_id, units, ledger_id)
       SELECT pg_temp.id(18, n), pg_temp.id(16, n), 'voucher', 30, 95000, 0, 47500, pg_temp.id(5, owner), pg_temp.id(12, owner), 30, pg_temp.id(17, n) ${drawn}`,
    values,
  )
}

/** Billable time of the last two years by the hour, a fiftieth of it without a rate. */
export async function fillTime(run: Run, { cases, customers, agents, entries }: Scale): Promise<void> {
  await run(
    `INSERT INTO time_entry (id, employee_id, customer_id, case_id, activity_type_id, agreement_id, work_date, booked_on, minutes, is_billable, created_at)
       SELECT pg_temp.id(14, n), pg_temp.id(2, 1 + n % $1::int), pg_temp.id(3, 1 + c % $2::int), pg_temp.id(6, c), '${SUPPORT_ACTIVITY_ID}',
         pg_temp.id(5, 1 + c % $2::int), day, day, 1 + n % 90, true, day
       FROM generate_series(1, $4::int) n
       CROSS JOIN LATERAL (SELECT 1 + n % $3::int AS c, current_date - n % 730 AS day) v`,
    [agents, customers, cases, entries],
  )
  await run(
    `INSERT INTO time_rating (entry_id, billable_minutes, rate_per_hour, amount, currency, explanation, rule_version, rated_at)
       SELECT pg_temp.id(14, n), b, CASE WHEN n % 50 > 0 THEN 95000 END, CASE WHEN n % 50 > 0 THEN round(b * 95000 / 60.0) END, 'DKK', '[]', 2, current_date
       FROM generate_series(1, $1::int) n CROSS JOIN LATERAL (SELECT (ceil((1 + n % 90) / 15.0) * 15)::int AS b) v`,
    [entries],
  )
  await run(
    `INSERT INTO cover_piece (id, entry_id, kind, minutes, rate_per_hour, amount, value, agreement_id)
       SELECT pg_temp.id(15, n), t.id, CASE WHEN r.amount IS NULL THEN 'missing_rate' ELSE 'time_spent' END, r.billable_minutes, r.rate_per_hour,
         r.amount, r.amount, t.agreement_id
       FROM generate_series(1, $1::int) n JOIN time_entry t ON t.id = pg_temp.id(14, n) JOIN time_rating r ON r.entry_id = t.id`,
    [entries],
  )
}
