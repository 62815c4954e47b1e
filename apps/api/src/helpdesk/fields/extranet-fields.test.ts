import type { CaseField } from '@timedesk/contracts/custom-fields'
import type { CaseChoices, ExtranetCase } from '@timedesk/contracts/extranet-cases'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCase, reportCase, send } from '../../../test/cases.ts'
import { buildContact, buildEmployee, statusId, type SignedIn } from '../../../test/factories.ts'
import { openFieldDesk, option } from '../../../test/field-desk.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'

type Refused = { code: string; errors?: { pointer: string; code: string }[] }

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openFieldDesk>>
let anna: SignedIn & { customerId: string }
let agent: SignedIn
let secret: CaseField
let shown: CaseField
let editable: CaseField

beforeAll(async () => {
  server = await startServer()
  desk = await openFieldDesk(server)
  agent = await buildEmployee(server)
  anna = await buildContact(server, { name: 'Anna Berg' })
  secret = await desk.buildField({ name: 'Secret' })
  shown = await desk.buildField({ name: 'Shown', forContacts: 'shown' })
  editable = await desk.buildField({
    name: 'Editable',
    kind: 'choice',
    options: [option('Red'), option('Blue')],
    forContacts: 'editable',
  })
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

const red = () => String(editable.options[0]?.id)
const blue = () => String(editable.options[1]?.id)
const report = (payload: object, by: SignedIn = anna) =>
  send(server, by, 'POST', '/api/extranet/v1/cases', { subject: 'Broken', description: 'It is broken.', ...payload })
const fillIn = (id: string, fields: object, by: SignedIn = anna) =>
  send(server, by, 'PATCH', `/api/extranet/v1/cases/${id}/fields`, { fields })
const read = async (id: string, by: SignedIn = anna) =>
  (await send(server, by, 'GET', `/api/extranet/v1/cases/${id}`)).json<ExtranetCase>()
const codesOf = ({ code, errors = [] }: Refused) => [code, ...errors.map(({ code: of }) => of)]
const valuesOf = ({ fields }: ExtranetCase) => fields.map(({ name, label, isEditable }) => [name, label, isEditable])
const storedOf = async (id: string) =>
  (await server.database.transact((tx) => tx.supportCase.findUniqueOrThrow({ where: { id } }))).fields

test('a contact fills in what contacts may, and hears of nothing that is hidden', async () => {
  const reported = await reportCase(server, anna, { fields: { [editable.id]: red() } })
  expect(valuesOf(reported)).toEqual([['Editable', 'Red', true]])
  expect(codesOf((await report({ fields: { [secret.id]: 'x' } })).json())).toEqual(['field_refused', 'unknown_field'])
  expect(codesOf((await report({ fields: { [shown.id]: 'x' } })).json())).toEqual(['field_refused', 'not_editable'])
})

test('a contact sees what staff filled in, as far as contacts see the field', async () => {
  const fields = { [secret.id]: 'S3CRET', [shown.id]: 'Seen' }
  const { id } = await openCase(server, agent, { customerId: anna.customerId, contactId: anna.id, fields })
  const answer = await send(server, anna, 'GET', `/api/extranet/v1/cases/${id}`)
  expect(answer.body).not.toContain('S3CRET')
  expect(answer.body).not.toContain(secret.id)
  expect(valuesOf(answer.json())).toEqual([
    ['Shown', 'Seen', false],
    ['Editable', '', true],
  ])
})

test('the choices of a report name the fields for contacts, with rules that speak of no other', async () => {
  const typeId = await desk.buildType()
  const rules = { typeIds: [typeId], shownWhen: [{ field: `field:${secret.id}`, op: 'isEmpty' }] }
  const waiting = await desk.buildField({ name: 'Waiting', forContacts: 'editable', rules })
  const never = { shownWhen: [{ field: `field:${secret.id}`, op: 'is', values: ['x'] }] }
  await desk.buildField({ name: 'Never', forContacts: 'editable', rules: never })
  const answer = await send(server, anna, 'GET', '/api/extranet/v1/case-choices')
  expect(answer.body).not.toContain(secret.id)
  const { fields, people } = answer.json<CaseChoices>()
  expect(fields.map(({ name }) => name)).toEqual(['Shown', 'Editable', 'Waiting'])
  expect(fields.find(({ id }) => id === waiting.id)?.rules).toMatchObject({ typeIds: [typeId], shownWhen: [] })
  expect(people).toEqual([])
})

test('a field that asks for a person offers colleagues to those who see them, oneself to others', async () => {
  const colleague = await buildContact(server, { customerId: anna.customerId, role: 'manager', name: 'Bo Dahl' })
  const person = await desk.buildField({ name: 'User', kind: 'contact', forContacts: 'editable' })
  const peopleOf = async (by: SignedIn) =>
    (await send(server, by, 'GET', '/api/extranet/v1/case-choices')).json<CaseChoices>().people.map(({ name }) => name)
  expect(await peopleOf(anna)).toEqual(['Anna Berg'])
  expect(await peopleOf(colleague)).toEqual(['Anna Berg', 'Bo Dahl'])
  expect((await report({ fields: { [person.id]: anna.id } })).statusCode).toBe(201)
  expect(codesOf((await report({ fields: { [person.id]: colleague.id } })).json())).toEqual([
    'field_refused',
    'unknown_contact',
  ])
  expect((await report({ fields: { [person.id]: anna.id } }, colleague)).statusCode).toBe(201)
})

test('filling in later keeps what the contact cannot see, and stands in the log of both', async () => {
  const fields = { [secret.id]: 'S3CRET', [editable.id]: red() }
  const { id } = await openCase(server, agent, { customerId: anna.customerId, contactId: anna.id, fields })
  const filled = (await fillIn(id, { [editable.id]: blue() })).json<ExtranetCase>()
  expect(filled).toMatchObject({ version: 2 })
  expect(valuesOf(filled)).toContainEqual(['Editable', 'Blue', true])
  expect(await storedOf(id)).toEqual({ ...fields, [editable.id]: blue() })
  const log = await send(server, anna, 'GET', `/api/extranet/v1/cases/${id}/timeline`)
  expect(log.json<{ data: { event?: object }[] }>().data.at(-1)?.event).toEqual({
    type: 'case.changed',
    changes: [{ field: 'Editable', from: 'Red', to: 'Blue' }],
    isPublic: true,
  })
  expect((await fillIn(id, { [editable.id]: null })).statusCode).toBe(200)
  expect(await storedOf(id)).toEqual({ [secret.id]: 'S3CRET' })
  expect(codesOf((await fillIn(id, { [shown.id]: 'x' })).json())).toEqual(['field_refused', 'not_editable'])
})

test('another contact, another customer and an ended case are refused', async () => {
  const { id } = await reportCase(server, anna)
  const [colleague, stranger] = [
    await buildContact(server, { customerId: anna.customerId }),
    await buildContact(server),
  ]
  for (const by of [colleague, stranger]) expect((await fillIn(id, { [editable.id]: red() }, by)).statusCode).toBe(404)
  await server.database.transact((tx) =>
    tx.supportCase.update({ where: { id }, data: { statusId: statusId.closed, category: 'closed' } }),
  )
  expect(codesOf((await fillIn(id, { [editable.id]: red() })).json())).toEqual(['case_closed'])
  expect(valuesOf(await read(id))).toEqual([])
})

test('what contacts have to fill in, they alone are asked for', async () => {
  const needed = await desk.buildField({
    name: 'Needed',
    forContacts: 'editable',
    rules: { requiredFor: 'contact_create' },
  })
  const refused = (await report({})).json<Refused>()
  expect(refused.errors).toMatchObject([{ pointer: `/body/fields/${needed.id}`, code: 'field_required' }])
  expect((await report({ fields: { [needed.id]: 'x' } })).statusCode).toBe(201)
  await openCase(server, agent, { customerId: anna.customerId })
  await desk.patch(`/custom-fields/${needed.id}`, { isActive: false })
})

test('the database lets a contact neither read nor write what is not for contacts', async () => {
  const { id } = await openCase(server, agent, {
    customerId: anna.customerId,
    contactId: anna.id,
    fields: { [secret.id]: 'S3CRET' },
  })
  const client = await server.database.pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('SET LOCAL ROLE timedesk_extranet')
    await client.query(
      `SELECT set_config('app.customer_id', $1, true), set_config('app.contact_id', $2, true), set_config('app.contact_role', 'requester', true)`,
      [anna.customerId, anna.id],
    )
    const attempt = async (sql: string, values: unknown[]) => {
      await client.query('SAVEPOINT attempt')
      const outcome = await client.query(sql, values).then(
        ({ rows }) => rows as unknown[],
        (error: unknown) => (error as { code: string }).code,
      )
      await client.query('ROLLBACK TO SAVEPOINT attempt')
      return outcome
    }
    expect(await attempt('SELECT fields FROM support_case WHERE id = $1', [id])).toBe('42501')
    expect(await attempt('UPDATE support_case SET fields = $2 WHERE id = $1', [id, '{}'])).toBe('42501')
    expect(await attempt('SELECT value FROM extranet_case_field WHERE case_id = $1', [id])).toEqual([])
    expect(await attempt('SELECT 1 FROM custom_field WHERE id = $1', [secret.id])).toEqual([])
    expect(await attempt('SELECT fill_in_fields($1, $2)', [id, JSON.stringify({ [secret.id]: 'x' })])).toBe('42501')
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
})
