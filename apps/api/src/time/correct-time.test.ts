import { Prisma } from '@timedesk/prisma/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildAgreement } from '../../test/build-agreement.ts'
import { buildCase } from '../../test/build-case.ts'
import {
  buildCustomer,
  buildEmployee,
  INTERNAL_ACTIVITY_ID,
  SUPPORT_ACTIVITY_ID,
  type SignedIn,
} from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'

let server: Awaited<ReturnType<typeof startServer>>
let agent: SignedIn
let colleague: SignedIn
let lead: SignedIn

beforeAll(async () => {
  server = await startServer()
  agent = await buildEmployee(server)
  colleague = await buildEmployee(server)
  lead = await buildEmployee(server, { role: 'lead' })
})
afterAll(() => server.close())

/** Ten minutes on a case whose customer pays 600.00 for an hour, each begun quarter of it. */
async function registered(): Promise<{ id: string; caseId: string; customerId: string; etag: string }> {
  const { id: customerId } = await buildCustomer(server)
  await buildAgreement(server, { customerId, ratePerHour: 60_000, incrementMinutes: 15 })
  const { id: caseId } = await buildCase(server, { customerId })
  const answer = await server.app.inject({
    method: 'POST',
    url: '/api/v1/time-entries',
    headers: agent.headers,
    payload: { caseId, minutes: 10, activityTypeId: SUPPORT_ACTIVITY_ID },
  })
  return { id: answer.json<{ id: string }>().id, caseId, customerId, etag: String(answer.headers.etag) }
}

const correct = (id: string, payload: object, { headers }: SignedIn = agent, extra: object = {}) =>
  server.app.inject({ method: 'PATCH', url: `/api/v1/time-entries/${id}`, headers: { ...headers, ...extra }, payload })

const remove = (id: string, { headers }: SignedIn = agent) =>
  server.app.inject({ method: 'DELETE', url: `/api/v1/time-entries/${id}`, headers })

const eventsOf = (caseId: string, type: string) =>
  server.database.reader.rows<{ payload: object }>(
    Prisma.sql`SELECT payload FROM event WHERE case_id = ${caseId}::uuid AND type = ${type}`,
  )

test('a correction is rated anew and told with what it did to the amount', async () => {
  const { id, caseId } = await registered()

  const answer = await correct(id, { minutes: 20, customerText: 'Reset of the profile' })

  expect(answer.statusCode, answer.body).toBe(200)
  expect(answer.json()).toMatchObject({
    minutes: 20,
    billableMinutes: 30,
    amount: { amount: '300.00', currency: 'DKK' },
    version: 2,
  })
  expect(await eventsOf(caseId, 'time.changed')).toEqual([
    {
      payload: {
        entryId: id,
        changes: [
          { field: 'minutes', from: '10', to: '20' },
          { field: 'customerText', from: '', to: 'Reset of the profile' },
          { field: 'billableMinutes', from: '15', to: '30' },
          { field: 'amount', from: '150.00 DKK', to: '300.00 DKK' },
        ],
      },
    },
  ])
})

test('another activity type decides anew whether the time is billable', async () => {
  const { id } = await registered()

  const answer = await correct(id, { activityTypeId: INTERNAL_ACTIVITY_ID })

  expect(answer.json()).toMatchObject({ minutes: 10, isBillable: false, billableMinutes: 0, amount: null })
})

test('a corrected text keeps the price of before', async () => {
  const { id, customerId } = await registered()
  await server.database.transact((tx) =>
    tx.agreement.updateMany({ where: { customerId }, data: { ratePerHour: 99_900 } }),
  )

  const text = await correct(id, { internalText: 'Second time' })
  const minutes = await correct(id, { minutes: 11 })

  expect(text.json()).toMatchObject({ amount: { amount: '150.00' } })
  expect(minutes.json()).toMatchObject({ amount: { amount: '249.75' } })
})

test('a stale version is refused, the read one is taken', async () => {
  const { id, etag } = await registered()

  const first = await correct(id, { minutes: 11 }, agent, { 'if-match': etag })
  const second = await correct(id, { minutes: 12 }, agent, { 'if-match': etag })

  expect(first.statusCode, first.body).toBe(200)
  expect(second.statusCode).toBe(412)
})

test('somebody else’s time is changed and removed by a lead only', async () => {
  const { id } = await registered()

  const refusals = [await correct(id, { minutes: 11 }, colleague), await remove(id, colleague)]
  const corrected = await correct(id, { minutes: 11 }, lead)
  const removed = await remove(id, lead)

  expect(refusals.map((answer) => answer.json<{ code: string }>().code)).toEqual([
    'permission_denied',
    'permission_denied',
  ])
  expect(corrected.statusCode).toBe(200)
  expect(removed.statusCode).toBe(204)
})

test('a removal leaves its minutes in the log and nothing else', async () => {
  const { id, caseId } = await registered()

  const removed = await remove(id)
  const again = await remove(id)

  expect([removed.statusCode, again.statusCode]).toEqual([204, 404])
  expect(await eventsOf(caseId, 'time.removed')).toEqual([
    { payload: { entryId: id, minutes: 10, employeeName: agent.name } },
  ])
  const left = await server.database.reader.rows(
    Prisma.sql`SELECT (SELECT count(*)::int FROM time_rating WHERE entry_id = ${id}::uuid) AS ratings,
      (SELECT count(*)::int FROM cover_piece WHERE entry_id = ${id}::uuid) AS pieces`,
  )
  expect(left).toEqual([{ ratings: 0, pieces: 0 }])
})

test('lists filter by customer and day, latest work first, page by page', async () => {
  const { caseId, customerId } = await registered()
  for (const workDate of ['2026-01-05', '2026-01-07', '2026-01-06']) {
    await server.app.inject({
      method: 'POST',
      url: '/api/v1/time-entries',
      headers: agent.headers,
      payload: { caseId, minutes: 5, workDate, activityTypeId: SUPPORT_ACTIVITY_ID },
    })
  }
  const list = async (query: string) =>
    (
      await server.app.inject({ url: `/api/v1/time-entries?customerId=${customerId}&${query}`, headers: agent.headers })
    ).json<{ data: { workDate: string }[]; page: { after: string; hasMore: boolean; total?: number } }>()

  const first = await list('limit=2&to=2026-01-31&count=exact')
  const second = await list(`limit=2&to=2026-01-31&after=${first.page.after}`)

  expect(first.data.map(({ workDate }) => workDate)).toEqual(['2026-01-07', '2026-01-06'])
  expect(first.page).toMatchObject({ hasMore: true, total: 3 })
  expect(second.data.map(({ workDate }) => workDate)).toEqual(['2026-01-05'])
})
