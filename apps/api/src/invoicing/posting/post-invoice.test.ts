import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildEmployee } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { sumsOf } from '../../../test/invoice-desk.ts'
import { openPostingDesk } from '../../../test/posting-desk.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openPostingDesk>>

beforeAll(async () => {
  server = await startServer()
  desk = await openPostingDesk(server)
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

const query = async (text: string, ...values: unknown[]) =>
  (await server.database.pool.query<Record<string, unknown>>(text, values)).rows

test('a posted invoice has a number, days, both parties as they were, and its place in the books (E1)', async () => {
  const customerId = await desk.customer()
  for (const minutes of [15, 30, 75]) await desk.work(customerId, minutes)
  const draft = await desk.draftReady(customerId)
  expect(draft.problems).toEqual([])

  const posted = await desk.post(draft.id)

  expect(posted).toMatchObject({
    number: 'F1001',
    state: 'open',
    issuedOn: '2026-03-02',
    dueOn: '2026-03-16',
    postedByName: desk.finance.name,
    problems: [],
    seller: { name: 'Fjordbyte', vatId: 'DK12345674', endpointScheme: '0184' },
    can: { edit: false, post: false, send: true, credit: true, pay: true },
  })
  expect(sumsOf(posted)).toBe('1900.00 475.00 2375.00 2375.00')
  expect(await desk.books(draft.id)).toEqual({ receivable: 237_500, revenue_time: -190_000, vat_payable: -47_500 })
  const { data } = await desk.succeed<{ data: { event: { type: string } }[] }>('GET', `/invoices/${draft.id}/log`)
  expect(JSON.stringify(data[0])).toContain('invoice.posted')
  expect((await desk.succeed<object>('GET', `/invoices/${draft.id}`)) as { pdfSha256: string }).toMatchObject({
    pdfSha256: expect.stringMatching(/^[0-9a-f]{64}$/u) as string,
    ublSha256: expect.stringMatching(/^[0-9a-f]{64}$/u) as string,
  })
})

test('what a party changes later leaves a posted invoice as it was', async () => {
  const customerId = await desk.customer({ name: 'Before' })
  await desk.work(customerId, 60)
  const { id } = await desk.postReady(customerId)
  const before = await server.app.inject({ url: `/api/v1/invoices/${id}/ubl`, headers: desk.finance.headers })

  await query("UPDATE customer SET name = 'After', city = 'Odense' WHERE id = $1", customerId)
  await query("UPDATE company SET address = 'Elsewhere 1'")

  expect(await desk.invoice(id)).toMatchObject({
    buyer: { name: 'Before', city: 'Aarhus C' },
    seller: { address: 'Åboulevarden 3' },
  })
  const after = await server.app.inject({ url: `/api/v1/invoices/${id}/ubl`, headers: desk.finance.headers })
  expect(after.body).toBe(before.body)
  expect(after.body).toContain('Before')
})

test('a draft that lacks something is refused with all reasons at once, and takes no number', async () => {
  const customerId = await desk.customer({ endpointScheme: '0088', endpointId: '5790000435975', buyerReference: '' })
  const { id } = await desk.draft({ customerId })
  const next = async () =>
    (await desk.send(await administrator(), 'GET', '/invoicing-settings')).json<{ nextInvoiceNumber: string }>()
      .nextInvoiceNumber
  const before = await next()

  const refused = (await desk.tryToPost(id)).json<{ code: string; errors: { code: string; pointer: string }[] }>()

  expect(refused.code).toBe('posting_refused')
  const codes = refused.errors.map(({ code }) => code)
  expect(codes).toEqual(expect.arrayContaining(['lines_missing', 'buyer_reference_missing']))
  expect(await desk.invoice(id)).toMatchObject({ state: 'draft', number: null, issuedOn: null })
  expect(await next()).toBe(before)
})

test('a posted invoice cannot be posted again, and a repeated request gets the first answer', async () => {
  const { id } = await desk.draftLine(await desk.customer())
  const once = () =>
    desk.send(desk.finance, 'POST', `/invoices/${id}/posting`, undefined, {
      'if-match': '*',
      'idempotency-key': 'post-it',
    })

  const [first, second] = [await once(), await once()]

  expect(second.body).toBe(first.body)
  expect(second.headers['idempotency-replayed']).toBe('true')
  expect((await desk.tryToPost(id)).json()).toMatchObject({ code: 'invoice_posted' })
  for (const [method, path] of [
    ['PATCH', ''],
    ['DELETE', ''],
    ['POST', '/lines'],
  ] as const) {
    const body =
      method === 'PATCH' ? { note: 'Late' } : { text: 'x', quantity: 1, unitPrice: { amount: '1', currency: 'DKK' } }
    expect(
      (await desk.change(method, `/invoices/${id}${path}`, method === 'DELETE' ? undefined : body)).json(),
    ).toMatchObject({
      code: 'invoice_posted',
    })
  }
})

test('a stale version posts nothing', async () => {
  const { id, version } = await desk.draftLine(await desk.customer())
  await desk.change('PATCH', `/invoices/${id}`, { note: 'Changed meanwhile' })

  const answer = await desk.send(desk.finance, 'POST', `/invoices/${id}/posting`, undefined, {
    'if-match': `"v${String(version)}"`,
  })

  expect(answer.json()).toMatchObject({ code: 'stale_version' })
  expect(await desk.invoice(id)).toMatchObject({ state: 'draft' })
})

test('dates never go back in a series, and a closed period takes no document', async () => {
  const customerId = await desk.customer()
  const [early, late] = [await desk.draftLine(customerId), await desk.draftLine(customerId)]
  await desk.change('PATCH', `/invoices/${early.id}`, { issuedOn: '2026-03-01' })
  await desk.post(late.id)

  expect((await desk.tryToPost(early.id)).json()).toMatchObject({
    code: 'posting_refused',
    errors: [{ pointer: '/issuedOn', code: 'date_before_last' }],
  })
  await query("UPDATE company SET hard_locked_through = '2026-03-02', soft_locked_through = '2026-03-02'")
  const today = await desk.draftLine(customerId)
  expect((await desk.tryToPost(today.id)).json()).toMatchObject({ code: 'period_locked' })
  await query('UPDATE company SET hard_locked_through = NULL, soft_locked_through = NULL')
  expect((await desk.tryToPost(today.id)).statusCode).toBe(200)
})

test('a day to come would keep its series from going on, so it is refused', async () => {
  const customerId = await desk.customer()
  await desk.work(customerId, 30)
  const draft = await desk.draftReady(customerId)
  await desk.succeed('PATCH', `/invoices/${draft.id}`, { issuedOn: '2026-03-03' })

  const { problems, can } = await desk.invoice(draft.id)

  expect(problems).toMatchObject([{ code: 'date_in_future', pointer: '/issuedOn', severity: 'error' }])
  expect(can.post).toBe(false)
  expect(await query('SELECT state FROM invoice WHERE id = $1', draft.id)).toEqual([{ state: 'draft' }])
})

test('several are posted in their order; one that is refused keeps no other back, and a repetition posts nothing twice', async () => {
  const customerId = await desk.customer()
  const [one, two] = [await desk.draftLine(customerId), await desk.draftLine(customerId)]
  const empty = await desk.draft({ customerId })
  const body = { invoiceIds: [one.id, empty.id, two.id], send: true }
  const once = () => desk.send(desk.finance, 'POST', '/invoice-postings', body, { 'idempotency-key': 'all-of-them' })

  const first = await once()

  const { data } = first.json<{ data: { id: string; number: string | null; problems: { code: string }[] }[] }>()
  expect(data.map(({ id }) => id)).toEqual(body.invoiceIds)
  expect(data.map(({ number }) => number === null)).toEqual([false, true, false])
  expect(data[1]?.problems).toMatchObject([{ code: 'lines_missing', severity: 'error' }])
  expect(Number(data[2]?.number?.slice(1))).toBe(Number(data[0]?.number?.slice(1)) + 1)
  expect(await desk.invoice(one.id)).toMatchObject({ sendState: 'queued', sentTo: 'invoices@nordlys.example' })
  expect((await once()).body).toBe(first.body)
  expect(await query('SELECT 1 FROM mail WHERE invoice_id = $1', one.id)).toHaveLength(1)
})

const administrator = () => buildEmployee(server, { role: 'administrator' })
