import type { LedgerRow } from '@timedesk/contracts/vouchers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCase } from '../../../test/build-case.ts'
import { startServer } from '../../../test/harness.ts'
import { money, openVoucherDesk } from '../../../test/voucher-desk.ts'
import { newId } from '../../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: ReturnType<typeof openVoucherDesk>

beforeAll(async () => {
  server = await startServer()
  desk = openVoucherDesk(server)
})
afterAll(() => server.close())

type Page = { data: LedgerRow[]; page: { after: string | null; hasMore: boolean; total?: number } }

/** A voucher that is drawn from on the second of March and on the fourth. */
async function drawn() {
  desk.on('2026-03-02')
  const { customerId, agreementId } = await desk.prepaid()
  const voucher = await desk.sell(agreementId)
  const { id: caseId } = await buildCase(server, { customerId, subject: 'Cannot print invoices' })
  const first = await desk.work(customerId, 60, { caseId })
  desk.on('2026-03-04')
  const second = await desk.work(customerId, 30, { caseId, workDate: '2026-03-01' })
  return { ...voucher, customerId, caseId, first, second }
}

test('a ledger tells the work behind a draw, latest first and page by page', async () => {
  const { id, caseId, first, second } = await drawn()
  const list = (query: string) => desk.succeed<Page>('GET', `/pools/${id}/ledger?${query}`)

  const newest = await list('limit=2&count=exact')
  const oldest = await list(`limit=2&after=${String(newest.page.after)}`)

  expect(newest.page).toMatchObject({ hasMore: true, total: 3 })
  expect(newest.data).toMatchObject([
    {
      ...{ kind: 'draw', bookedOn: '2026-03-04', workDate: '2026-03-01', units: -30, minutes: 30, balanceAfter: 510 },
      ...{ revenue: money('450.00'), credited: money('0.00'), liabilityAfter: money('7650.00') },
      case: { id: caseId, subject: 'Cannot print invoices' },
      employee: second.employee,
      ...{ counterpart: null, reason: '', approvedBy: null, actorName: second.employee.name },
    },
    { kind: 'draw', bookedOn: '2026-03-02', units: -60, balanceAfter: 540, employee: first.employee },
  ])
  expect(oldest).toMatchObject({
    data: [{ kind: 'sale', case: null, employee: null, units: 600 }],
    page: { after: null },
  })
  const { data } = await list('to=2026-03-03')
  expect(data.map(({ units }) => units)).toEqual([-60, 600])
})

test('a removed entry leaves its draw and its return in the ledger', async () => {
  const { id, second } = await drawn()

  await desk.send('DELETE', `/time-entries/${second.id}`)

  const rows = (await desk.ledger(id)).slice(-2)
  expect(rows).toMatchObject([
    { kind: 'draw', units: -30, revenue: money('450.00'), employee: null },
    { kind: 'return', units: 30, revenue: money('-450.00'), balanceAfter: 540, liabilityAfter: money('8100.00') },
  ])
})

test('a statement tells how a voucher stood at the end of a day', async () => {
  const { id } = await drawn()
  const on = (asOf: string) => desk.succeed<object>('GET', `/pools/${id}/statement?asOf=${asOf}`)

  expect(await on('2026-03-01')).toEqual({
    ...{ asOf: '2026-03-01', balance: 0, liability: money('0.00'), recognised: money('0.00'), credited: money('0.00') },
  })
  expect(await on('2026-03-03')).toMatchObject({
    balance: 540,
    liability: money('8100.00'),
    recognised: money('900.00'),
  })
  expect(await desk.succeed('GET', `/pools/${id}/statement`)).toEqual({
    ...{ asOf: '2026-03-04', balance: 510, credited: money('0.00') },
    ...{ liability: money('7650.00'), recognised: money('1350.00') },
  })
})

test('the quota of a subscription has a ledger too', async () => {
  desk.on('2026-03-02')
  const { customerId, agreementId } = await desk.prepaid({ settlement: 'subscription', validFrom: '2026-03-01' })
  const { current } = await desk.addLine(agreementId, { quota: { unit: 'minutes', units: 300 } })
  await desk.work(customerId, 90)

  const rows = await desk.ledger(String(current?.poolId))

  expect(rows.map(({ kind, units, liabilityAfter }) => [kind, units, liabilityAfter.amount])).toEqual([
    ['grant', 300, '0.00'],
    ['draw', -90, '0.00'],
  ])
})

test('a pool that does not exist has neither ledger nor statement', async () => {
  const answers = [
    await desk.send('GET', `/pools/${newId()}/ledger`),
    await desk.send('GET', `/pools/${newId()}/statement`),
  ]

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404])
})
