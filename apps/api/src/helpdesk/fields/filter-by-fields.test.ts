import type { CaseField } from '@timedesk/contracts/custom-fields'
import type { CaseSummary } from '@timedesk/contracts/work-list'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCase, send } from '../../../test/cases.ts'
import { buildCustomer, buildEmployee, type SignedIn } from '../../../test/factories.ts'
import { openFieldDesk, option } from '../../../test/field-desk.ts'
import { startServer } from '../../../test/harness.ts'
import { newId } from '../../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let agent: SignedIn
const fields = new Map<string, CaseField>()
const [hardware, phone] = [option('Hardware'), option('Phone')]
const printer = option('Printer', { parentId: hardware.id })

const idOf = (name: string) => fields.get(name)?.id ?? newId()

beforeAll(async () => {
  server = await startServer()
  agent = await buildEmployee(server)
  const desk = await openFieldDesk(server)
  for (const [name, given] of Object.entries({
    device: { kind: 'tree', options: [hardware, printer, phone] },
    count: { kind: 'number' },
    visit: { kind: 'date' },
    urgent: { kind: 'checkbox' },
    place: { kind: 'text' },
  }))
    fields.set(name, await desk.buildField(given))
  const customerId = (await buildCustomer(server)).id
  for (const [subject, values] of Object.entries({
    A: { device: printer.id, count: 2, visit: '2026-03-01', urgent: true, place: 'Attic, left' },
    B: { device: hardware.id, count: 2.5, visit: '2026-03-15', place: 'Cellar' },
    C: { device: phone.id, count: 10, visit: '2026-04-01', urgent: true },
    D: {},
  })) {
    const named = Object.entries(values).map(([name, value]) => [idOf(name), value])
    await openCase(server, agent, { customerId, subject, fields: Object.fromEntries(named) })
  }
})
afterAll(() => server.close())

type Found = { data: CaseSummary[]; page: { total: number } }

async function find(query: string): Promise<string> {
  const answer = await send(server, agent, 'GET', `/api/v1/cases?sort=createdAt&count=exact&${query}`)
  const { data, page } = answer.json<Found>()
  expect(page.total).toBe(data.length)
  return data
    .map(({ subject }) => subject)
    .toSorted()
    .join('')
}

test.for<[string, string, string]>([
  ['device', printer.id, 'A'],
  ['device', hardware.id, 'AB'],
  ['device', newId(), ''],
  ['device', '', 'D'],
  ['count', '2.50', 'B'],
  ['count', '2..9', 'AB'],
  ['count', '..2', 'A'],
  ['count', '3..', 'C'],
  ['count', 'many', ''],
  ['count', 'a..b', ''],
  ['visit', '2026-03-15', 'B'],
  ['visit', '2026-03-01..2026-03-31', 'AB'],
  ['visit', '2026-03-02..', 'BC'],
  ['urgent', 'true', 'AC'],
  ['urgent', 'false', 'BD'],
  ['urgent', 'maybe', ''],
  ['place', 'Cellar', 'B'],
  ['place', 'Attic, left', 'A'],
  ['unknown', 'x', ''],
  ['unknown', '', 'ABCD'],
])('cases are found by %s:%s', async ([name, value, expected]) => {
  expect(await find(`field=${encodeURIComponent(`${idOf(name)}:${value}`)}`)).toBe(expected)
})

test('filters of several fields all hold, those of one are alternatives', async () => {
  const filter = (name: string, value: string) => encodeURIComponent(`${idOf(name)}:${value}`)
  expect(await find(`field=${filter('device', hardware.id)}&field=${filter('urgent', 'true')}`)).toBe('A')
  expect(await find(`field=${filter('place', 'Attic, left')},${filter('place', 'Cellar')}`)).toBe('AB')
  expect(await find(`field=${filter('device', hardware.id)},${filter('count', '2.5')}&isActive=true`)).toBe('B')
})

test('a filter without a field is not one', async () => {
  const answer = await send(server, agent, 'GET', '/api/v1/cases?field=device:x')
  expect(answer.json()).toMatchObject({ code: 'invalid_request' })
})
