import type { ServiceLevelCase, ServiceLevelRow } from '@timedesk/contracts/service-levels'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCase } from '../../test/cases.ts'
import { buildCustomer, statusId } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { readZip } from '../../test/read-zip.ts'
import { openServiceDesk } from '../../test/service-desk.ts'

type Report = {
  data: ServiceLevelRow[]
  totals: Omit<ServiceLevelRow, 'key' | 'name'>
  isCut: boolean
  calendar: { name: string } | null
}

const APRIL = 'from=2026-04-01&to=2026-04-30'
const NONE = { met: 0, missed: 0, metPercent: null }

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openServiceDesk>>
let customers: string[]

const report = async (query = '', period = APRIL) =>
  (await desk.ask(desk.administrator, 'GET', `/reports/service-levels?${period}${query}`)).json<Report>()
const move = (id: string, to: keyof typeof statusId) =>
  desk.ask(desk.administrator, 'PUT', `/cases/${id}/status`, { statusId: statusId[to] })
const reply = (id: string) => desk.ask(desk.administrator, 'POST', `/cases/${id}/replies`, { body: 'We look into it.' })

/**
 * Three cases of a customer to whom an answer within one hour and a solution within four are promised, and one of
 * another: in time with a pause, late with both, with a deadline by hand, cancelled.
 */
beforeAll(async () => {
  server = await startServer()
  server.clock.now = new Date('2026-04-13T06:00:00.000Z')
  desk = await openServiceDesk(server)
  customers = [(await buildCustomer(server)).id, (await buildCustomer(server)).id]
  const [promised = '', other = ''] = customers
  await desk.promise({ firstResponse: 60, resolution: 240 }, { customerId: promised })
  const open = (customerId: string) => openCase(server, desk.administrator, { customerId })
  const [inTime, late, byHand, cancelled] = [
    await open(promised),
    await open(promised),
    await open(promised),
    await open(other),
  ]
  const deadline = { at: '2026-04-13T08:00:00.000Z', reason: 'Agreed on the phone.' }
  await desk.ask(desk.administrator, 'PUT', `/cases/${byHand.id}/deadline`, deadline, { 'if-match': '*' })
  await move(cancelled.id, 'cancelled')
  await desk.pass(30)
  await reply(inTime.id)
  await reply(byHand.id)
  await move(inTime.id, 'waiting_customer')
  await desk.pass(60)
  await move(inTime.id, 'open')
  await reply(late.id)
  await desk.pass(60)
  await move(inTime.id, 'solved')
  await desk.pass(180)
  await move(late.id, 'solved')
  await move(byHand.id, 'solved')
  await desk.work()
})
afterAll(() => server.close())

test('times are measured and promises counted; a deadline by hand is told apart (R81)', async () => {
  const { data, totals } = await report('&by=customer')

  expect(data.map(({ key }) => key)).toEqual(customers)
  expect(data[0]).toMatchObject({
    cases: 3,
    response: { cases: 3, averageMinutes: 50, medianMinutes: 30, p90Minutes: 78 },
    resolution: { cases: 3, averageMinutes: 250, medianMinutes: 330, p90Minutes: 330 },
    pausedMinutes: 60,
    firstResponses: { met: 2, missed: 1, metPercent: '66.67' },
    nextResponses: NONE,
    resolutions: { met: 1, missed: 1, metPercent: '50.00' },
    deadlines: { met: 0, missed: 1, metPercent: '0.00' },
    breaches: 3,
  })
  expect(data[1]).toMatchObject({ cases: 1, response: { cases: 0 }, resolution: { cases: 0 }, resolutions: NONE })
  expect(totals).toMatchObject({ cases: 4, breaches: 3, firstResponses: { met: 2, missed: 1 } })
})

test.for(['priority', 'type', 'department', 'responsible', 'month'] as const)(
  'by %s the rows add up to the same totals',
  async (by) => {
    const { data, totals } = await report(`&by=${by}`)

    expect(totals).toEqual((await report('&by=customer')).totals)
    expect(data.reduce((sum, { cases }) => sum + cases, 0)).toBe(4)
  },
)

test('a calendar measures in its opening hours only', async () => {
  const { calendar, totals } = await report(`&calendarId=${await desk.weekdays()}`)
  const early = await desk.ask(desk.administrator, 'POST', '/service-calendars', {
    name: 'From nine',
    spans: [{ weekday: 1, opensAt: '08:15', closesAt: '08:45' }],
  })
  const narrow = await report(`&calendarId=${early.json<{ id: string }>().id}`)

  expect([calendar?.name, totals.resolution.medianMinutes]).toEqual(['Weekdays 8–16', 330])
  expect(narrow.totals).toMatchObject({
    response: { medianMinutes: 15 },
    resolution: { averageMinutes: 25, medianMinutes: 30 },
    pausedMinutes: 15,
  })
})

test('a row opens to its cases, each with its own times and outcome', async () => {
  const [promised = ''] = customers
  const answer = await desk.ask(
    desk.administrator,
    'GET',
    `/reports/service-levels/cases?${APRIL}&by=customer&key=${promised}`,
  )

  expect(
    answer.json<{ data: ServiceLevelCase[] }>().data.map((one) => ({ ...one, case: one.case.number })),
  ).toMatchObject([
    {
      responseMinutes: 30,
      resolutionMinutes: 90,
      pausedMinutes: 60,
      firstResponse: 'met',
      resolution: 'met',
      breaches: 0,
    },
    { responseMinutes: 90, resolutionMinutes: 330, firstResponse: 'missed', resolution: 'missed', breaches: 2 },
    { responseMinutes: 30, resolution: 'missed', isByHand: true, breaches: 1 },
  ])
})

test('cases are chosen by what they are, and by the day they were created on', async () => {
  const [, other = ''] = customers
  const nobody = '00000000-0000-7000-8000-000000000099'
  const reports = [
    await report(`&customerId=${other}`),
    await report('', 'from=2026-04-14&to=2026-04-30'),
    await report('', 'from=2026-04-01&to=2026-04-13'),
    await report(`&responsibleId=${nobody}`),
    await report(`&departmentId=${nobody}`),
    await report(`&typeId=${nobody}`),
  ]

  expect(reports.map(({ totals }) => totals.cases)).toEqual([1, 0, 4, 0, 0, 0])
})

test('by a custom field, rows are called as its options, and cases without a value come last', async () => {
  const [field, option] = [server.deps.newId(), server.deps.newId()]
  const [promised = ''] = customers
  const { pool } = server.database
  const options = [{ id: option, label: 'Warehouse', labelDa: 'Lager', parentId: null, isActive: true }]
  await pool.query(
    "INSERT INTO custom_field (id, key, name, kind, options) VALUES ($1, 'place', 'Place', 'choice', $2)",
    [field, JSON.stringify({ options })],
  )
  await pool.query('UPDATE support_case SET fields = jsonb_build_object($1::text, $2::text) WHERE customer_id = $3', [
    ...[field, option, promised],
  ])

  const { data } = await report(`&by=field&fieldId=${field}`)

  expect(data.map(({ key, name, cases }) => [key, name, cases])).toEqual([
    [option, 'Warehouse', 3],
    ['', '', 1],
  ])
})

test('unknown calendars and custom fields are refused, and people without the right', async () => {
  const agent = await desk.staff({ role: 'agent' })
  const unknown = '00000000-0000-7000-8000-000000000099'
  const path = `/reports/service-levels?${APRIL}`
  const statuses = await Promise.all([
    desk.ask(desk.administrator, 'GET', `${path}&calendarId=${unknown}`),
    desk.ask(desk.administrator, 'GET', `${path}&by=field&fieldId=${unknown}`),
    desk.ask(agent, 'GET', path),
  ])

  expect(statuses.map(({ statusCode }) => statusCode)).toEqual([404, 404, 403])
})

test('report and cases are files of the same rows in three formats', async () => {
  for (const [path, name, count] of [
    ['', 'service-levels', 2],
    ['/cases', 'service-level-cases', 4],
  ] as const) {
    const [csv, xml, xlsx] = await Promise.all(
      ['csv', 'xml', 'xlsx'].map((format) =>
        desk.ask(desk.administrator, 'GET', `/reports/service-levels${path}?${APRIL}&by=customer&format=${format}`),
      ),
    )

    const rows: unknown[] = parse(csv?.body ?? '', { bom: true, columns: true })
    expect(rows).toHaveLength(count)
    expect(xml?.body.match(/<(?:row|case)>/gu)).toHaveLength(count)
    const sheet = readZip(xlsx?.rawPayload ?? Buffer.of()).get('xl/worksheets/sheet1.xml') ?? ''
    expect(sheet.match(/<row /gu)).toHaveLength(count + 1)
    expect(csv?.headers['content-disposition']).toContain(`${name} 2026-04-01 2026-04-30.csv`)
  }
})

test.for([
  ['a period that ends before it begins', '&by=priority', 'from=2026-04-30&to=2026-04-01', '/query/to'],
  ['rows of a field that is not named', '&by=field', APRIL, '/query/fieldId'],
] as const)('%s is refused', async ([, query, period, pointer]) => {
  for (const path of ['/reports/service-levels', '/reports/service-levels/cases']) {
    const answer = await desk.ask(desk.administrator, 'GET', `${path}?${period}${query}`)
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ code: 'invalid_request', errors: [{ pointer }] })
  }
})
