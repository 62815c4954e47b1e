import { Prisma } from '@timedesk/prisma/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCustomer } from '../../test/factories.ts'
import { buildDocument, type GivenDocument } from '../../test/build-document.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'
import { money, openVoucherDesk } from '../../test/voucher-desk.ts'
import { bookRevenue } from './book-revenue.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: ReturnType<typeof openVoucherDesk>

beforeAll(async () => {
  server = await startServer()
  desk = openVoucherDesk(server)
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

const book = () => bookRevenue(server.deps, server.clock.now)

type Booked = { day: string; account: string; amount: number }

/** What was booked for a customer beside documents; debit is positive. */
async function bookedFor(customerId: string): Promise<string[]> {
  const rows = await server.database.reader
    .rows<Booked>(Prisma.sql`SELECT p.booked_on::text AS day, p.account, (p.debit - p.credit)::int AS amount
    FROM posting p WHERE p.customer_id = ${customerId}::uuid AND p.deed IN ('voucher_movement', 'subscription_month') ORDER BY p.sequence`)
  return rows
    .filter(({ account }) => account.startsWith('revenue'))
    .map(({ day, account, amount }) => `${day} ${account} ${String(-amount)}`)
}

/** What is left on an account of prepayments: owed is negative. */
async function balanceOf(customerId: string, account: string): Promise<number> {
  const [row] = await server.database.reader.rows<{
    balance: number
  }>(Prisma.sql`SELECT coalesce(sum(p.debit - p.credit), 0)::int AS balance
    FROM posting p WHERE p.customer_id = ${customerId}::uuid AND p.account = ${account}`)
  return row?.balance ?? 0
}

/** Ten hours for 9,000.00, of which ninety minutes are used in March. */
async function buildUsed(given: object = {}) {
  desk.on('2026-03-02')
  const { customerId, agreementId } = await desk.prepaid()
  const voucher = await desk.sell(agreementId, given)
  desk.on('2026-03-10')
  const entry = await desk.work(customerId, 90)
  const sale = (more: Partial<GivenDocument> = {}) =>
    buildDocument(server, {
      ...{ customerId, issuedOn: '2026-03-12', ...more },
      lines: [
        { net: 900_000, revenue: 'voucher', agreementId, sources: [{ source: 'voucher_sale', sourceId: voucher.id }] },
      ],
    })
  return { customerId, agreementId, voucher, entry, sale }
}

test('what a voucher earned waits until its sale is invoiced, and is booked once then', async () => {
  const { customerId, sale } = await buildUsed()
  await book()
  const before = await bookedFor(customerId)

  await sale()
  await Promise.all([book(), book(), book()])
  await book()

  expect(before).toEqual([])
  expect(await bookedFor(customerId)).toEqual(['2026-03-12 revenue_voucher 135000'])
  expect(await balanceOf(customerId, 'deferred_vouchers')).toBe(-765_000)
})

test('time that is taken back gives the revenue back, and what expires is breakage', async () => {
  const { customerId, entry, sale } = await buildUsed({ expiresOn: '2026-03-31' })
  await sale()
  await book()
  desk.on('2026-03-20')
  await desk.send('DELETE', `/time-entries/${entry.id}`)
  await book()
  desk.on('2026-04-02')
  await desk.settle()
  await book()

  expect(await bookedFor(customerId)).toEqual([
    '2026-03-12 revenue_voucher 135000',
    '2026-03-20 revenue_voucher -135000',
    '2026-04-02 revenue_breakage 900000',
  ])
  expect(await balanceOf(customerId, 'deferred_vouchers')).toBe(0)
})

test('a voucher that was sold with a discount earns what was paid for it', async () => {
  const { customerId, agreementId, sale } = await buildUsed()
  await sale({ discountBasisPoints: 1000 })
  await book()
  desk.on('2026-03-15')
  await desk.work(customerId, 510)
  await book()

  expect(agreementId).toBeTruthy()
  expect(await bookedFor(customerId)).toEqual([
    '2026-03-12 revenue_voucher 121500',
    '2026-03-15 revenue_voucher 688500',
  ])
  expect(await balanceOf(customerId, 'deferred_vouchers')).toBe(0)
})

test('a sale that is credited for good takes back what was booked of it', async () => {
  const { customerId, voucher, sale } = await buildUsed()
  const { id: correctsId, sourceIds } = await sale()
  await book()
  await buildDocument(server, {
    ...{ customerId, kind: 'credit_note', correctsId, issuedOn: '2026-03-20' },
    lines: [
      {
        ...{ net: 900_000, revenue: 'voucher' },
        sources: [
          { source: 'voucher_sale', sourceId: voucher.id, creditsId: sourceIds[0] ?? '', disposition: 'write_off' },
        ],
      },
    ],
  })
  desk.on('2026-03-21')

  await book()
  await book()

  expect(await bookedFor(customerId)).toEqual([
    '2026-03-12 revenue_voucher 135000',
    '2026-03-21 revenue_voucher -135000',
  ])
  expect(await balanceOf(customerId, 'deferred_vouchers')).toBe(0)
})

test('in a foreign currency it earns what the invoice was worth', async () => {
  desk.on('2026-03-02')
  const { id: customerId } = await buildCustomer(server)
  await server.database.transact((tx) => tx.customer.update({ where: { id: customerId }, data: { currency: 'EUR' } }))
  const { id: agreementId } = await desk.agree(customerId, {
    settlement: 'voucher',
    ratePerHour: money('95.00', 'EUR'),
  })
  const voucher = await desk.sell(agreementId, { price: money('1000.00', 'EUR') })
  await buildDocument(server, {
    ...{ customerId, currency: 'EUR', exchangeRate: 7_461_234, issuedOn: '2026-03-02' },
    lines: [{ net: 100_000, revenue: 'voucher', sources: [{ source: 'voucher_sale', sourceId: voucher.id }] }],
  })
  for (const minutes of [100, 200, 300]) await desk.work(customerId, minutes)

  await book()

  expect(await balanceOf(customerId, 'deferred_vouchers')).toBe(0)
  expect(await bookedFor(customerId)).toEqual([
    '2026-03-02 revenue_voucher 124356',
    '2026-03-02 revenue_voucher 248706',
    '2026-03-02 revenue_voucher 373061',
  ])
})

/** A fee of 10,000.00 for a year from January on, as E26 has it. */
async function buildFee() {
  desk.on('2026-01-02')
  const { id: customerId } = await buildCustomer(server)
  const { id: agreementId } = await desk.agree(customerId)
  await desk.addLine(agreementId, { period: 'year', unitPrice: money('10000.00') })
  await desk.settle()
  const [period] = await desk.periods(agreementId)
  const source = { source: 'subscription_period', sourceId: period?.id ?? '' } as const
  const invoice = await buildDocument(server, {
    ...{ customerId, issuedOn: '2026-01-15' },
    lines: [{ net: 1_000_000, revenue: 'subscription', agreementId, sources: [source] }],
  })
  return { customerId, source, invoice }
}

test('E26: a fee for a year is earned month by month, as each is over', async () => {
  const { customerId } = await buildFee()
  await book()
  const first = await bookedFor(customerId)
  desk.on('2026-04-01')
  await Promise.all([book(), book()])
  const quarter = await bookedFor(customerId)
  desk.on('2027-01-01')
  await book()
  await book()

  expect(first).toEqual([])
  expect(quarter).toEqual([
    '2026-01-31 revenue_subscription 83333',
    '2026-02-28 revenue_subscription 83334',
    '2026-03-31 revenue_subscription 83333',
  ])
  expect(await bookedFor(customerId)).toHaveLength(12)
  expect(await balanceOf(customerId, 'deferred_subscriptions')).toBe(0)
})

test('what is credited of a fee for good is no longer earned, and the rest goes on', async () => {
  const { customerId, source, invoice } = await buildFee()
  desk.on('2026-03-01')
  await book()
  await buildDocument(server, {
    ...{ customerId, kind: 'credit_note', correctsId: invoice.id, issuedOn: '2026-03-01' },
    lines: [
      {
        ...{ net: 400_000, revenue: 'subscription' },
        sources: [{ ...source, creditsId: invoice.sourceIds[0] ?? '', disposition: 'write_off' }],
      },
    ],
  })
  await book()
  desk.on('2026-04-01')
  await book()

  expect(await bookedFor(customerId)).toEqual([
    '2026-01-31 revenue_subscription 83333',
    '2026-02-28 revenue_subscription 83334',
    '2026-03-01 revenue_subscription -66667',
    '2026-03-31 revenue_subscription 50000',
  ])
})

test('nothing is booked in a closed period', async () => {
  const { customerId } = await buildFee()
  const day = new Date('2026-02-28')
  await server.database.transact((tx) =>
    tx.company.update({ where: { id: 1 }, data: { hardLockedThrough: day, softLockedThrough: day } }),
  )
  desk.on('2026-04-01')
  await book()
  await server.database.transact((tx) =>
    tx.company.update({ where: { id: 1 }, data: { hardLockedThrough: null, softLockedThrough: null } }),
  )

  expect((await bookedFor(customerId)).map((row) => row.slice(0, 10))).toEqual([
    '2026-03-01',
    '2026-03-01',
    '2026-03-31',
  ])
})
