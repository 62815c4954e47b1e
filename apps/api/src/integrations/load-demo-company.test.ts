import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Prisma } from '@timedesk/prisma/client'
import { demoPassword } from '@timedesk/prisma/seed/demo-company'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
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
}, 60_000)

afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

describe('the loaded demo company', () => {
  test('breaks no rule that must always be true', async () => {
    expect(await server.database.reader.rows(Prisma.sql`SELECT * FROM integrity_violations`)).toEqual([])
  })

  test('has its cases, each in a standard status, with a log and no delivery waiting', async () => {
    expect(await count(Prisma.sql`SELECT count(*)::int AS n FROM support_case`)).toBe(600)
    expect(await count(Prisma.sql`SELECT count(*)::int AS n FROM case_status`)).toBe(7)
    expect(await count(Prisma.sql`SELECT count(*)::int AS n FROM priority`)).toBe(4)
    expect(await count(Prisma.sql`SELECT count(*)::int AS n FROM event WHERE type = 'case.created'`)).toBe(600)
    expect(await count(Prisma.sql`SELECT count(*)::int AS n FROM event_delivery`)).toBe(0)
  })

  test('leaves each case as its last status event says, and its log in order', async () => {
    const disagreeing = Prisma.sql`SELECT count(*)::int AS n FROM support_case c CROSS JOIN LATERAL (
      SELECT e.payload ->> 'toCategory' AS category FROM event e
        WHERE e.case_id = c.id AND e.type = 'case.status_changed' ORDER BY e.sequence DESC LIMIT 1) l WHERE l.category <> c.category`
    const unordered = Prisma.sql`SELECT count(*)::int AS n FROM (
      SELECT at, lag(at) OVER (ORDER BY sequence) AS before FROM event WHERE case_id IS NOT NULL) e WHERE at < before`

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
    expect(await count(Prisma.sql`SELECT count(*)::int AS n FROM activity_type`)).toBe(8)
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

  test('is refused by a database that somebody works with', async () => {
    const storage = await openLocalDisk(path.join(folder, 'other'))

    await expect(loadDemoCompany(server.database, storage, NOW)).rejects.toThrow('needs an empty one')
    const left = []
    for await (const file of storage.list()) left.push(file)
    expect(left).toEqual([])
  })
})
