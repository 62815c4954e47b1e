import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildContact, buildCustomer, buildEmployee, type SignedIn } from '../../test/factories.ts'
import { ORIGIN, startServer } from '../../test/harness.ts'

type Contact = { id: string; version: number }

let server: Awaited<ReturnType<typeof startServer>>
let lead: SignedIn

beforeAll(async () => {
  server = await startServer()
  lead = await buildEmployee(server, { role: 'lead' })
})
afterAll(() => server.close())

const send = (method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object) =>
  server.app.inject({ method, url: `/api/v1/contacts${path}`, headers: lead.headers, ...(payload && { payload }) })
const query = async (text: string, ...values: unknown[]) =>
  (await server.database.pool.query<Record<string, string>>(text, values)).rows
const me = async ({ headers }: SignedIn) =>
  (await server.app.inject({ url: '/api/extranet/v1/me', headers })).statusCode

test('a contact is created and invited to the extranet, where the link opens the account', async () => {
  const customer = await buildCustomer(server)
  const body = { customerId: customer.id, name: 'Anna Berg', email: 'Anna@Nordlys.example' }
  const created = await send('POST', '', body)

  expect(created.statusCode).toBe(201)
  expect(created.json()).toMatchObject({ email: 'anna@nordlys.example', role: 'requester', hasPassword: false })
  const [mail] = await query("SELECT text FROM mail WHERE to_address = 'anna@nordlys.example'")
  const secret = /\/extranet\/set-password#secret=(\S+)/u.exec(mail?.text ?? '')?.[1]
  const post = (url: string, payload: object) =>
    server.app.inject({ method: 'POST', url: `/api/extranet/v1${url}`, headers: { origin: ORIGIN }, payload })
  expect((await post('/passwords', { secret, password: 'nine swans and a boat' })).statusCode).toBe(204)
  const signedIn = await post('/session', { email: 'anna@nordlys.example', password: 'nine swans and a boat' })
  expect(signedIn.statusCode).toBe(201)
  const events = await query(
    'SELECT type, customer_id FROM event WHERE subject_id = $1 ORDER BY sequence',
    created.json<Contact>().id,
  )
  expect(events.map(({ type }) => type)).toEqual([
    'contact.created',
    'contact.invited',
    'password.changed',
    'session.started',
  ])
  expect(new Set(events.map(({ customer_id: id }) => id))).toEqual(new Set([customer.id]))
})

test('without an invitation no mail is written', async () => {
  const { id: customerId } = await buildCustomer(server)
  await send('POST', '', { customerId, name: 'Bo', email: 'bo@nordlys.example', invite: false })

  expect(await query("SELECT 1 FROM mail WHERE to_address = 'bo@nordlys.example'")).toEqual([])
})

test('an address of another customer’s contact is refused without a word about whose it is', async () => {
  const { id: customerId } = await buildCustomer(server, { name: 'Secretive' })
  await send('POST', '', { customerId, name: 'Carl Hush', email: 'carl@hush.example' })
  const other = await buildContact(server)
  const second = { customerId: other.customerId, name: 'Dora', email: 'carl@hush.example' }

  for (const refused of [
    await send('POST', '', second),
    await send('PATCH', `/${other.id}`, { email: second.email }),
  ]) {
    expect(refused.json()).toMatchObject({ code: 'conflict', errors: [{ pointer: '/body/email' }] })
    expect(refused.body).not.toMatch(/Secretive|Carl|hush/iu)
  }
  expect(await query("SELECT 1 FROM contact WHERE name = 'Dora'")).toEqual([])
  expect((await send('GET', `/${other.id}`)).json()).toMatchObject({ version: 1 })
})

test('an inactive customer gets no contacts, and its contacts no invitation', async () => {
  const contact = await buildContact(server)
  await query('UPDATE customer SET is_active = false WHERE id = $1', contact.customerId)

  const body = { customerId: contact.customerId, name: 'Eva', email: 'eva@nordlys.example' }
  expect((await send('POST', '', body)).json()).toMatchObject({ code: 'reference_refused' })
  expect((await send('POST', `/${contact.id}/invitations`)).json()).toMatchObject({ code: 'account_inactive' })
  expect(await query('SELECT 1 FROM contact_secret WHERE contact_id = $1', contact.id)).toEqual([])
})

test('deactivating bites at the next request and lasts', async () => {
  const contact = await buildContact(server)
  expect(await me(contact)).toBe(200)

  await send('PATCH', `/${contact.id}`, { isActive: false })

  expect(await me(contact)).toBe(401)
  await send('PATCH', `/${contact.id}`, { isActive: true })
  expect(await me(contact)).toBe(401)
})

test('a later invitation supersedes an earlier one, and a new address makes both worthless', async () => {
  const contact = await buildContact(server)
  const usable = async () =>
    (await query('SELECT 1 FROM contact_secret WHERE contact_id = $1 AND used_at IS NULL', contact.id)).length
  await send('POST', `/${contact.id}/invitations`)
  await send('POST', `/${contact.id}/invitations`)
  expect(await usable()).toBe(1)

  await send('PATCH', `/${contact.id}`, { email: 'moved@nordlys.example' })

  expect(await usable()).toBe(0)
})

test('contacts are listed by customer, and one is found again after a change', async () => {
  const contact = await buildContact(server, { name: 'Freja' })
  await buildContact(server, { name: 'Freja' })
  const changed = await send('PATCH', `/${contact.id}`, { role: 'manager', seesAllCases: true })

  expect(changed.json()).toMatchObject({ role: 'manager', seesAllCases: true, version: 2 })
  const list = await send('GET', `?customerId=${contact.customerId}&search=freja&count=exact`)
  expect(list.json()).toMatchObject({ data: [{ id: contact.id }], page: { total: 1 } })
})
