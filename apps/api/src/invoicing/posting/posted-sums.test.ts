import type { Invoice } from '@timedesk/contracts/invoice'
import { amountText } from '@timedesk/domain/money/money'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { structureFaults } from '../../../../../packages/domain/test/ubl-structure.ts'
import { sumFaults } from '../../../../../packages/domain/test/ubl-sums.ts'
import { useBrowserParser } from '../../../test/browser-parser.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { money } from '../../../test/invoice-desk.ts'
import { openPostingDesk } from '../../../test/posting-desk.ts'

const DOCUMENTS = 12
const SEED = 20_260_302
const TIMEOUT_MS = 300_000

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openPostingDesk>>

beforeAll(async () => {
  await useBrowserParser()
  server = await startServer()
  desk = await openPostingDesk(server)
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

const anyLine = fc.record({
  quantity: fc.integer({ min: 1, max: 500 }),
  price: fc.integer({ min: 1, max: 2_000_000 }),
  vat: fc.constantFrom(['S', '25'], ['S', '12.5'], ['Z', '0'], ['E', '0']),
})
const anyPosted = fc.record({
  lines: fc.array(anyLine, { minLength: 1, maxLength: 5 }),
  minutes: fc.array(fc.integer({ min: 1, max: 240 }), { maxLength: 3 }),
  discount: fc.integer({ min: 0, max: 10_000 }),
  roundTo: fc.constantFrom(1, 25, 50, 100),
})
type Posted = typeof anyPosted extends fc.Arbitrary<infer Given> ? Given : never

async function post({ lines, minutes, discount, roundTo }: Posted): Promise<Invoice> {
  const customerId = await desk.customer({ discountBasisPoints: discount })
  for (const each of minutes) await desk.work(customerId, each)
  const { id } = await (minutes.length > 0 ? desk.draftReady(customerId) : desk.draft({ customerId }))
  for (const { quantity, price, vat } of lines) {
    const [vatCategory, vatRate] = vat
    const own = { text: 'Goods', quantity, unitPrice: money(amountText(price)), vatCategory, vatRate }
    await desk.succeed('POST', `/invoices/${id}/lines`, own)
  }
  await desk.succeed('PATCH', `/invoices/${id}`, { roundTo })
  return desk.post(id)
}

async function faultsOf({ id }: Invoice): Promise<string[]> {
  const { body } = await server.app.inject({ url: `/api/v1/invoices/${id}/ubl`, headers: desk.finance.headers })
  return [...structureFaults(body), ...sumFaults(body)]
}

test(
  'whatever is posted adds up to the øre in its e-invoice, its books balance, and its credit is its mirror (g)',
  async () => {
    const property = fc.asyncProperty(anyPosted, async (given) => {
      const invoice = await post(given)
      expect(await faultsOf(invoice)).toEqual([])

      const note = await desk.post((await desk.credit(invoice.id)).id)

      expect(await faultsOf(note)).toEqual([])
      expect([note.net, note.vat, note.payable]).toEqual([invoice.net, invoice.vat, invoice.payable])
      const [sold, taken] = [await desk.books(invoice.id), await desk.books(note.id)]
      expect(Object.values(sold).reduce((sum, amount) => sum + amount, 0)).toBe(0)
      expect(Object.fromEntries(Object.entries(taken).map(([account, amount]) => [account, 0 - amount]))).toEqual(sold)
    })
    await fc.assert(property, { numRuns: DOCUMENTS, seed: SEED, endOnFailure: true })
  },
  TIMEOUT_MS,
)
