import type { CaseQueryValue } from '@timedesk/contracts/case-query'
import { queryKeys } from '@timedesk/domain/query/query-keys'
import { parseQuery } from '@timedesk/domain/query/parse-query'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildAgreement } from '../../../test/build-agreement.ts'
import { buildApiToken } from '../../../test/build-api-token.ts'
import { send } from '../../../test/cases.ts'
import { buildCustomer, buildEmployee, type SignedIn } from '../../../test/factories.ts'
import { openFieldDesk, option } from '../../../test/field-desk.ts'
import { startServer } from '../../../test/harness.ts'
import { openQueryDesk } from '../../../test/query-desk.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openQueryDesk>>
let agent: SignedIn

beforeAll(async () => {
  server = await startServer()
  desk = await openQueryDesk(server)
  agent = desk.agent
})
afterAll(() => server.close())

const ask = (key: string, term?: string, by = agent) =>
  send(server, by, 'GET', `/api/v1/case-query-values?${new URLSearchParams({ key, ...(term && { term }) }).toString()}`)
const valuesOf = async (key: string, term?: string) => (await ask(key, term)).json<{ data: CaseQueryValue[] }>().data

test('words of the language come before names, and each can be read behind its key', async () => {
  await buildEmployee(server, { name: 'Meta Krogh' })
  const values = await valuesOf('responsible', 'me')

  expect(values.map(({ name }) => name)).toEqual(['me', 'Meta Krogh'])
  expect(values.map(({ id }) => id === null)).toEqual([true, false])
  for (const { text } of values) expect(parseQuery(`responsible:${text}`).problems).toEqual([])
  expect(values[1]?.text).toBe('"Meta Krogh"')
})

test('what shares its name is written by its number; an id gives the one thing', async () => {
  const [one, two] = [await buildCustomer(server, { name: 'Twins' }), await buildCustomer(server, { name: 'Twins' })]
  const values = await valuesOf('customer', 'twin')

  expect(values.map(({ id }) => id).toSorted()).toEqual([one.id, two.id].toSorted())
  for (const { hint, text } of values) expect(text).toBe(hint)
  expect(await valuesOf('customer', one.id)).toMatchObject([{ id: one.id, name: 'Twins' }])
  expect(await valuesOf('status', 'op')).toMatchObject([
    { name: 'open', id: null, text: 'open' },
    { name: 'Open', text: '00000000-0000-7000-8000-000000000002' },
  ])
})

test('tags and products are those of cases; a moment has no values, a key that does not exist is refused', async () => {
  await desk.open({ tags: ['printing'], product: 'Ledger 9' })

  expect(await valuesOf('tag', 'PRINT')).toMatchObject([{ id: null, text: 'printing' }])
  expect(await valuesOf('product', 'ledger')).toMatchObject([{ text: '"Ledger 9"' }])
  expect(await valuesOf('subject')).toEqual([])
  expect(await valuesOf('due', 'tom')).toMatchObject([{ text: 'tomorrow' }])
  expect((await ask('stauts')).json()).toMatchObject({ code: 'query_refused', errors: [{ pointer: '/query/key' }] })
  expect((await ask('field.nothing')).json()).toMatchObject({ code: 'query_refused' })
})

test('custom fields are asked for by key or id, their options by their label', async () => {
  const fields = await openFieldDesk(server)
  const [red, dark] = [option('Red', { labelDa: 'Rød' }), option('Dark red')]
  const colour = await fields.buildField({ key: 'colour', name: 'Colour', kind: 'choice', options: [red, dark] })
  const weight = await fields.buildField({ key: 'weight', name: 'Weight', kind: 'number' })
  const holding = (fieldId: string, value: unknown) => ({ fields: { [fieldId]: value } })
  const ids = [
    (await desk.open(holding(colour.id, red.id))).id,
    (await desk.open(holding(colour.id, dark.id))).id,
    (await desk.open(holding(weight.id, 7))).id,
  ]

  expect(await valuesOf('field', 'col')).toMatchObject([{ id: colour.id, name: 'Colour', text: 'colour' }])
  expect((await valuesOf('field.colour', 'red')).map(({ text }) => text)).toEqual(['Red', '"Dark red"'])
  expect(await desk.find('field.colour:rød')).toEqual([ids[0]])
  expect(await desk.find(`field.${colour.id}:"dark red",${red.id}`)).toEqual([ids[0], ids[1]])
  expect(await desk.find('field.weight:>5 -field.weight:none')).toEqual([ids[2]])
  expect(await desk.find('field.weight:<7')).toEqual([])
  expect(await desk.find('field.weight:1..7')).toEqual([ids[2]])
  expect(await desk.find('field.colour:none field.weight:none')).toHaveLength(1)
  expect((await desk.problemsOf('field.colour:blue')).problems).toEqual([
    ['value_unknown', 'blue', ['Red', '"Dark red"']],
  ])
  expect((await desk.problemsOf('field.weight:much')).problems).toMatchObject([
    ['number_refused', 'much', ['5', '1..10', '>3']],
  ])
})

test('every key is answered; who may not read agreements and customers is offered none', async () => {
  const { id: customerId } = await buildCustomer(server, { name: 'Nordlys' })
  await buildAgreement(server, { customerId, heading: 'Support by the hour' })
  const limited = await buildApiToken(server, agent, ['cases:read'])

  for (const key of queryKeys) expect((await ask(key)).statusCode, key).toBe(200)
  expect(await valuesOf('agreement', 'hour')).toMatchObject([{ name: 'Support by the hour', hint: 'Nordlys' }])
  for (const [key, term] of [
    ['agreement', 'hour'],
    ['customer', 'nord'],
  ] as const)
    expect((await ask(key, term, limited)).json()).toEqual({ data: [] })
})
