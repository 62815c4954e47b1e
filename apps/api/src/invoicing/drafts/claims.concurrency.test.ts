import { Prisma } from '@timedesk/prisma/client'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { keyOf, openInvoiceDesk } from '../../../test/invoice-desk.ts'

const CLIENTS = 8

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openInvoiceDesk>>

beforeAll(async () => {
  server = await startServer()
  desk = await openInvoiceDesk(server)
})
afterEach(async () => {
  expect(await integrityViolations(server)).toEqual([])
})
afterAll(() => server.close())

async function customerWithWork(entries: number) {
  const customerId = await desk.customer()
  for (let index = 0; index < entries; index += 1) await desk.work(customerId, 15 * (index + 1))
  return { customerId, items: (await desk.items(customerId)).map(keyOf) }
}

const atOnce = <Result>(work: (client: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: CLIENTS }, (_, client) => work(client)))

async function claims(customerId: string): Promise<number[]> {
  const rows = await server.database.reader.rows<{
    claims: number
  }>(Prisma.sql`SELECT count(*)::int AS claims FROM invoice_source
    WHERE is_live AND customer_id = ${customerId}::uuid GROUP BY source, source_id`)
  return rows.map((row) => row.claims)
}

test('eight who draft the same items: one wins, and the others see them gone', async () => {
  const { customerId, items } = await customerWithWork(4)

  const answers = await atOnce(() => desk.change('POST', '/invoices', { customerId, items }))

  expect(answers.map(({ statusCode }) => statusCode).toSorted((one, other) => one - other)).toEqual([
    201,
    ...Array.from({ length: CLIENTS - 1 }, () => 409),
  ])
  expect(await claims(customerId)).toEqual([1, 1, 1, 1])
})

test('eight who draft all that is ready: each item once', async () => {
  const { customerId } = await customerWithWork(6)

  await atOnce(() => desk.change('POST', '/invoices', { customerId, through: '2026-03-31' }))

  expect(await claims(customerId)).toEqual([1, 1, 1, 1, 1, 1])
})

test('eight drafts that each want all items share them out or lose', async () => {
  const { customerId, items } = await customerWithWork(CLIENTS)
  const drafts = await atOnce(() => desk.draft({ customerId }))

  const answers = await atOnce((client) =>
    desk.change('POST', `/invoices/${drafts[client]?.id ?? ''}/lines`, {
      items: [items[client], items[0]].slice(0, 1),
    }),
  )
  const again = await atOnce((client) => desk.change('POST', `/invoices/${drafts[client]?.id ?? ''}/lines`, { items }))

  expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: CLIENTS }, () => 201))
  expect(again.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: CLIENTS }, () => 409))
  expect(await claims(customerId)).toEqual(Array.from({ length: CLIENTS }, () => 1))
})

test('who drafts, holds, writes off and edits the same time at once leaves one of them standing', async () => {
  const { customerId, items } = await customerWithWork(3)
  const { data } = await desk.succeed<{ data: { id: string }[] }>('GET', `/time-entries?customerId=${customerId}`)

  const answers = await Promise.all([
    desk.change('POST', '/invoices', { customerId, items }),
    desk.change('POST', '/potential-marks', { kind: 'write_off', items, reason: 'Our own mistake.' }),
    desk.change('POST', '/potential-marks', { kind: 'hold', items, reason: 'Ask first.' }),
    ...data.map(({ id }) => desk.change('PATCH', `/time-entries/${id}`, { minutes: 5 }, desk.agent)),
    ...data.map(({ id }) => desk.change('DELETE', `/time-entries/${id}`, undefined, desk.agent)),
  ])

  expect(answers.every(({ statusCode }) => statusCode < 500)).toBe(true)
})

test('a draft that two delete and two change at once ends whole', async () => {
  const { customerId, items } = await customerWithWork(3)
  const { id, invoiceLines } = await desk.draft({ customerId, items })
  const [line] = invoiceLines

  const answers = await Promise.all([
    desk.change('DELETE', `/invoices/${id}`),
    desk.change('PATCH', `/invoices/${id}`, { note: 'Thank you.' }),
    desk.change('DELETE', `/invoices/${id}/lines/${line?.id ?? ''}`),
    desk.change('DELETE', `/invoices/${id}`),
  ])

  expect(answers.every(({ statusCode }) => statusCode < 500)).toBe(true)
  expect((await desk.items(customerId)).map(keyOf)).toHaveLength(3)
})
