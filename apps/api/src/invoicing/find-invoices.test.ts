import type { InvoiceSummary } from '@timedesk/contracts/invoice'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'
import { money } from '../../test/invoice-desk.ts'
import { openPostingDesk } from '../../test/posting-desk.ts'
import { newId } from '../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openPostingDesk>>
let shelved: Awaited<ReturnType<typeof shelf>>

beforeAll(async () => {
  server = await startServer()
  desk = await openPostingDesk(server)
  shelved = await shelf()
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

type Listed = {
  data: InvoiceSummary[]
  page: { after: string | null; total?: number }
  totals: { currency: string; payable: object; remaining: object }[]
}

const list = (query: string) => desk.succeed<Listed>('GET', `/invoices?${query}`)
const idsOf = async (query: string) => (await list(query)).data.map(({ id }) => id)

/** A customer with a draft, an invoice that is open, one that is overdue, one that is paid, and one that is credited. */
async function shelf() {
  const customerId = await desk.customer({ name: `Shelf ${newId()}` })
  const line = (given: object = {}) => desk.draftLine(customerId, given)
  const dated = async (issuedOn: string) => {
    const { id } = await line()
    await desk.succeed('PATCH', `/invoices/${id}`, { issuedOn, paymentTermsDays: 14 })
    return desk.post(id)
  }
  const overdue = await dated('2026-02-01')
  const paid = await dated('2026-02-20')
  await desk.succeed('POST', `/invoices/${paid.id}/payments`, { amount: money('1250.00'), paidOn: '2026-02-25' })
  const credited = await dated('2026-02-20')
  const note = await desk.post((await desk.credit(credited.id)).id)
  const open = await dated('2026-03-01')
  const draft = await line()
  return { customerId, draft, open, overdue, paid, credited, note }
}

test('drafts come first, then the latest, page after page, with the totals of all', async () => {
  const { customerId, ...all } = shelved
  const of = `customerId=${customerId}`

  const first = await list(`${of}&limit=3&count=exact`)
  const second = await list(`${of}&limit=3&after=${first.page.after ?? ''}`)

  expect([...first.data, ...second.data].map(({ id }) => id)).toEqual(
    [all.draft, all.note, all.open, all.credited, all.paid, all.overdue].map(({ id }) => id),
  )
  expect(first.page.total).toBe(6)
  expect(second.page.after).toBeNull()
  // The draft, four invoices and the credit of one; open and overdue are still to be paid.
  expect(first.totals).toEqual([{ currency: 'DKK', payable: money('5000.00'), remaining: money('2500.00') }])
  expect(second.totals).toEqual(first.totals)
})

test('each is found by its state, its kind, its days, and what it says', async () => {
  const { customerId, ...all } = shelved
  const of = `customerId=${customerId}`

  for (const state of ['draft', 'open', 'overdue', 'credited'] as const)
    expect(await idsOf(`${of}&state=${state}`), state).toEqual([all[state].id])
  expect(await idsOf(`${of}&state=paid`)).toEqual([all.note.id, all.paid.id])
  expect(await idsOf(`${of}&kind=credit_note`)).toEqual([all.note.id])
  expect(await idsOf(`${of}&from=2026-02-02&to=2026-02-28`)).toEqual([all.credited.id, all.paid.id])
  expect(await idsOf(`${of}&search=${all.open.number ?? ''}`)).toEqual([all.open.id])
  expect(await idsOf(`search=${encodeURIComponent(all.open.customer.name)}`)).toHaveLength(6)
  expect(await idsOf(`${of}&unsent=true`)).toHaveLength(5)
})

test('the invoices of a case are those that charge its time', async () => {
  const customerId = await desk.customer()
  const { id } = await desk.work(customerId, 60)
  await desk.work(customerId, 30)
  const item = (await desk.items(customerId)).find(({ entry }) => entry?.id === id)
  const invoice = await desk.draft({ customerId, items: [{ source: 'time', sourceId: item?.sourceId }] })
  await desk.draftReady(customerId)

  expect(await idsOf(`caseId=${item?.case?.id ?? ''}`)).toEqual([invoice.id])
})

test('money that is to go back is left of the invoice and of the note that gives it', async () => {
  const customerId = await desk.customer()
  const invoice = await desk.post((await desk.draftLine(customerId)).id)
  await desk.succeed('POST', `/invoices/${invoice.id}/payments`, { amount: money('1250.00'), paidOn: '2026-03-02' })
  const note = await desk.post((await desk.credit(invoice.id)).id)

  const { data, totals } = await list(`customerId=${customerId}`)

  expect(data.map(({ id, state, remaining }) => [id, state, remaining.amount])).toEqual(
    expect.arrayContaining([
      [note.id, 'open', '-1250.00'],
      [invoice.id, 'paid', '-1250.00'],
    ]),
  )
  expect(totals).toEqual([{ currency: 'DKK', payable: money('0.00'), remaining: money('-1250.00') }])
  const remainingOf = async (state: string) => (await list(`customerId=${customerId}&state=${state}`)).totals[0]
  expect(await remainingOf('open')).toEqual({ ...totals[0], payable: money('-1250.00') })
  expect(await remainingOf('paid')).toEqual({ ...totals[0], payable: money('1250.00'), remaining: money('0.00') })
})
