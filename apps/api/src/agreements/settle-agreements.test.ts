import { Prisma } from '@timedesk/prisma/client'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { buildVoucher } from '../../test/build-cover.ts'
import { buildContact, buildCustomer } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'
import { openPlanDesk } from '../../test/plan-desk.ts'
import { newId } from '../platform/new-id.ts'
import { settleAgreements } from './settle-agreements.ts'
import { generatePeriods } from './subscriptions/generate-periods.ts'

const WORKERS = 8

let server: Awaited<ReturnType<typeof startServer>>
let desk: ReturnType<typeof openPlanDesk>

beforeAll(async () => {
  server = await startServer()
  desk = openPlanDesk(server)
})
afterEach(async () => {
  expect(await integrityViolations(server)).toEqual([])
})
afterAll(() => server.close())

const quota = { unit: 'minutes', units: 300, rolloverPeriods: 1, rolloverMax: 120 }

/** A customer with a plan of two lines that renews itself, and a voucher that expires at the end of March. */
async function arrange(): Promise<string[]> {
  desk.on('2026-01-01')
  const { id: customerId } = await buildCustomer(server)
  await buildContact(server, { customerId, role: 'manager' })
  const { id } = await desk.agree(customerId, { termMonths: 3, renewal: 'automatic', noticeDays: 10 })
  await desk.addLine(id, { quota })
  await desk.addLine(id, { description: 'Hosting', timing: 'arrears' })
  const prepaid = await desk.agree(customerId, { settlement: 'voucher' })
  const voucher = { customerId, agreementId: prepaid.id, units: 600, price: 900_000, expiresOn: '2026-03-31' }
  await buildVoucher(server, voucher)
  return [id, prepaid.id]
}

/** Everything that the job leaves behind for agreements, without ids, numbers and moments. */
async function outcomeOf(ids: string[]) {
  const of = (query: Prisma.Sql) => server.database.reader.rows<Record<string, unknown>>(query)
  const ours = Prisma.sql`= ANY(${ids}::uuid[])`
  return {
    periods:
      await of(Prisma.sql`SELECT l.description, s.kind, s.from_day::text AS "from", s.to_day::text AS "to", s.amount::text
      FROM subscription_period s JOIN subscription_line l ON l.id = s.line_id WHERE s.agreement_id ${ours} ORDER BY 1, 3, 2`),
    ledger:
      await of(Prisma.sql`SELECT pool.kind AS pool, pool.valid_from::text AS "from", m.kind, m.units::text, m.revenue::text
      FROM pool_ledger m JOIN cover_pool pool ON pool.id = m.pool_id WHERE pool.agreement_id ${ours} ORDER BY 1, 2, m.sequence`),
    warnings: await of(Prisma.sql`SELECT kind, facts - 'pool' AS facts FROM agreement_warning WHERE agreement_id ${ours}
      ORDER BY kind, facts::text`),
    ends: await of(
      Prisma.sql`SELECT settlement, state, valid_to::text FROM agreement WHERE id ${ours} ORDER BY settlement`,
    ),
  }
}

/** Units that came and went, and what was earned, by pool. */
function balancesOf(ledger: Record<string, unknown>[]) {
  const byPool = Map.groupBy(ledger, ({ pool, from }) => `${String(pool)} ${String(from)}`)
  return [...byPool].map(([pool, rows]) => {
    const sum = (read: (row: Record<string, unknown>) => unknown) =>
      rows.reduce((total, row) => total + Number(read(row)), 0)
    return [pool, sum(({ units }) => units), sum(({ revenue }) => revenue)]
  })
}

const countOf = async (ids: string[], what: 'event' | 'mail') => {
  const query =
    what === 'event'
      ? Prisma.sql`SELECT count(*)::int AS n FROM event WHERE subject_id = ANY(${ids}::uuid[])`
      : Prisma.sql`SELECT count(*)::int AS n FROM mail WHERE text LIKE ANY(${ids.map((id) => `%${id}%`)}::text[])`
  const [row] = await server.database.reader.rows<{ n: number }>(query)
  return row?.n ?? 0
}

test('charged, expired, trimmed and renewed by the day, whatever is left behind is told', async () => {
  const ids = await arrange()
  for (const day of [
    '2026-01-31',
    '2026-02-01',
    '2026-03-01',
    '2026-03-07',
    '2026-03-22',
    '2026-03-31',
    '2026-04-01',
  ]) {
    desk.on(day)
    await desk.settle()
  }

  const { periods, ledger, warnings, ends } = await outcomeOf(ids)

  expect(periods.map(({ description, from, amount }) => [description, from, amount])).toEqual(
    ['Hosting', 'Service desk'].flatMap((line) =>
      ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'].map((from) => [line, from, '400000']),
    ),
  )
  expect(ledger.map(({ from, kind, units, revenue }) => [from, kind, units, revenue])).toEqual([
    ['2026-01-01', 'grant', '300', '0'],
    ['2026-01-01', 'expire', '-180', '0'],
    ['2026-01-01', 'expire', '-120', '0'],
    ['2026-02-01', 'grant', '300', '0'],
    ['2026-02-01', 'expire', '-180', '0'],
    ['2026-02-01', 'expire', '-120', '0'],
    ['2026-03-01', 'grant', '300', '0'],
    ['2026-03-01', 'expire', '-180', '0'],
    ['2026-04-01', 'grant', '300', '0'],
    ['2026-01-01', 'sale', '600', '0'],
    ['2026-01-01', 'expire', '-600', '900000'],
  ])
  expect(warnings.map(({ kind }) => kind)).toEqual(['expired', 'expiry', 'expiry', 'expiry', 'notice', 'renewed'])
  expect(ends).toEqual([
    { settlement: 'subscription', state: 'active', valid_to: '2026-06-30' },
    { settlement: 'voucher', state: 'active', valid_to: null },
  ])
})

test('running again changes nothing', async () => {
  const ids = await arrange()
  desk.on('2026-04-01')
  await desk.settle()
  const once = [await outcomeOf(ids), await countOf(ids, 'event'), await countOf(ids, 'mail')]

  await desk.settle()

  expect([await outcomeOf(ids), await countOf(ids, 'event'), await countOf(ids, 'mail')]).toEqual(once)
})

test('after three months of silence nothing is lost: the same periods and terms, and the same units are gone', async () => {
  const daily = await arrange()
  for (const day of ['2026-02-01', '2026-03-01', '2026-04-01']) {
    desk.on(day)
    await desk.settle()
  }
  const punctual = await outcomeOf(daily)
  const late = await arrange()
  desk.on('2026-04-01')
  await desk.settle()

  const belated = await outcomeOf(late)

  expect(belated.periods).toEqual(punctual.periods)
  expect(belated.ends).toEqual(punctual.ends)
  expect(balancesOf(belated.ledger)).toEqual(balancesOf(punctual.ledger))
  expect(belated.warnings.map(({ kind }) => kind)).toEqual(['expired', 'renewed'])
})

test('of eight workers at once each period, unit and warning is made by one', async () => {
  const alone = await arrange()
  desk.on('2026-04-01')
  await desk.settle()
  const together = await arrange()
  desk.on('2026-04-01')

  await Promise.all(Array.from({ length: WORKERS }, () => desk.settle()))

  expect(await outcomeOf(together)).toEqual(await outcomeOf(alone))
  expect(await countOf(together, 'event')).toBe(await countOf(alone, 'event'))
  expect(await countOf(together, 'mail')).toBe(await countOf(alone, 'mail'))
})

test('of eight workers that hold nothing each period is won by one, with its quota and its word', async () => {
  const [id = ''] = await arrange()
  const before = await countOf([id], 'event')
  const generate = () =>
    server.database.transact(async (tx) => {
      const actor = { kind: 'system', id: null, name: 'test' } as const
      const context = { actor, now: server.clock.now, newId, requestId: null, written: [] }
      await generatePeriods(tx, context, { agreementId: id, today: '2026-03-01' })
    })

  await Promise.all(Array.from({ length: WORKERS }, generate))

  const { periods, ledger } = await outcomeOf([id])
  expect(periods).toHaveLength(6)
  expect(ledger.map(({ from, kind }) => [from, kind])).toEqual([
    ['2026-01-01', 'grant'],
    ['2026-02-01', 'grant'],
    ['2026-03-01', 'grant'],
  ])
  expect(await countOf([id], 'event')).toBe(before + 4)
})

test('an agreement that cannot be settled keeps no other one waiting, and is settled the next time', async () => {
  const [running] = await server.database.reader.rows<{ n: number }>(
    Prisma.sql`SELECT count(*)::int AS n FROM agreement WHERE state = 'active'`,
  )
  const [id = ''] = await arrange()
  const [other = ''] = await arrange()
  desk.on('2026-02-01')
  let count = 0
  const transact: typeof server.database.transact = (work) => {
    count += 1
    return count === 1 + (running?.n ?? 0) ? Promise.reject(new Error('down')) : server.database.transact(work)
  }
  const world = { ...server.deps, database: { ...server.database, transact } }

  await expect(settleAgreements(world, server.clock.now)).rejects.toThrow('Some agreements could not be settled')

  expect([await desk.periods(id), await desk.periods(other)].map(({ length }) => length)).toEqual([2, 4])
  await desk.settle()
  expect(await desk.periods(id)).toHaveLength(4)
})
