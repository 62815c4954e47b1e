import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer } from '../../../test/harness.ts'
import { openSettingsDesk } from '../../../test/settings-desk.ts'

const SUBJECT = '00000000-0000-7000-8000-000000000000'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openSettingsDesk>>

beforeAll(async () => {
  server = await startServer()
  desk = await openSettingsDesk(server)
})
afterAll(() => server.close())

const settings = () => desk.send('GET', '/invoicing-settings')
const put = (path: string, payload: object) =>
  server.app.inject({ method: 'PUT', url: `/api/v1${path}`, headers: desk.headers, payload })

test('how the company invoices is changed by its version only, and history tells of it', async () => {
  const etag = String((await settings()).headers.etag)
  expect((await settings()).json()).toMatchObject({ vatRate: '25', nextInvoiceNumber: 'F1001', version: 1 })
  const change = { iban: 'DK50 0040 0440 1162 43', vatRate: '24.50', accounts: { receivable: '5600' } }
  expect((await desk.send('PATCH', '/invoicing-settings', change)).statusCode).toBe(428)

  const changed = await desk.send('PATCH', '/invoicing-settings', change, etag)

  expect(changed.json()).toMatchObject({
    iban: 'DK5000400440116243',
    vatRate: '24.5',
    accounts: { receivable: '5600' },
    version: 2,
  })
  expect((await desk.send('PATCH', '/invoicing-settings', { phone: '1' }, etag)).statusCode).toBe(412)
  expect((await desk.eventsOf(SUBJECT)).at(-1)).toEqual({
    setting: 'invoicing',
    name: 'Invoicing',
    changes: [
      { field: 'iban', from: '', to: 'DK5000400440116243' },
      { field: 'vatRate', from: '25', to: '24.5' },
      { field: 'accounts', from: '', to: 'receivable 5600' },
    ],
  })
})

test.for([
  [{ iban: 'DK5100400440116243' }, 'invalid_request', '/body/iban'],
  [{ bic: 'DABA' }, 'invalid_request', '/body/bic'],
  [{ bankAccount: '440116243' }, 'invalid_request', '/body/bankRegistration'],
  [{ bankRegistration: '0040' }, 'invalid_request', '/body/bankAccount'],
  [{ endpointScheme: '0184' }, 'invalid_request', '/body/endpointId'],
  [{ endpointId: '12345674' }, 'invalid_request', '/body/endpointScheme'],
  [{ endpointScheme: '0088', endpointId: '5790000435976' }, 'invalid_request', '/body/endpointId'],
  [{ endpointScheme: '0184', endpointId: '1234567' }, 'invalid_request', '/body/endpointId'],
  [{ invoicePrefix: 'K' }, 'conflict', '/body/creditNotePrefix'],
  [{ roundTo: 10 }, 'invalid_request', '/body/roundTo'],
  [{ vatRate: '100.5' }, 'invalid_request', '/body/vatRate'],
] as const)('%o is refused as %s', async ([change, code, pointer]) => {
  const before = (await settings()).body

  expect((await desk.patch('/invoicing-settings', change)).json()).toMatchObject({ code, errors: [{ pointer }] })
  expect((await settings()).body).toBe(before)
})

test('a location number whose check digit is right is an address in Peppol', async () => {
  const address = { endpointScheme: '0088', endpointId: '5790000435975' }

  expect((await desk.patch('/invoicing-settings', address)).json()).toMatchObject(address)
})

test('numbers start where they are told to, until the first is taken', async () => {
  const named = { firstNumber: 7, numbersByYear: true, invoicePrefix: 'A-' }
  expect((await desk.patch('/invoicing-settings', named)).json()).toMatchObject({
    nextInvoiceNumber: 'A-2026-0007',
    nextCreditNoteNumber: 'K2026-0007',
  })
})

test('a currency is worth what was said last from a day on', async () => {
  const set = (day: string, rate: string) => put(`/currency-rates/EUR/${day}`, { rate })
  expect((await set('2026-03-01', '7.46')).json()).toMatchObject({ currency: 'EUR', rate: '7.46' })
  expect((await set('2026-01-01', '7.4')).statusCode).toBe(200)
  expect((await set('2026-03-01', '7.461')).json()).toMatchObject({ rate: '7.461' })
  const told = (await desk.eventsOf(SUBJECT)).length
  expect((await set('2026-03-01', '7.461000')).json()).toMatchObject({ rate: '7.461' })

  expect((await desk.send('GET', '/currency-rates')).json()).toMatchObject({
    data: [
      { validFrom: '2026-03-01', rate: '7.461' },
      { validFrom: '2026-01-01', rate: '7.4' },
    ],
  })
  expect(await desk.eventsOf(SUBJECT)).toHaveLength(told)
  expect((await desk.eventsOf(SUBJECT)).at(-1)).toEqual({
    setting: 'currency_rate',
    name: 'EUR 2026-03-01',
    changes: [{ field: 'rate', from: '7.46', to: '7.461' }],
  })
  expect((await set('2026-03-01', '0')).statusCode).toBe(400)
})
