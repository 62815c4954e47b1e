import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Prisma } from '@timedesk/prisma/client'
import { demoPassword } from '@timedesk/prisma/seed/demo-company'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO_INVOICING_KINDS } from '../../test/demo-invoicing-kinds.ts'
import { DEMO_KINDS } from '../../test/demo-kinds.ts'
import { startServer, type TestServer } from '../../test/harness.ts'
import { bookRevenue } from '../bookkeeping/book-revenue.ts'
import { settleAgreements } from '../agreements/settle-agreements.ts'
import { verifyPassword } from '../identity/hash-password.ts'
import { openLocalDisk } from '../platform/storage/local-disk.ts'
import { loadDemoCompany } from './load-demo-company.ts'

const NOW = new Date('2026-11-23T14:20:00Z')

let server: TestServer & { close: () => Promise<void> }
let folder: string

const one = async <Row>(query: Prisma.Sql): Promise<Row> => {
  const [row] = await server.database.reader.rows<Row>(query)
  if (row === undefined) throw new Error('no row')
  return row
}
const count = async (query: Prisma.Sql) => (await one<{ n: number }>(query)).n

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'demo-'))
  server = await startServer()
  await loadDemoCompany(server.database, await openLocalDisk(folder), NOW)
}, 180_000)

afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

describe('the loaded demo company', () => {
  test('breaks no rule that must always be true', async () => {
    expect(await server.database.reader.rows(Prisma.sql`SELECT * FROM integrity_violations`)).toEqual([])
  })

  test('has its cases, each with a log and no delivery waiting', async () => {
    expect(await count(Prisma.sql`SELECT count(*)::int AS n FROM support_case`)).toBe(606)
    expect(await count(Prisma.sql`SELECT count(*)::int AS n FROM case_status`)).toBe(10)
    expect(await count(Prisma.sql`SELECT count(*)::int AS n FROM priority`)).toBe(4)
    expect(await count(Prisma.sql`SELECT count(*)::int AS n FROM event WHERE type = 'case.created'`)).toBe(606)
    expect(await count(Prisma.sql`SELECT count(*)::int AS n FROM event_delivery`)).toBe(0)
    expect(await count(Prisma.sql`SELECT count(*)::int AS n FROM mail WHERE state <> 'sent'`)).toBe(0)
  })

  test('leaves each case as its last status event says, and its log in order', async () => {
    const disagreeing = Prisma.sql`SELECT count(*)::int AS n FROM support_case c CROSS JOIN LATERAL (
      SELECT e.payload ->> 'toCategory' AS category FROM event e
        WHERE e.case_id = c.id AND e.type = 'case.status_changed' ORDER BY e.sequence DESC LIMIT 1) l WHERE l.category <> c.category`
    const unordered = Prisma.sql`SELECT count(*)::int AS n FROM (
      SELECT at, lag(at) OVER (ORDER BY sequence) AS before FROM event WHERE type NOT LIKE 'clock.%') e WHERE at < before`

    expect(await count(disagreeing)).toBe(0)
    expect(await count(unordered)).toBe(0)
  })

  test('is one company with its own departments and activity types only', async () => {
    expect(
      await one(
        Prisma.sql`SELECT c.name, c.rate_per_hour AS rate, d.name AS queue FROM company c JOIN department d ON d.id = c.default_department_id`,
      ),
    ).toEqual({ name: 'Fjordbyte', rate: 95_000, queue: 'First line' })
    expect(await count(Prisma.sql`SELECT count(*)::int AS n FROM department WHERE parent_id IS NULL`)).toBe(1)
    expect(await count(Prisma.sql`SELECT count(*)::int AS n FROM activity_type`)).toBe(10)
    expect(await count(Prisma.sql`SELECT count(*)::int AS n FROM service_calendar`)).toBe(3)
  })

  test('lets everybody in with the demo password', async () => {
    const { hash } = await one<{ hash: string }>(
      Prisma.sql`SELECT password_hash AS hash FROM employee WHERE initials = 'MH'`,
    )

    expect(await verifyPassword(hash, demoPassword)).toBe(true)
    expect(await count(Prisma.sql`SELECT count(*)::int AS n FROM contact WHERE password_hash IS NULL`)).toBe(0)
  })

  test('goes on with the next numbers', async () => {
    for (const [sequence, table] of [
      ['support_case_number_seq', 'support_case'],
      ['customer_number_seq', 'customer'],
      ['project_number_seq', 'project'],
      ['agreement_number_seq', 'agreement'],
      ['voucher_number_seq', 'voucher'],
      ['voucher_order_number_seq', 'voucher_order'],
      ['invoice_run_number_seq', 'invoice_run'],
    ] as const) {
      const { next, last } = await one<{ next: number; last: number }>(
        Prisma.sql`SELECT nextval(${sequence}::regclass)::int AS next, (SELECT max(number) FROM ${Prisma.raw(table)}) AS last`,
      )
      expect(next).toBe(last + 1)
    }
  })

  test('tells of what is unread these days, and of nothing else', async () => {
    const read = Prisma.sql`SELECT count(*)::int AS n FROM staff_notice n JOIN staff_read_mark m
      ON m.case_id = n.case_id AND m.employee_id = n.employee_id AND m.read_at >= n.created_at`

    expect(await count(Prisma.sql`SELECT count(*)::int AS n FROM staff_notice`)).toBeGreaterThan(0)
    expect(await count(Prisma.sql`SELECT count(*)::int AS n FROM contact_notice`)).toBeGreaterThan(0)
    expect(await count(read)).toBe(0)
  })

  test.for([...DEMO_KINDS, ...DEMO_INVOICING_KINDS])('shows %s', async ([, found]) => {
    expect((await server.database.reader.rows(found)).length).toBeGreaterThan(0)
  })

  test('has time of everybody rated and costed, at prices of every source', async () => {
    const worthless = Prisma.sql`SELECT count(*)::int AS n FROM time_entry t LEFT JOIN time_rating r ON r.entry_id = t.id
      WHERE r.cost IS NULL OR (t.is_billable AND r.amount IS NULL)`
    const sources = Prisma.sql`SELECT DISTINCT s ->> 'source' AS source FROM time_rating r, jsonb_array_elements(r.explanation) s
      WHERE s ->> 'step' = 'rate' ORDER BY 1`

    expect(await count(worthless)).toBe(0)
    expect(await server.database.reader.rows<{ source: string }>(sources)).toEqual(
      ['agreement', 'agreement_role', 'agreement_role_activity', 'company', 'customer', 'overage', 'role'].map(
        (source) => ({ source }),
      ),
    )
  })

  test('has balances and amounts that add up', async () => {
    const sums = Prisma.sql`SELECT (SELECT sum(balance) FROM cover_pool)::float8 AS balance, (SELECT sum(units) FROM pool_ledger)::float8 AS units,
      (SELECT sum(price) FROM voucher)::float8 AS sold,
      (SELECT sum(liability) FROM cover_pool)::float8 + (SELECT sum(revenue) + sum(credited) FROM pool_ledger)::float8 AS kept,
      (SELECT sum(amount) FROM time_rating)::float8 AS registered,
      (SELECT sum(amount) FROM potential_item WHERE source = 'time')::float8
        + (SELECT sum(amount) FROM cover_piece WHERE hold = 'declined')::float8
        + (SELECT sum(CASE i.kind WHEN 'credit_note' THEN -s.registered ELSE s.registered END) FROM invoice_source s
          JOIN invoice i ON i.id = s.invoice_id WHERE s.source = 'time' AND s.is_live)::float8
        + (SELECT sum(amount) FROM potential_mark WHERE kind = 'write_off' AND released_at IS NULL)::float8 AS chargeable`
    const { balance, units, sold, kept, registered, chargeable } = await one<Record<string, number>>(sums)

    expect(balance).toBe(units)
    expect(sold).toBe(kept)
    expect(registered).toBe(chargeable)
    expect(Math.min(balance ?? 0, sold ?? 0, registered ?? 0)).toBeGreaterThan(0)
  })

  test('has nothing that happened later, and draws booked when the work was registered', async () => {
    const latest = Prisma.sql`SELECT greatest((SELECT max(at) FROM event), (SELECT max(at) FROM pool_ledger), (SELECT max(at) FROM agreement_warning),
      (SELECT max(created_at) FROM time_entry), (SELECT max(ended_at) FROM time_entry), (SELECT max(rated_at) FROM time_rating),
      (SELECT max(created_at) FROM subscription_period), (SELECT max(at) FROM overage_decision), (SELECT max(created_at) FROM invoice),
      (SELECT max(posted_at) FROM invoice), (SELECT max(sent_at) FROM invoice), (SELECT max(at) FROM payment), (SELECT max(at) FROM reminder),
      (SELECT max(at) FROM posting), (SELECT max(answered_at) FROM time_question), (SELECT max(created_at) FROM voucher_order)) AS at`
    const elsewhere = Prisma.sql`SELECT count(*)::int AS n FROM pool_ledger l JOIN time_entry t ON t.id = l.entry_id
      WHERE l.kind = 'draw' AND t.correction IS NULL AND NOT EXISTS (SELECT 1 FROM invoice_source s WHERE s.entry_id = t.id) AND l.booked_on <> (t.created_at AT TIME ZONE 'Europe/Copenhagen')::date`

    expect((await one<{ at: Date }>(latest)).at.getTime()).toBeLessThanOrEqual(NOW.getTime())
    expect(await count(elsewhere)).toBe(0)
  })

  test('leaves nothing for the night’s job to do at once', async () => {
    const done = Prisma.sql`SELECT (SELECT count(*) FROM pool_ledger)::int AS movements, (SELECT count(*) FROM subscription_period)::int AS periods,
      (SELECT count(*) FROM agreement_warning)::int AS warnings, (SELECT count(*) FROM mail)::int AS mails,
      (SELECT count(*) FROM posting)::int AS postings`
    const before = await one<Record<string, number>>(done)
    await settleAgreements(server.deps, NOW)
    await bookRevenue(server.deps, NOW)

    expect(await one(done)).toEqual(before)
    expect(before.warnings).toBeGreaterThan(10)
  })

  test('lets the people of the customer with logins see time, a voucher and a subscription', async () => {
    const shown = Prisma.sql`SELECT cu.shows_time AS time, cu.shows_balances AS balances, cu.shows_money AS money,
        array_agg(DISTINCT p.kind ORDER BY p.kind) AS pools
      FROM customer cu JOIN contact c ON c.customer_id = cu.id JOIN cover_pool p ON p.customer_id = cu.id AND p.balance > 0
      WHERE c.email = 'anna@nordlys.example' GROUP BY cu.id`

    expect(await one(shown)).toMatchObject({ time: 'live', balances: true, money: true, pools: ['quota', 'voucher'] })
  })

  test('is refused by a database that somebody works with', async () => {
    const storage = await openLocalDisk(path.join(folder, 'other'))

    await expect(loadDemoCompany(server.database, storage, NOW)).rejects.toThrow('needs an empty one')
    const left = []
    for await (const file of storage.list()) left.push(file)
    expect(left).toEqual([])
  })
})
