import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildEmployee, SUPPORT_ACTIVITY_ID, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { newId } from '../platform/new-id.ts'

type Answer = { data: { validFrom: string; ratePerHour: { amount: string } }[] }

let server: Awaited<ReturnType<typeof startServer>>
let manager: SignedIn
let agent: SignedIn

beforeAll(async () => {
  server = await startServer()
  manager = await buildEmployee(server, { role: 'manager' })
})
beforeEach(async () => {
  agent = await buildEmployee(server, { name: 'Mette Holm' })
})
afterAll(() => server.close())

const send = (method: 'GET' | 'PUT' | 'DELETE', path = '', payload?: object, by = manager) =>
  server.app.inject({
    method,
    url: `/api/v1/employees/${agent.id}/cost-rates${path}`,
    headers: by.headers,
    ...(payload && { payload }),
  })
const set = (validFrom: string, amount: string, currency = 'DKK') =>
  send('PUT', `/${validFrom}`, { ratePerHour: { amount, currency } })
const query = async <Row>(text: string, ...values: unknown[]) =>
  (await server.database.pool.query<Row & Record<string, unknown>>(text, values)).rows

/** Time of the agent as it is stored, without a cost yet. */
async function worked(workDate: string, minutes: number, given: { employeeId?: string; correctsId?: string } = {}) {
  const id = newId()
  const { correctsId = null, employeeId = agent.id } = given
  await server.database.transact(async (tx) => {
    await tx.timeEntry.create({
      data: {
        id,
        employeeId,
        activityTypeId: SUPPORT_ACTIVITY_ID,
        workDate: new Date(workDate),
        bookedOn: new Date(correctsId === null ? workDate : '2026-03-02'),
        minutes,
        isBillable: false,
        correction: correctsId === null ? null : 'reversal',
        correctsId,
        createdAt: server.clock.now,
      },
    })
    await tx.timeRating.create({
      data: {
        entryId: id,
        billableMinutes: 0,
        currency: 'DKK',
        explanation: [],
        ruleVersion: 1,
        ratedAt: server.clock.now,
      },
    })
  })
  return id
}

async function costs(...entries: string[]) {
  const rows = await query<{ id: string; cost: string | null }>(
    'SELECT entry_id AS id, cost::text FROM time_rating WHERE entry_id = ANY($1)',
    entries,
  )
  return entries.map((id) => rows.find((row) => row.id === id)?.cost)
}

test('an hour costs what the latest rate up to the work date says', async () => {
  const entries = [await worked('2026-01-15', 52), await worked('2026-01-31', 60), await worked('2026-02-01', 60)]

  const first = await set('2026-02-01', '450')
  const second = await set('2026-01-01', '420')

  expect(first.json<Answer>().data).toEqual([
    { validFrom: '2026-02-01', ratePerHour: { amount: '450.00', currency: 'DKK' } },
  ])
  expect(second.json<Answer>().data.map(({ validFrom }) => validFrom)).toEqual(['2026-02-01', '2026-01-01'])
  expect(await costs(...entries)).toEqual(['36400', '42000', '45000'])
})

test('a rate counts up to the next one, and for its own employee', async () => {
  const colleague = await buildEmployee(server)
  const before = await worked('2025-12-31', 60)
  const within = await worked('2026-01-31', 60)
  const after = await worked('2026-02-01', 60)
  const theirs = await worked('2026-01-15', 60, { employeeId: colleague.id })
  await set('2026-02-01', '450')

  await set('2026-01-01', '400')
  expect(await costs(before, within, after, theirs)).toEqual([null, '40000', '45000', null])

  expect((await send('DELETE', '/2026-02-01')).statusCode).toBe(204)
  expect(await costs(before, within, after, theirs)).toEqual([null, '40000', '40000', null])

  expect((await send('DELETE', '/2026-01-01')).statusCode).toBe(204)
  expect(await costs(before, within, after, theirs)).toEqual([null, null, null, null])
  expect((await send('DELETE', '/2026-01-01')).json()).toMatchObject({ code: 'not_found' })
})

test('what is booked in a closed period keeps its cost, and what takes it back mirrors it', async () => {
  await set('2026-01-01', '400')
  const closed = await worked('2026-01-31', 60)
  const open = await worked('2026-02-01', 45)
  const closedBack = await worked('2026-01-31', -60, { correctsId: closed })
  const openBack = await worked('2026-02-01', -45, { correctsId: open })
  await set('2026-01-01', '401')
  await query("UPDATE company SET soft_locked_through = '2026-01-31', hard_locked_through = '2026-01-31'")

  await set('2026-01-01', '500')

  expect(await costs(closed, closedBack, open, openBack)).toEqual(['40100', '-40100', '37500', '-37500'])
  await query('UPDATE company SET soft_locked_through = NULL, hard_locked_through = NULL')
})

test('history tells what was and what is, once for each change', async () => {
  await set('2026-01-01', '400')
  await set('2026-01-01', '400.00')
  await set('2026-01-01', '425.5')
  await send('DELETE', '/2026-01-01')

  const events = await query<{ type: string; payload: { name: string; changes: object[] } }>(
    'SELECT type, payload FROM event WHERE subject_id = $1 ORDER BY sequence',
    agent.id,
  )
  expect(new Set(events.map(({ type, payload }) => `${type} ${payload.name}`))).toEqual(
    new Set(['cost.changed Mette Holm']),
  )
  expect(events.map(({ payload }) => payload.changes)).toEqual([
    [
      { field: 'validFrom', from: null, to: '2026-01-01' },
      { field: 'costRate', from: null, to: '400.00 DKK' },
    ],
    [
      { field: 'validFrom', from: null, to: '2026-01-01' },
      { field: 'costRate', from: '400.00 DKK', to: '425.50 DKK' },
    ],
    [
      { field: 'validFrom', from: '2026-01-01', to: null },
      { field: 'costRate', from: '425.50 DKK', to: null },
    ],
  ])
})

test('a rate is in the company’s currency, of somebody who exists', async () => {
  const foreign = await set('2026-01-01', '400', 'EUR')
  expect(foreign.json()).toMatchObject({ code: 'invalid_money', errors: [{ pointer: '/body/ratePerHour/currency' }] })
  expect((await send('GET')).json()).toEqual({ data: [] })

  agent = { ...agent, id: newId() }
  expect((await set('2026-01-01', '400')).json()).toMatchObject({ code: 'not_found' })
  expect((await send('GET')).json()).toMatchObject({ code: 'not_found' })
})

test('finance reads what people cost, managers set it, and nobody else does either', async () => {
  await set('2026-01-01', '400')
  const [finance, lead] = [
    await buildEmployee(server, { role: 'finance' }),
    await buildEmployee(server, { role: 'lead' }),
  ]

  expect((await send('GET', '', undefined, finance)).statusCode).toBe(200)
  for (const [by, method, missingPermission] of [
    [lead, 'GET', 'cost:read'],
    [agent, 'GET', 'cost:read'],
    [finance, 'DELETE', 'cost:write'],
  ] as const) {
    const refused = await send(method, method === 'GET' ? '' : '/2026-01-01', undefined, by)
    expect(refused.json()).toMatchObject({ code: 'permission_denied', missingPermission })
  }
  expect((await send('GET')).json<Answer>().data).toHaveLength(1)
})
