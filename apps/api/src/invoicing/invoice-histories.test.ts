import { parseAmount } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'
import { InvoiceModel, netOf, payableOf, remainingOf, sum } from '../../test/invoice-model.ts'
import { anyInvoiceStep, stepKinds, takeInvoiceStep, type InvoiceStep } from '../../test/invoice-steps.ts'
import { openPostingDesk } from '../../test/posting-desk.ts'

const HISTORIES = 6
const STEPS = 30
const SEED = 20_260_302
const TIMEOUT_MS = 600_000

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openPostingDesk>>

beforeAll(async () => {
  server = await startServer()
  desk = await openPostingDesk(server)
})
afterAll(() => server.close())

const minor = ({ amount }: { amount: string }) => Number(parseAmount(amount))

/** What paper and product have to agree on after every step (c to e, g). */
async function checkAgainstModel(customerId: string, model: InvoiceModel, registered: number): Promise<void> {
  const items = await desk.items(customerId)
  const potential = items.map(({ entry, amount }) => [entry?.id, amount === null ? null : minor(amount)] as const)
  expect(new Map(potential)).toEqual(model.potential)
  for (const kept of model.invoices) {
    const shown = await desk.invoice(kept.id)
    expect([shown.net, shown.payable, shown.paid, shown.credited, shown.remaining].map(minor)).toEqual([
      ...[netOf(kept), payableOf(kept), kept.paid, kept.credited, remainingOf(kept)],
    ])
  }
  // (c) Registered is potential, claimed, or was credited and never charged again.
  const claims = await server.database.reader.rows<{ entryId: string; count: number; registered: number }>(
    Prisma.sql`SELECT entry_id AS "entryId", count(*)::int AS count, sum(registered)::float8 AS registered
      FROM invoice_source WHERE customer_id = ${customerId}::uuid AND is_live GROUP BY entry_id`,
  )
  expect(sum([...model.potential.values()]) + sum(claims.map((claim) => claim.registered))).toBe(registered)
  // (e)
  expect(claims.filter(({ count }) => count > 1)).toEqual([])
  expect(await integrityViolations(server)).toEqual([])
}

test(
  'whatever is drafted, changed, posted, credited and paid, invoices are as one would keep them on paper',
  async () => {
    const taken = new Map<InvoiceStep['kind'], number>()
    const histories = fc.array(anyInvoiceStep, { minLength: STEPS, maxLength: STEPS })
    const property = fc.asyncProperty(histories, async (steps) => {
      const customerId = await desk.customer({ invoiceDetail: 'entry' })
      const stage = { desk, model: new InvoiceModel(), customerId }
      let registered = 0
      for (const step of steps) {
        const before = sum([...stage.model.potential.values()])
        const { answered, expected } = await takeInvoiceStep(stage, step)
        if (step.kind === 'work') registered += sum([...stage.model.potential.values()]) - before
        expect({ step, status: answered }).toEqual({ step, status: expected })
        if (answered > 0 && answered < 300) taken.set(step.kind, (taken.get(step.kind) ?? 0) + 1)
        await checkAgainstModel(customerId, stage.model, registered)
      }
    })
    await fc.assert(property, { numRuns: HISTORIES, seed: SEED, endOnFailure: true })
    expect([...new Set(stepKinds)].filter((kind) => (taken.get(kind) ?? 0) === 0)).toEqual([])
  },
  TIMEOUT_MS,
)
