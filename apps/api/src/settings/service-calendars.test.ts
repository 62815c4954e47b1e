import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildAgreement } from '../../test/build-agreement.ts'
import { buildCustomer } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { openSettingsDesk } from '../../test/settings-desk.ts'

type Calendar = { id: string; name: string; version: number; spans: object[]; holidays: object[]; agreements: number }

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openSettingsDesk>>

beforeAll(async () => {
  server = await startServer()
  desk = await openSettingsDesk(server)
})
afterAll(() => server.close())

const send = (method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object, match = '*') =>
  desk.send(method, `/service-calendars${path}`, payload, method === 'PATCH' ? match : undefined)
const create = async (name: string, given: object = {}) =>
  (await send('POST', '', { name, spans: [], ...given })).json<Calendar>()
const read = async (id: string) => (await send('GET', `/${id}`)).json<Calendar>()
const span = (weekday: number, opensAt: string, closesAt: string) => ({ weekday, opensAt, closesAt })

test('every installation has a calendar to begin with', async () => {
  const { data } = (await send('GET', '')).json<{ data: Calendar[] }>()

  expect(data).toMatchObject([{ name: 'Weekdays 8–16', isActive: true, holidays: [] }])
  expect(data[0]?.spans).toEqual([1, 2, 3, 4, 5].map((weekday) => span(weekday, '08:00', '16:00')))
})

test('opening hours come back in the order of the week, breaks and midnight included', async () => {
  const { id } = await create('Long days', {
    spans: [span(2, '12:30', '24:00'), span(1, '00:00', '12:00'), span(2, '08:05', '12:30')],
    holidays: [
      { day: '2026-12-25', name: 'Christmas Day' },
      { day: '2026-04-03', name: 'Good Friday' },
    ],
  })

  expect(await read(id)).toMatchObject({
    spans: [span(1, '00:00', '12:00'), span(2, '08:05', '12:30'), span(2, '12:30', '24:00')],
    holidays: [
      { day: '2026-04-03', name: 'Good Friday' },
      { day: '2026-12-25', name: 'Christmas Day' },
    ],
    agreements: 0,
    version: 1,
  })
})

test.for([
  [
    { spans: [span(1, '08:00', '12:00'), span(2, '08:00', '12:00'), span(1, '11:59', '13:00')] },
    'conflict',
    '/body/spans/2',
  ],
  [{ spans: [span(1, '16:00', '08:00')] }, 'invalid_request', '/body/spans/0/closesAt'],
  [{ spans: [span(1, '08:00', '24:01')] }, 'invalid_request', '/body/spans/0/closesAt'],
  [{ spans: [span(8, '08:00', '16:00')] }, 'invalid_request', '/body/spans/0/weekday'],
  [
    {
      holidays: [
        { day: '2026-04-03', name: 'Good Friday' },
        { day: '2026-04-03', name: 'Langfredag' },
      ],
    },
    'conflict',
    '/body/holidays/1/day',
  ],
  [{ name: 'Weekdays 8–16' }, 'conflict', '/body/name'],
] as const)('%o is refused as %s, new or changed', async ([wrong, code, pointer]) => {
  const kept = await create(`Kept ${JSON.stringify(wrong)}`, { spans: [span(3, '09:00', '10:00')] })
  const before = (await send('GET', '')).body

  const created = await send('POST', '', { name: 'Refused', spans: [], ...wrong })
  const changed = await send('PATCH', `/${kept.id}`, wrong)

  expect(created.json()).toMatchObject({ code, errors: [{ pointer }] })
  expect(changed.json()).toMatchObject({ code, errors: [{ pointer }] })
  expect((await send('GET', '')).body).toBe(before)
})

test('hours and holidays replace those before; history tells both', async () => {
  const { id } = await create('Reception', {
    spans: [span(1, '08:00', '16:00')],
    holidays: [{ day: '2026-04-03', name: 'Good Friday' }],
  })

  const same = await send('PATCH', `/${id}`, { spans: [span(1, '08:00', '16:00')] })
  const changed = await send('PATCH', `/${id}`, {
    spans: [span(2, '08:00', '12:00'), span(1, '08:00', '15:00')],
    holidays: [
      { day: '2026-12-25', name: 'Christmas Day' },
      { day: '2026-04-06', name: 'Easter Monday' },
    ],
  })

  expect(same.json()).toMatchObject({ version: 1 })
  expect(changed.json()).toMatchObject({
    spans: [span(1, '08:00', '15:00'), span(2, '08:00', '12:00')],
    holidays: [{ day: '2026-04-06' }, { day: '2026-12-25' }],
    version: 2,
  })
  expect(await desk.eventsOf(id)).toEqual([
    { setting: 'service_calendar', name: 'Reception' },
    {
      setting: 'service_calendar',
      name: 'Reception',
      changes: [
        { field: 'spans', from: '1 08:00–16:00', to: '1 08:00–15:00, 2 08:00–12:00' },
        { field: 'holidays', from: '2026-04-03 Good Friday', to: '2026-04-06 Easter Monday, 2026-12-25 Christmas Day' },
      ],
    },
  ])
})

test('a stale version is refused', async () => {
  const { id } = await create('Counter')
  const stale = String((await send('GET', `/${id}`)).headers.etag)
  await send('PATCH', `/${id}`, { name: 'Counter 2' })

  expect((await send('PATCH', `/${id}`, { name: 'Counter 3' }, stale)).statusCode).toBe(412)
  expect(await read(id)).toMatchObject({ name: 'Counter 2', version: 2 })
})

test('a calendar that agreements use stays active, until they have ended', async () => {
  const { id } = await create('Call centre')
  const { id: customerId } = await buildCustomer(server)
  const { id: agreementId } = await buildAgreement(server, { customerId })
  const set = (text: string) => server.database.pool.query(text, [agreementId])
  await server.database.pool.query("UPDATE agreement SET after_hours = 'automatic', calendar_id = $2 WHERE id = $1", [
    agreementId,
    id,
  ])

  const refused = await send('PATCH', `/${id}`, { isActive: false })
  expect(refused.json()).toMatchObject({ code: 'still_in_use' })
  expect(await read(id)).toMatchObject({ isActive: true, agreements: 1, version: 1 })

  await set("UPDATE agreement SET state = 'ended' WHERE id = $1")
  expect((await send('PATCH', `/${id}`, { isActive: false })).json()).toMatchObject({ isActive: false, agreements: 0 })
})
