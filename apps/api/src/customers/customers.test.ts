import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCase } from '../../test/build-case.ts'
import { buildPrepaid, buildQuota, buildVoucher } from '../../test/build-cover.ts'
import { buildContact, buildCustomer, buildEmployee, SUPPORT_ACTIVITY_ID, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'

type Customer = { id: string; number: number; version: number }

let server: Awaited<ReturnType<typeof startServer>>
let manager: SignedIn

beforeAll(async () => {
  server = await startServer()
  manager = await buildEmployee(server, { role: 'manager' })
})
afterAll(() => server.close())

const send = (method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object, headers = manager.headers) =>
  server.app.inject({ method, url: `/api/v1/customers${path}`, headers, ...(payload && { payload }) })
const query = async (text: string, ...values: unknown[]) =>
  (await server.database.pool.query<Record<string, unknown>>(text, values)).rows

test('a customer needs only a name, and gets the company’s country, currency and language', async () => {
  const created = await send('POST', '', { name: 'Nordlys Energi' })

  expect(created.statusCode).toBe(201)
  expect(created.json()).toMatchObject({
    countryCode: 'DK',
    currency: 'DKK',
    language: 'en',
    ratePerHour: null,
    activeCases: 0,
    version: 1,
  })
  const { id } = created.json<Customer>()
  expect(await query('SELECT type, customer_id FROM event WHERE subject_id = $1', id)).toEqual([
    { type: 'customer.created', customer_id: id },
  ])
})

test('cover asks subscriptions first, and nothing is shown of time and money, unless said otherwise', async () => {
  const plain = (await send('POST', '', { name: 'Plain' })).json<Customer>()
  const choices = {
    coverOrder: ['voucher', 'subscription'],
    requiresPo: true,
    showsTime: 'approved',
    showsBalances: true,
    showsMoney: true,
  }
  const chosen = await send('POST', '', { name: 'Chosen', ...choices })

  expect(plain).toMatchObject({
    coverOrder: ['subscription', 'voucher'],
    requiresPo: false,
    showsTime: 'none',
    showsBalances: false,
    showsMoney: false,
  })
  expect(chosen.json()).toMatchObject(choices)
  expect((await send('PATCH', `/${plain.id}`, choices)).json()).toMatchObject({ ...choices, version: 2 })
  const [event] = await query("SELECT payload FROM event WHERE subject_id = $1 AND type = 'customer.changed'", plain.id)
  expect(event).toEqual({
    payload: {
      name: 'Plain',
      changes: [
        { field: 'coverOrder', from: 'subscription, voucher', to: 'voucher, subscription' },
        { field: 'requiresPo', from: 'false', to: 'true' },
        { field: 'showsTime', from: 'none', to: 'approved' },
        { field: 'showsBalances', from: 'false', to: 'true' },
        { field: 'showsMoney', from: 'false', to: 'true' },
      ],
    },
  })
})

test('how a customer is invoiced is kept with it, and history tells of changes', async () => {
  const terms = {
    postalCode: '8000',
    city: 'Aarhus C',
    cvr: '12345674',
    endpointScheme: '0088',
    endpointId: '5790000435975',
    invoiceEmail: 'invoices@nordlys.example',
    buyerReference: 'Anna Berg',
    paymentTermsDays: 30,
    vatTreatment: 'reverse_charge',
    invoiceGrouping: 'agreement',
    invoiceDetail: 'entry',
    projectsApart: true,
    showsInvoices: false,
    discountPercent: '12.5',
  }
  const { id } = (await send('POST', '', { name: 'Invoiced' })).json<Customer>()

  expect((await send('PATCH', `/${id}`, terms)).json()).toMatchObject(terms)

  expect((await send('POST', '', { name: 'Invoiced too', ...terms })).json()).toMatchObject(terms)
  const [event] = await query("SELECT payload FROM event WHERE subject_id = $1 AND type = 'customer.changed'", id)
  expect(event?.payload).toMatchObject({
    changes: expect.arrayContaining([
      { field: 'discountPercent', from: '0', to: '12.5' },
      { field: 'paymentTermsDays', from: null, to: '30' },
    ]) as unknown,
  })
})

test.for([
  [{ endpointScheme: '0088' }, '/body/endpointId'],
  [{ endpointId: '5790000435975' }, '/body/endpointScheme'],
  [{ endpointScheme: '0088', endpointId: '5790000435976' }, '/body/endpointId'],
  [{ endpointScheme: '0184', endpointId: '123' }, '/body/endpointId'],
  [{ discountPercent: '101' }, '/body/discountPercent'],
  [{ invoiceEmail: 'nobody' }, '/body/invoiceEmail'],
] as const)('%o is no way to invoice a customer', async ([terms, pointer]) => {
  const { id } = await buildCustomer(server)

  expect((await send('PATCH', `/${id}`, terms)).json()).toMatchObject({
    code: 'invalid_request',
    errors: [{ pointer }],
  })
  expect((await send('GET', `/${id}`)).json()).toMatchObject({ version: 1 })
})

test('a new order of cover draws anew for time that is not invoiced yet', async () => {
  const { id: customerId } = await buildCustomer(server)
  const prepaid = (settlement: 'voucher' | 'subscription') => buildPrepaid(server, { customerId, settlement })
  const voucher = await buildVoucher(server, { customerId, agreementId: (await prepaid('voucher')).id })
  const quota = await buildQuota(server, { customerId, agreementId: (await prepaid('subscription')).id })
  const { id: caseId } = await buildCase(server, { customerId })
  await server.app.inject({
    method: 'POST',
    url: '/api/v1/time-entries',
    headers: manager.headers,
    payload: { caseId, activityTypeId: SUPPORT_ACTIVITY_ID, minutes: 45 },
  })
  const balances = async () => {
    const rows = await query('SELECT id, balance::int FROM cover_pool WHERE customer_id = $1', customerId)
    return [voucher, quota].map(({ id }) => rows.find((row) => row.id === id)?.balance)
  }
  expect(await balances()).toEqual([600, 555])

  await send('PATCH', `/${customerId}`, { coverOrder: ['voucher', 'subscription'] })

  expect(await balances()).toEqual([555, 600])
  expect(await integrityViolations(server)).toEqual([])
})

test.for([[['voucher']], [['voucher', 'voucher']], [['voucher', 'time_spent']]])(
  'an order of cover that does not name each once is refused: %j',
  async ([coverOrder]) => {
    const { id } = await buildCustomer(server)

    expect((await send('PATCH', `/${id}`, { coverOrder })).statusCode).toBe(400)
    expect((await send('GET', `/${id}`)).json()).toMatchObject({ coverOrder: ['subscription', 'voucher'], version: 1 })
  },
)

test('a price is in the customer’s currency, to the minor unit', async () => {
  const { id } = (await send('POST', '', { name: 'Bryggen' })).json<Customer>()
  const price = (amount: string, currency: string) => send('PATCH', `/${id}`, { ratePerHour: { amount, currency } })

  expect((await price('950.5', 'EUR')).json()).toMatchObject({
    code: 'invalid_money',
    errors: [{ pointer: '/body/ratePerHour/currency' }],
  })
  expect((await price('950.5', 'DKK')).json()).toMatchObject({ ratePerHour: { amount: '950.50', currency: 'DKK' } })
  expect((await send('PATCH', `/${id}`, { currency: 'EUR' })).json()).toMatchObject({ code: 'invalid_money' })
  expect((await send('GET', `/${id}`)).json()).toMatchObject({ currency: 'DKK', version: 2 })
  const [event] = await query("SELECT payload FROM event WHERE subject_id = $1 AND type = 'customer.changed'", id)
  expect(event).toEqual({
    payload: { name: 'Bryggen', changes: [{ field: 'ratePerHour', from: null, to: '950.50 DKK' }] },
  })
})

test('an account manager is somebody active', async () => {
  const gone = await buildEmployee(server, { isActive: false })
  const { id } = await buildCustomer(server)

  const refused = await send('PATCH', `/${id}`, { accountManagerId: gone.id })
  expect(refused.json()).toMatchObject({ code: 'reference_refused', errors: [{ pointer: '/body/accountManagerId' }] })
  const given = await send('PATCH', `/${id}`, { accountManagerId: manager.id })
  expect(given.json()).toMatchObject({ accountManager: { id: manager.id }, version: 2 })
  expect((await send('PATCH', `/${id}`, { accountManagerId: manager.id })).json()).toMatchObject({ version: 2 })
  expect((await send('PATCH', `/${id}`, { accountManagerId: null })).json()).toMatchObject({ accountManager: null })
})

test('deactivating a customer signs its contacts out for good, and only its own', async () => {
  const contact = await buildContact(server)
  const other = await buildContact(server)
  const me = async ({ headers }: SignedIn) =>
    (await server.app.inject({ url: '/api/extranet/v1/me', headers })).statusCode
  await send('PATCH', `/${contact.customerId}`, { isActive: false })

  expect(await me(contact)).toBe(401)
  await send('PATCH', `/${contact.customerId}`, { isActive: true })
  expect(await me(contact)).toBe(401)
  expect(await me(other)).toBe(200)
})

test('customers are found by name and by number', async () => {
  const wanted = (await send('POST', '', { name: 'Havnens Ismejeri' })).json<Customer>()
  const found = async (search: string) =>
    (await send('GET', `?search=${encodeURIComponent(search)}&count=exact`)).json<{ data: Customer[] }>()

  expect(await found('ISMEJERI')).toMatchObject({ data: [{ id: wanted.id }], page: { total: 1 } })
  expect((await found(String(wanted.number))).data.map(({ id }) => id)).toContain(wanted.id)
  expect(await found('Havnen_')).toMatchObject({ data: [], page: { total: 0 } })
})

test('an agent reads customers and changes none', async () => {
  const agent = await buildEmployee(server, { role: 'agent' })
  const { id } = await buildCustomer(server, { name: 'Skovly' })

  expect((await send('GET', `/${id}`, undefined, agent.headers)).statusCode).toBe(200)
  const refused = await send('PATCH', `/${id}`, { name: 'Other' }, agent.headers)
  expect(refused.json()).toMatchObject({ code: 'permission_denied', missingPermission: 'customer:write' })
  expect((await send('GET', `/${id}`)).json()).toMatchObject({ name: 'Skovly', version: 1 })
})

test('what nobody may choose is refused as unknown', async () => {
  const refused = await send('POST', '', { name: 'Tricky', number: 1, version: 9 })

  expect(refused.statusCode).toBe(400)
  expect(await query("SELECT 1 FROM customer WHERE name = 'Tricky'")).toEqual([])
})
