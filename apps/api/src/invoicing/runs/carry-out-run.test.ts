import { Prisma } from '@timedesk/prisma/client'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { openRunDesk } from '../../../test/run-desk.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openRunDesk>>

beforeAll(async () => {
  server = await startServer()
  desk = await openRunDesk(server)
})
afterEach(async () => {
  expect(await integrityViolations(server)).toEqual([])
})
afterAll(() => server.close())

async function customersWithWork(count: number): Promise<string[]> {
  const ids: string[] = []
  for (let index = 0; index < count; index += 1) {
    const id = await desk.customer()
    await desk.work(id, 30)
    await desk.work(id, 45)
    ids.push(id)
  }
  return ids
}

/** How many times each item of the customers is claimed. */
async function claimsOf(customerIds: string[]): Promise<number[]> {
  const rows = await server.database.reader.rows<{ claims: number }>(Prisma.sql`SELECT count(*)::int AS claims
    FROM invoice_source WHERE is_live AND customer_id = ANY(${customerIds}::uuid[]) GROUP BY source, source_id`)
  return rows.map(({ claims }) => claims)
}

test('a run that was broken off goes on with those who still wait', async () => {
  const customerIds = await customersWithWork(5)
  const { id } = await desk.plan({ customerIds })
  await desk.commit(id)
  let dealtWith = 0

  const broken = desk.workRun(id, {
    onProgress: () => {
      dealtWith += 1
      if (dealtWith === 2) throw new Error('The process is gone')
    },
  })
  await expect(broken).rejects.toThrow('The process is gone')
  const between = await desk.run(id)
  await desk.workRun(id)

  expect(between).toMatchObject({
    state: 'running',
    done: 2,
    failure: expect.any(String) as unknown,
    can: { commit: true },
  })
  expect(await desk.run(id)).toMatchObject({ state: 'done', done: 5, documents: 5, failure: null })
  expect(await claimsOf(customerIds)).toEqual(Array.from({ length: 10 }, () => 1))
})

test('a customer who cannot be dealt with keeps nobody else waiting, and nothing of it is half done', async () => {
  const customerIds = await customersWithWork(3)
  const { id } = await desk.plan({ customerIds })
  await desk.commit(id)
  const second = (await desk.customersOf(id))[1]?.customer.id
  let made = 0

  await desk.workRun(id, {
    newId: () => {
      made += 1
      if (made === 12) throw new Error('There are no more ids')
      return server.deps.newId()
    },
  })

  expect((await desk.customersOf(id)).map(({ state }) => state)).toEqual(['done', 'failed', 'done'])
  expect(await desk.run(id)).toMatchObject({ state: 'done', documents: 2, skipped: 1 })
  expect(await desk.draftsOf(second ?? '')).toEqual([])
  expect(await desk.items(second ?? '')).toHaveLength(2)
})

test('the same run worked four times at once deals with each customer once', async () => {
  const customerIds = await customersWithWork(6)
  const { id } = await desk.plan({ customerIds })
  await desk.commit(id)

  await Promise.all(Array.from({ length: 4 }, () => desk.workRun(id)))

  expect(await desk.run(id)).toMatchObject({ state: 'done', done: 6, documents: 6 })
  expect(await claimsOf(customerIds)).toEqual(Array.from({ length: 12 }, () => 1))
})

test('two runs over the same potential claim each item once', async () => {
  const customerIds = await customersWithWork(6)
  const runs = [await desk.plan({ customerIds }), await desk.plan({ customerIds })]
  for (const { id } of runs) await desk.commit(id)

  await Promise.all(runs.map(({ id }) => desk.workRun(id)))

  const done = await Promise.all(runs.map(({ id }) => desk.run(id)))
  expect(done.reduce((sum, { documents }) => sum + documents, 0)).toBe(6)
  expect(done.reduce((sum, { skipped }) => sum + skipped, 0)).toBe(6)
  expect(await claimsOf(customerIds)).toEqual(Array.from({ length: 12 }, () => 1))
})

test('time that is changed during a run is charged as it was previewed or not at all', async () => {
  const customerIds = await customersWithWork(6)
  const { data } = await desk.succeed<{ data: { id: string; customer: { id: string } }[] }>(
    'GET',
    '/time-entries?limit=200',
  )
  const entries = data.filter(({ customer }) => customerIds.includes(customer.id))
  const { id } = await desk.plan({ customerIds })
  await desk.commit(id)

  const edits = entries.map((entry) =>
    desk.change('PATCH', `/time-entries/${entry.id}`, { minutes: 90 }, desk.agent).then(({ statusCode }) => statusCode),
  )
  const [statuses] = await Promise.all([Promise.all(edits), desk.workRun(id)])

  const rows = await desk.customersOf(id)
  const states = rows.map(({ state }) => state)
  const drafts = await Promise.all(
    rows.flatMap(({ documents }) => documents.flatMap((one) => one.id ?? [])).map(desk.invoice),
  )
  expect(drafts.map(({ net }) => net.amount)).toEqual(drafts.map(() => '1187.50'))
  expect(statuses.every((status) => status === 200 || status === 409)).toBe(true)
  expect(states.every((state) => state === 'done' || state === 'changed')).toBe(true)
  expect(await claimsOf(customerIds)).toHaveLength(2 * states.filter((state) => state === 'done').length)
})

test('who cancels while it is carried out leaves the rest alone', async () => {
  const customerIds = await customersWithWork(6)
  const { id } = await desk.plan({ customerIds })
  await desk.commit(id)

  await Promise.all([desk.workRun(id), desk.succeed('POST', `/invoice-runs/${id}/cancellation`).catch(() => undefined)])

  const { state } = await desk.run(id)
  const states = (await desk.customersOf(id)).map((row) => row.state)
  expect(state === 'cancelled' || states.every((one) => one === 'done')).toBe(true)
  expect(states).not.toContain('waiting')
  expect(await claimsOf(customerIds)).toHaveLength(2 * states.filter((one) => one === 'done').length)
})
