import type { DeferredRow, TurnoverRow } from '@timedesk/contracts/reports'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'
import { openPostingDesk } from '../../test/posting-desk.ts'
import { readZip } from '../../test/read-zip.ts'
import { openReportDesk } from '../../test/report-desk.ts'
import { money } from '../../test/voucher-desk.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: ReturnType<typeof openReportDesk>
let books: Awaited<ReturnType<typeof openPostingDesk>>

/** E28's month: a voucher and a subscription are sold, all kinds of work done, and everything is posted. */
beforeAll(async () => {
  server = await startServer()
  books = await openPostingDesk(server)
  desk = openReportDesk(server)
  const [hourly, prepaid, planned] = [await books.customer(), await books.customer(), await books.customer()]
  await desk.workCosting(hourly, 120)
  const { id: voucherAgreement } = await desk.agree(prepaid, { settlement: 'voucher', heading: 'Prepaid hours' })
  await desk.sell(voucherAgreement, { validFrom: '2026-03-01' })
  await desk.workCosting(prepaid, 90)
  const { id: planAgreement } = await desk.agree(planned, { validFrom: '2026-03-01' })
  await desk.addLine(planAgreement, { quota: { unit: 'unlimited' } })
  await desk.settle()
  await desk.workCosting(planned, 380)
  for (const customerId of [hourly, prepaid, planned]) await books.postReady(customerId)
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

test('E28: invoiced 14,900.00, earned 7,250.00, and 3,120.00 left of it', async () => {
  const earned = await desk.profit({ by: 'settlement' })
  const invoiced = await desk.profit({ by: 'customer', basis: 'invoiced' })
  const deferred = await desk.report<{ data: DeferredRow[]; totals: DeferredRow; ties: boolean }>('deferred-revenue')

  expect(earned.totals).toMatchObject({
    ...{ invoiced: money('14900.00'), recognised: money('7250.00'), revenue: money('7250.00'), cost: money('4130.00') },
    ...{ profit: money('3120.00'), marginPercent: '43.03', minutes: 590 },
  })
  expect(earned.data.map(({ key, recognised }) => [key, recognised.amount])).toEqual([
    ['subscription', '4000.00'],
    ['', '1900.00'],
    ['voucher', '1350.00'],
  ])
  expect(invoiced.totals).toMatchObject({ revenue: money('14900.00'), profit: money('10770.00') })
  expect(deferred.totals).toMatchObject({
    sold: money('13000.00'),
    recognised: money('5350.00'),
    closing: money('7650.00'),
  })
  expect(deferred.ties).toBe(true)
})

test('the turnover of the month tells what was invoiced for what, beside what was earned', async () => {
  const { data } = await desk.report<{ data: z.output<typeof TurnoverRow>[] }>('turnover', { from: '2026-02-15' })

  expect(data.map(({ month, invoiced }) => [month, invoiced.amount])).toEqual([
    ['2026-02', '0.00'],
    ['2026-03', '14900.00'],
  ])
  expect(data[1]).toMatchObject({
    ...{
      timeSpent: money('1900.00'),
      overage: money('0.00'),
      vouchers: money('9000.00'),
      subscriptions: money('4000.00'),
    },
    ...{ other: money('0.00'), credits: money('0.00'), recognised: money('7250.00'), writtenDown: money('0.00') },
  })
})

type Vat = { data: Record<string, unknown>[]; documents: number; gaps: string[] }

test('VAT is told by category, credited ones taken off, and no number is missing', async () => {
  const before = await desk.report<Vat>('vat')
  const customerId = await books.customer()
  const { id } = await books.post((await books.draftLine(customerId)).id)
  await books.post((await books.credit(id)).id)

  const after = await desk.report<Vat>('vat')

  const s = { category: 'S', rate: '25', base: money('14900.00'), vat: money('3725.00') }
  expect(before).toMatchObject({
    data: [{ ...s, invoices: money('14900.00'), credits: money('0.00') }],
    documents: 3,
    gaps: [],
  })
  expect(after).toMatchObject({
    data: [{ ...s, invoices: money('15900.00'), credits: money('1000.00') }],
    documents: 5,
    gaps: [],
  })
})

test('every report is a file of the same rows in three formats', async () => {
  const period = 'from=2026-03-01&to=2026-03-31'
  for (const name of ['profit', 'deferred-revenue', 'turnover', 'vat']) {
    const { data } = await desk.report<{ data: object[] }>(name)
    const [csv, xml, xlsx] = await Promise.all(
      ['csv', 'xml', 'xlsx'].map((format) => desk.send('GET', `/reports/${name}?${period}&format=${format}`)),
    )

    const rows: unknown[] = parse(csv?.body ?? '', { bom: true, columns: true })
    expect(rows).toHaveLength(data.length)
    expect(xml?.body.match(/<row>/gu)).toHaveLength(data.length)
    const sheet = readZip(xlsx?.rawPayload ?? Buffer.of()).get('xl/worksheets/sheet1.xml') ?? ''
    expect(sheet.match(/<row /gu)).toHaveLength(data.length + 1)
    expect(csv?.headers['content-disposition']).toContain(`${name} 2026-03-01 2026-03-31.csv`)
  }
})

test('a report with more rows than asked for says so, with the totals of all', async () => {
  const cut = await desk.profit({ by: 'case', limit: '1' })
  const whole = await desk.profit({ by: 'case' })

  expect(cut.data).toHaveLength(1)
  expect(cut.isCut).toBe(true)
  expect(whole.isCut).toBe(false)
  expect(cut.totals).toEqual(whole.totals)
})
