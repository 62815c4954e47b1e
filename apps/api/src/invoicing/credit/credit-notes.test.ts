import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { money, sumsOf } from '../../../test/invoice-desk.ts'
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

/** A posted invoice of some work, each on a line of its own. */
async function posted(minutes: number[], given: object = {}) {
  const customerId = await desk.customer({ invoiceDetail: 'entry', ...given })
  const entries = []
  for (const each of minutes) entries.push(await desk.work(customerId, each))
  const invoice = await desk.postReady(customerId)
  const sources = invoice.invoiceLines.flatMap((line) => line.sources)
  return { customerId, entries, invoice, sources }
}

const amounts = async (customerId: string) => (await desk.items(customerId)).map(({ amount }) => amount?.amount)

test('all of an invoice is credited to the øre, and what is charged again is open exactly once (E4)', async () => {
  const { customerId, invoice, entries } = await posted([50])
  const draft = await desk.credit(invoice.id)
  expect(draft).toMatchObject({
    kind: 'credit_note',
    state: 'draft',
    corrects: { number: invoice.number },
    problems: [],
  })
  expect(sumsOf(draft)).toBe('791.67 197.92 989.59 989.59')
  expect(await amounts(customerId)).toEqual([])

  const note = await desk.post(draft.id)

  expect(note).toMatchObject({ number: expect.stringMatching(/^K\d{4}$/u) as string, dueOn: null })
  expect(await desk.invoice(invoice.id)).toMatchObject({
    state: 'credited',
    credited: money('989.59'),
    remaining: money('0.00'),
    creditNotes: [{ id: note.id, number: note.number }],
    can: { credit: false, pay: false },
  })
  expect(await amounts(customerId)).toEqual(['791.67'])
  expect(await desk.succeed('GET', `/time-entries/${entries[0]?.id ?? ''}`)).toMatchObject({ settled: null })
  const again = await desk.postReady(customerId)
  expect(sumsOf(again)).toBe('791.67 197.92 989.59 989.59')
  expect(await amounts(customerId)).toEqual([])
  expect((await desk.tryToCredit(invoice.id)).json()).toMatchObject({ code: 'credit_refused' })
})

test('parts are credited until nothing is left, and VAT closes to the øre (E15)', async () => {
  const customerId = await desk.customer()
  const { id } = await desk.draft({ customerId })
  for (const text of ['One', 'Two', 'Three'])
    await desk.succeed('POST', `/invoices/${id}/lines`, { text, quantity: 1, unitPrice: money('33.33') })
  const invoice = await desk.post(id)
  expect(sumsOf(invoice)).toBe('99.99 25.00 124.99 124.99')
  const [one, two, three] = invoice.invoiceLines.map((line) => line.id)

  const notes = []
  for (const line of [one, two, three]) {
    const draft = await desk.credit(id, { lines: [{ id: line }] })
    notes.push(await desk.post(draft.id))
  }

  expect(notes.map(sumsOf)).toEqual(['33.33 8.33 41.66 41.66', '33.33 8.33 41.66 41.66', '33.33 8.34 41.67 41.67'])
  expect(await desk.invoice(id)).toMatchObject({ state: 'credited', credited: money('124.99') })
})

test('a discount is credited along, to the øre (E16)', async () => {
  const { invoice, sources } = await posted([50, 120], { discountBasisPoints: 1000 })
  expect(sumsOf(invoice)).toBe('2422.50 605.63 3028.13 3028.13')

  const first = await desk.post(
    (await desk.credit(invoice.id, { sources: [{ id: sources[0]?.id, disposition: 'rebill' }] })).id,
  )
  const rest = await desk.post((await desk.credit(invoice.id)).id)

  const payable = [first, rest].map((note) => Number(note.payable.amount))
  expect((payable[0] ?? 0) + (payable[1] ?? 0)).toBeCloseTo(3028.13, 5)
  expect([first, rest].map((note) => note.discountPercent)).toEqual(['0', '0'])
  expect(await desk.invoice(invoice.id)).toMatchObject({ state: 'credited', remaining: money('0.00') })
})

test('what is written off stays uncharged, and a part can only be written off', async () => {
  const { customerId, invoice, sources } = await posted([60, 60])
  const [one, two] = sources.map(({ id }) => id)
  const part = { id: one, amount: money('100.00') }
  expect((await desk.tryToCredit(invoice.id, { sources: [{ ...part, disposition: 'rebill' }] })).json()).toMatchObject({
    code: 'credit_refused',
    errors: [{ pointer: '/body/sources/0', code: 'part_only_written_off' }],
  })

  const draft = await desk.credit(invoice.id, {
    sources: [
      { ...part, disposition: 'write_off' },
      { id: two, disposition: 'write_off' },
    ],
  })
  const note = await desk.post(draft.id)

  expect(note.net.amount).toBe('1050.00')
  expect(await amounts(customerId)).toEqual([])
  const left = await desk.invoice(invoice.id)
  expect(left.invoiceLines.map((line) => line.credited.amount)).toEqual(['100.00', '950.00'])
  expect(left).toMatchObject({ state: 'open', remaining: money('1062.50') })
})

test.for([
  [{ amount: money('950.01') }, 'amount_too_high'],
  [{ amount: money('0.00') }, 'zero_amount'],
] as const)('%o is refused as %s', async ([given, code]) => {
  const { invoice, sources } = await posted([60])

  const refused = await desk.tryToCredit(invoice.id, {
    sources: [{ id: sources[0]?.id, disposition: 'write_off', ...given }],
  })

  expect(refused.json()).toMatchObject({ code: 'credit_refused', errors: [{ pointer: '/body/sources/0', code }] })
})

test('only posted invoices are credited', async () => {
  const { customerId, invoice } = await posted([60])
  const { id } = await desk.draft({ customerId })
  expect((await desk.tryToCredit(id)).json()).toMatchObject({ code: 'invoice_not_posted' })
  const note = await desk.post((await desk.credit(invoice.id)).id)
  expect((await desk.tryToCredit(note.id)).json()).toMatchObject({ code: 'credit_refused' })
})

test('of two drafts that credit the same, the second is refused when it is posted', async () => {
  const { invoice } = await posted([60])
  const drafts = [await desk.credit(invoice.id), await desk.credit(invoice.id)]
  await desk.post(drafts[0]?.id ?? '')

  expect(await desk.invoice(drafts[1]?.id ?? '')).toMatchObject({
    problems: [{ rule: 'R49', code: 'nothing_left', pointer: '/lines/0' }],
    can: { post: false },
  })
  expect((await desk.tryToPost(drafts[1]?.id ?? '')).json()).toMatchObject({
    code: 'credit_refused',
    errors: [{ pointer: '/lines/0', code: 'nothing_left' }],
  })
  expect((await desk.change('DELETE', `/invoices/${drafts[1]?.id ?? ''}`)).statusCode).toBe(204)
})

test.for([{ discountPercent: '10', discountReason: 'Loyalty' }, { vatTreatment: 'exempt' }])(
  'a credit note on other terms than its invoice is not posted: %o',
  async (change) => {
    const { invoice } = await posted([60])
    const draft = await desk.credit(invoice.id)
    await desk.succeed('PATCH', `/invoices/${draft.id}`, change)

    expect((await desk.tryToPost(draft.id)).json()).toMatchObject({
      code: 'posting_refused',
      errors: [{ code: 'terms_differ' }],
    })
    expect((await desk.change('DELETE', `/invoices/${draft.id}`)).statusCode).toBe(204)
  },
)

test('words of a credit note’s draft change freely, and its sums stay', async () => {
  const { invoice } = await posted([50])
  const draft = await desk.credit(invoice.id)

  await desk.succeed('PATCH', `/invoices/${draft.id}`, { note: 'As agreed.', reason: 'The work was not needed.' })
  const note = await desk.post(draft.id)

  expect(note).toMatchObject({ note: 'As agreed.', reason: 'The work was not needed.' })
  expect(sumsOf(note)).toBe('791.67 197.92 989.59 989.59')
})

test('eight who credit the same at once never credit more than was invoiced', async () => {
  const { customerId, invoice, sources } = await posted([60])
  const request = { sources: [{ id: sources[0]?.id, disposition: 'write_off', amount: money('300.00') }] }
  const drafts = await Promise.all(Array.from({ length: 8 }, () => desk.credit(invoice.id, request)))

  const answers = await Promise.all(drafts.map(({ id }) => desk.tryToPost(id)))

  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 200, 200, 409, 409, 409, 409, 409])
  expect(await desk.invoice(invoice.id)).toMatchObject({ credited: money('1125.00'), remaining: money('62.50') })
  expect(await amounts(customerId)).toEqual([])
})
