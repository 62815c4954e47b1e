import type { CalendarOutlook, ServiceCalendar } from '@timedesk/contracts/service-calendars'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildAgreement } from '../../test/build-agreement.ts'
import { buildCustomer } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { openSettingsDesk } from '../../test/settings-desk.ts'
import { loadCalendars } from './load-calendars.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openSettingsDesk>>

/** The server's today is Monday 2 March 2026. */
beforeAll(async () => {
  server = await startServer()
  desk = await openSettingsDesk(server)
})
afterAll(() => server.close())

const span = (weekday: number, opensAt: string, closesAt: string) => ({ weekday, opensAt, closesAt })
const mondays = [span(1, '08:00', '16:00')]
const early = [span(1, '07:00', '15:00')]
const patch = (id: string, payload: object) => desk.patch(`/service-calendars/${id}`, payload)
const read = async (id: string) => (await desk.send('GET', `/service-calendars/${id}`)).json<ServiceCalendar>()

async function create(name: string, given: object = {}) {
  return (await desk.send('POST', '/service-calendars', { name, spans: mondays, ...given })).json<ServiceCalendar>()
}

/** A calendar that an agreement charges by. */
async function createUsed(name: string, given: object = {}) {
  const calendar = await create(name, given)
  const { id: customerId } = await buildCustomer(server)
  const { id } = await buildAgreement(server, { customerId })
  await server.database.pool.query(
    "UPDATE agreement SET after_hours = 'automatic', calendar_id = $2, state = 'ended' WHERE id = $1",
    [id, calendar.id],
  )
  return calendar
}

const remove = (id: string, validFrom: string) =>
  server.app.inject({
    method: 'DELETE',
    url: `/api/v1/service-calendars/${id}/hours/${validFrom}`,
    headers: { ...desk.headers, 'if-match': '*' },
  })

test('hours of a calendar in use begin tomorrow, or on a day that is said, and those of before stay', async () => {
  const { id } = await createUsed('Support')

  await patch(id, { spans: early })
  await patch(id, { spans: [], holidaySet: 'denmark', validFrom: '2026-07-01' })

  expect(await read(id)).toMatchObject({
    isUsed: true,
    spans: mondays,
    holidaySet: 'none',
    hours: [
      { validFrom: '1900-01-01', spans: mondays, holidaySet: 'none' },
      { validFrom: '2026-03-03', spans: early, holidaySet: 'none' },
      { validFrom: '2026-07-01', spans: [], holidaySet: 'denmark' },
    ],
  })
  expect((await desk.eventsOf(id)).slice(1)).toMatchObject([
    {
      changes: [
        { field: 'spans', from: '1 08:00–16:00', to: '1 07:00–15:00' },
        { field: 'validFrom', to: '2026-03-03' },
      ],
    },
    {
      changes: [
        { field: 'spans', from: '1 07:00–15:00', to: '' },
        { field: 'holidaySet', from: 'none', to: 'denmark' },
        { field: 'validFrom', to: '2026-07-01' },
      ],
    },
  ])
})

test('hours that nothing has counted by are replaced as a whole', async () => {
  const { id } = await create('Not used yet')

  await patch(id, { spans: early, holidaySet: 'denmark', timeZone: 'America/New_York' })

  expect(await read(id)).toMatchObject({
    timeZone: 'America/New_York',
    hours: [{ validFrom: '1900-01-01', spans: early, holidaySet: 'denmark' }],
  })
})

const holiday = (day: string) => ({ day, name: 'Closed' })
test.for([
  ['hours of yesterday', { spans: early, validFrom: '2026-03-01' }, '/body/validFrom'],
  ['hours of today', { spans: early, validFrom: '2026-03-02' }, '/body/validFrom'],
  ['public holidays of today', { holidaySet: 'denmark', validFrom: '2026-03-02' }, '/body/validFrom'],
  ['a holiday of today', { holidays: [holiday('2026-02-02'), holiday('2026-03-02')] }, '/body/holidays/1/day'],
  ['another zone', { timeZone: 'America/New_York' }, '/body/timeZone'],
  ['a holiday that has passed', { holidays: [holiday('2026-02-02'), holiday('2026-03-01')] }, '/body/holidays/1/day'],
  ['no holiday where one was', { holidays: [holiday('2026-12-24')] }, '/body/holidays'],
] as const)('of a calendar in use, %s is refused: history does not change (R80)', async ([name, changes, pointer]) => {
  const { id } = await createUsed(`With ${name}`, { holidays: [holiday('2026-02-02')] })
  const before = await read(id)

  const answer = await patch(id, changes)

  expect(answer.statusCode).toBe(409)
  expect(answer.json()).toMatchObject({ code: 'calendar_past', errors: [{ pointer }] })
  expect(await read(id)).toEqual(before)
})

test('holidays to come may come and go, and the zone may be said again', async () => {
  const { id } = await createUsed('With holidays', { holidays: [holiday('2026-02-02'), holiday('2026-12-24')] })

  const answer = await patch(id, { timeZone: null, holidays: [holiday('2026-02-02'), holiday('2026-03-03')] })

  expect(answer.json()).toMatchObject({ holidays: [holiday('2026-02-02'), holiday('2026-03-03')] })
})

test('a policy that has been applied to a case keeps its calendar in use', async () => {
  const { id } = await create('Of a policy')
  await server.database.pool.query(
    `INSERT INTO event (id, type, subject_kind, subject_id, is_internal, payload, actor_kind, actor_name, at)
     VALUES (gen_random_uuid(), 'case.policy_applied', 'case', gen_random_uuid(), true, jsonb_build_object('calendarId', $1::text), 'system', '', now())`,
    [id],
  )

  expect(await read(id)).toMatchObject({ isUsed: true, agreements: 0, policies: 0 })
  expect((await patch(id, { spans: early, validFrom: '2026-03-01' })).json()).toMatchObject({ code: 'calendar_past' })
})

test('hours that begin tomorrow are taken back', async () => {
  const { id } = await createUsed('With hours of tomorrow')
  await patch(id, { spans: early })

  expect((await remove(id, '2026-03-03')).json()).toMatchObject({ hours: [{ validFrom: '1900-01-01' }] })
})

test('hours are taken back before they begin, and never after', async () => {
  const { id } = await createUsed('With plans')
  await patch(id, { spans: early, validFrom: '2026-04-01' })

  const [begun, unknown, planned] = [
    await remove(id, '1900-01-01'),
    await remove(id, '2026-04-02'),
    await remove(id, '2026-04-01'),
  ]

  expect([begun.json<object>(), unknown.statusCode, planned.statusCode]).toMatchObject([
    { code: 'calendar_past' },
    404,
    200,
  ])
  expect(await read(id)).toMatchObject({ hours: [{ validFrom: '1900-01-01' }], version: 3 })
})

test('the outlook shows the open times of days, holidays, and what a draft would change', async () => {
  const { id } = await create('Shown', { holidaySet: 'denmark' })
  const address = (path: string) => `${path}?from=2026-04-06&days=8`
  const days = (outlook: CalendarOutlook) =>
    outlook.days
      .filter(({ spans, holiday: closed }) => spans.length > 0 || closed !== null)
      .map(({ day, openMinutes, holiday: closed, spans }) => [day, openMinutes, closed?.key, spans[0]?.from])

  const stored = (await desk.send('GET', address(`/service-calendars/${id}/outlook`))).json<CalendarOutlook>()
  const draft = { calendarId: id, spans: early, validFrom: '2026-04-08', timeZone: 'America/New_York' }
  const drafted = (await desk.send('POST', address('/calendar-outlooks'), draft)).json<CalendarOutlook>()

  expect(days(stored)).toEqual([
    ['2026-04-06', 0, 'easter_monday', undefined],
    ['2026-04-13', 480, undefined, '2026-04-13T06:00:00.000Z'],
  ])
  expect(days(drafted)).toEqual([
    ['2026-04-06', 0, 'easter_monday', undefined],
    ['2026-04-13', 480, undefined, '2026-04-13T11:00:00.000Z'],
  ])
  expect([stored.timeZone, drafted.timeZone]).toEqual(['Europe/Copenhagen', 'America/New_York'])
  expect(stored.holidays[0]).toEqual({ day: '2026-04-02', key: 'maundy_thursday', name: 'Maundy Thursday' })
  expect(await read(id)).toMatchObject({ version: 1 })
})

test('business times are worked out once, and anew when a calendar changes', async () => {
  const { id } = await create('Kept')
  const first = (await loadCalendars(server.database.reader)).get(id)
  const same = (await loadCalendars(server.database.reader)).get(id)
  await patch(id, { spans: early })
  const changed = (await loadCalendars(server.database.reader)).get(id)

  expect(same).toBe(first)
  const at = Date.parse('2026-03-02T07:00:00+01:00')
  expect([first, changed].map((time) => time?.add(at, 60_000))).toEqual([at + 61 * 60_000, at + 60_000])
})
