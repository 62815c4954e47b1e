import type { DeferredRow } from '@timedesk/contracts/reports'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer } from '../../test/harness.ts'
import { openPostingDesk } from '../../test/posting-desk.ts'
import { openReportDesk } from '../../test/report-desk.ts'
import { money } from '../../test/voucher-desk.ts'

let server: Awaited<ReturnType<typeof startServer>>

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

test('of a voucher that was invoiced with a discount, no more is earned than was charged', async () => {
  const desk = openReportDesk(server)
  const books = await openPostingDesk(server)
  const customerId = await books.customer()
  await server.database.pool.query('UPDATE customer SET discount_basis_points = 500 WHERE id = $1', [customerId])
  const { id: agreementId } = await desk.agree(customerId, { settlement: 'voucher', heading: 'Prepaid hours' })
  await desk.sell(agreementId, { validFrom: '2026-03-01', price: money('9000.00') })
  await desk.workCosting(customerId, 60)
  const waiting = await desk.profit({ customerId })
  await books.postReady(customerId)

  const { totals } = await desk.profit({ customerId })
  const deferred = await desk.report<{ data: DeferredRow[] }>('deferred-revenue', { customerId })

  expect(waiting.totals.recognised).toEqual(money('900.00'))
  expect(totals).toMatchObject({ invoiced: money('8550.00'), recognised: money('855.00') })
  expect(deferred.data).toMatchObject([
    { sold: money('8550.00'), recognised: money('855.00'), closing: money('7695.00') },
  ])
})
