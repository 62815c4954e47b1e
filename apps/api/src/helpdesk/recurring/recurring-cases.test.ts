import type { Occurrence, RecurringCase } from '@timedesk/contracts/recurring-cases'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildContact, buildCustomer } from '../../../test/factories.ts'
import { openFieldDesk } from '../../../test/field-desk.ts'
import { startServer } from '../../../test/harness.ts'
import { newId } from '../../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openFieldDesk>>
let customerId: string
let templateId: string
let made = 0

beforeAll(async () => {
  server = await startServer()
  desk = await openFieldDesk(server)
  customerId = (await buildCustomer(server, { name: 'Nordlys' })).id
  const template = await desk.create('/case-templates', {
    name: 'Check',
    subject: 'Monthly check',
    description: 'Check the servers.',
  })
  templateId = template.id
})
beforeEach(() => {
  server.clock.now = new Date('2026-03-02T09:00:00.000Z')
})
afterAll(() => server.close())

const post = (given: object) => {
  made += 1
  const every = { unit: 'month', dayOfMonth: 31 }
  return desk.send('POST', '/recurring-cases', {
    name: `Check ${String(made)}`,
    templateId,
    customerId,
    every,
    startsOn: '2026-03-01',
    ...given,
  })
}
async function build(given: object = {}): Promise<RecurringCase> {
  const answer = await post(given)
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json()
}
const daysOf = ({ next }: RecurringCase) => next.map(({ day }) => day)

test('a recurring case tells its next five times, by the clock of the company', async () => {
  const recurring = await build({ name: 'Monthly check' })
  expect(recurring).toMatchObject({
    template: { id: templateId, name: 'Check' },
    customer: { name: 'Nordlys' },
    contact: null,
    agreement: null,
    every: { unit: 'month', interval: 1, weekdays: [], dayOfMonth: 31 },
    time: '08:00',
    endsOn: null,
    lastCase: null,
    isActive: true,
    version: 1,
  })
  expect(recurring.next.map(({ day, at }) => `${day} ${at}`)).toEqual([
    '2026-03-31 2026-03-31T06:00:00.000Z',
    '2026-04-30 2026-04-30T06:00:00.000Z',
    '2026-05-31 2026-05-31T06:00:00.000Z',
    '2026-06-30 2026-06-30T06:00:00.000Z',
    '2026-07-31 2026-07-31T06:00:00.000Z',
  ])
})

test('a preview stores nothing and tells the same', async () => {
  const rule = {
    every: { unit: 'week', interval: 2, weekdays: [1, 4] },
    time: '02:30',
    startsOn: '2026-03-02',
    endsOn: '2026-03-29',
  }
  const previewed = await desk.send('POST', '/recurrence-previews', rule)
  expect(previewed.json<{ data: Occurrence[] }>().data.map(({ day }) => day)).toEqual([
    '2026-03-05',
    '2026-03-16',
    '2026-03-19',
  ])
  expect(daysOf(await build(rule))).toEqual(['2026-03-05', '2026-03-16', '2026-03-19'])
})

test.for([
  ['a template that is not there', () => ({ templateId: newId() }), 'reference_refused', '/body/templateId'],
  ['a customer that is not there', () => ({ customerId: newId() }), 'reference_refused', '/body/customerId'],
  [
    'another customer’s contact',
    async () => ({ contactId: (await buildContact(server)).id }),
    'reference_refused',
    '/body/contactId',
  ],
  ['an agreement that is not there', () => ({ agreementId: newId() }), 'reference_refused', '/body/agreementId'],
  ['an end before its beginning', () => ({ endsOn: '2026-02-28' }), 'invalid_request', '/body/endsOn'],
] as const)('a recurring case is refused with %s', async ([, givenOf, code, pointer]) => {
  expect((await post(await givenOf())).json()).toMatchObject({ code, errors: [{ pointer }] })
})

test('it is changed, paused and resumed by its version, and history tells it by names', async () => {
  const anna = await buildContact(server, { customerId, name: 'Anna Berg' })
  const recurring = await build()
  const path = `/recurring-cases/${recurring.id}`
  expect((await desk.send('PATCH', path, { isActive: false })).statusCode).toBe(428)
  const paused = (await desk.patch(path, { isActive: false, contactId: anna.id, time: '09:30' })).json<RecurringCase>()
  expect(paused).toMatchObject({ isActive: false, next: [], contact: { name: 'Anna Berg' }, time: '09:30', version: 2 })
  const resumed = (
    await desk.patch(path, { isActive: true, every: { unit: 'day', interval: 7 } })
  ).json<RecurringCase>()
  expect(daysOf(resumed)[0]).toBe('2026-03-08')
  expect((await desk.patch(path, { isActive: true })).json()).toMatchObject({ version: 3 })
  const [, first, second] = await desk.eventsOf(recurring.id)
  expect(first).toMatchObject({
    setting: 'recurring_case',
    changes: [
      { field: 'contact', from: null, to: 'Anna Berg' },
      { field: 'time', from: '08:00', to: '09:30' },
      { field: 'isActive', from: 'true', to: 'false' },
    ],
  })
  expect(second).toMatchObject({
    changes: [
      { field: 'unit', from: 'month', to: 'day' },
      { field: 'interval', from: '1', to: '7' },
      { field: 'dayOfMonth', from: '31', to: null },
      { field: 'isActive', from: 'false', to: 'true' },
    ],
  })
})

test('they are listed by name, page by page, those of a customer apart', async () => {
  const other = (await buildCustomer(server)).id
  for (const name of ['C', 'A', 'B']) await build({ name, customerId: other })
  type Listed = { data: RecurringCase[]; page: { after: string | null; total: number } }
  const list = async (query: string) =>
    (await desk.send('GET', `/recurring-cases?customerId=${other}&limit=2&count=exact${query}`)).json<Listed>()
  const first = await list('')
  expect(first.data.map(({ name }) => name)).toEqual(['A', 'B'])
  expect(first.page.total).toBe(3)
  expect((await list(`&after=${String(first.page.after)}`)).data.map(({ name }) => name)).toEqual(['C'])
  expect((await list('&isActive=false')).data).toEqual([])
})

test('a template that a recurring case uses stays active', async () => {
  const template = await desk.create('/case-templates', { name: 'Used', subject: 'x', description: 'y' })
  const recurring = await build({ templateId: template.id })
  expect((await desk.patch(`/case-templates/${template.id}`, { isActive: false })).json()).toMatchObject({
    code: 'still_in_use',
  })
  await desk.patch(`/recurring-cases/${recurring.id}`, { isActive: false })
  expect((await desk.patch(`/case-templates/${template.id}`, { isActive: false })).statusCode).toBe(200)
})
