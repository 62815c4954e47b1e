import type { PotentialItem } from '@timedesk/contracts/potential'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCustomer } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import { openMoneyDesk } from '../../../test/money-desk.ts'
import { money, openVoucherDesk } from '../../../test/voucher-desk.ts'
import { newId } from '../../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openMoneyDesk>>
let vouchers: ReturnType<typeof openVoucherDesk>

beforeAll(async () => {
  server = await startServer()
  desk = await openMoneyDesk(server)
  vouchers = openVoucherDesk(server)
})
afterAll(() => server.close())

type Page = { data: PotentialItem[]; page: { after: string | null; hasMore: boolean; total?: number } }

const open = async (customerId: string, query = '') =>
  (await desk.send(desk.finance, 'GET', `/potential/${customerId}/items?${query}`)).json<Page>()

test('the potential opens to the time it comes from, oldest first, each amount explained', async () => {
  const { id: customerId } = await buildCustomer(server, { ratePerHour: 95_000 })
  await desk.work(customerId, 50, { customerText: 'Reset of the mail profile' })
  await desk.work(customerId, 10, { workDate: '2026-02-01' })
  await desk.work(customerId, 10, { isBillable: false })

  const { data, page } = await open(customerId, 'count=exact')

  expect(page).toMatchObject({ total: 2, hasMore: false })
  expect(data).toMatchObject([
    {
      ...{ source: 'time', day: '2026-02-01', text: 'Support', kind: 'time_spent', minutes: 10, state: 'ready' },
      ...{ amount: money('158.33'), agreement: null, settlement: null, heldBecause: null },
      entry: { workDate: '2026-02-01', amount: money('158.33') },
    },
    {
      ...{ text: 'Reset of the mail profile', minutes: 50, amount: money('791.67') },
      entry: {
        explanation: [
          { step: 'rounded', actual: 50, billable: 50 },
          { step: 'rate', source: 'customer', ratePerHour: money('950.00') },
          { step: 'amount', minutes: 50, amount: money('791.67') },
        ],
      },
    },
  ])
})

/** A customer with something of every source. */
async function everything() {
  const { customerId, agreementId } = await vouchers.prepaid({ overagePolicy: 'approve' })
  const minutes = await vouchers.sell(agreementId, { quantity: 60, price: money('900.00') })
  const cases = await vouchers.sell(agreementId, { unit: 'cases', quantity: 20, activateOn: 'payment' })
  const amount = await vouchers.sell(agreementId, { unit: 'money', quantity: 250_000, activateOn: 'payment' })
  await vouchers.move(cases.id, 'cancellation', { reason: 'Sold by mistake.' })
  await vouchers.work(customerId, 90, { workDate: '2026-02-15' })
  const plan = await vouchers.agree(customerId, { validFrom: '2026-02-01', validTo: '2026-03-31' })
  await vouchers.addLine(plan.id, { timing: 'arrears', description: 'Hosting' })
  return {
    customerId,
    agreementId,
    planId: plan.id,
    names: { minutes: minutes.name, cases: cases.name, amount: amount.name },
  }
}

test('every source is named as an invoice would name it', async () => {
  const { customerId, agreementId, planId, names } = await everything()

  const { data } = await open(customerId)

  const shown = data.map(({ source, day, text, amount, state }) => [day, source, text, amount?.amount, state])
  expect(shown.slice(0, 2)).toEqual([
    ['2026-02-15', 'time', 'Support', '475.00', 'held'],
    ['2026-03-01', 'subscription_period', 'Hosting, 2026-02-01 – 2026-02-28', '4000.00', 'ready'],
  ])
  expect(new Set(shown.slice(2, -1))).toEqual(
    new Set([
      ['2026-03-02', 'voucher_sale', `${names.minutes}: 60 min`, '900.00', 'ready'],
      ['2026-03-02', 'voucher_sale', `${names.cases}: 20 cases`, '9000.00', 'ready'],
      ['2026-03-02', 'voucher_sale', `${names.amount}: 2500.00 DKK`, '9000.00', 'ready'],
      ['2026-03-02', 'voucher_credit', `${names.cases}: -20 cases`, '-9000.00', 'ready'],
    ]),
  )
  expect(shown.at(-1)).toEqual([
    '2026-04-01',
    'subscription_period',
    'Hosting, 2026-03-01 – 2026-03-31',
    '4000.00',
    'future',
  ])
  expect(data[0]).toMatchObject({
    ...{ agreement: { id: agreementId, name: 'Prepaid hours' }, settlement: 'voucher', kind: 'overage' },
    ...{ minutes: 30, heldBecause: 'overage_approval', entry: { minutes: 90 } },
  })
  expect(data[1]).toMatchObject({ agreement: { id: planId }, settlement: 'subscription', entry: null, minutes: null })
})

test('items are picked by source, state and day, and come page by page', async () => {
  const { customerId } = await everything()
  const sourcesOf = async (query: string) => {
    const { data, page } = await open(customerId, `${query}&count=exact`)
    expect(page.total).toBe(data.length)
    return data.map(({ source }) => source)
  }
  const paged: string[] = []
  let after: string | null = null
  do {
    const { data, page }: Page = await open(customerId, `limit=2${after === null ? '' : `&after=${after}`}`)
    paged.push(...data.map(({ sourceId }) => sourceId))
    after = page.after
  } while (after !== null)

  expect(paged).toEqual((await open(customerId)).data.map(({ sourceId }) => sourceId))
  expect(new Set(paged).size).toBe(7)
  expect(await sourcesOf('source=time')).toEqual(['time'])
  expect(await sourcesOf('source=voucher_credit')).toEqual(['voucher_credit'])
  expect(await sourcesOf('state=held')).toEqual(['time'])
  expect(await sourcesOf('state=future')).toEqual(['subscription_period'])
  expect(await sourcesOf('state=ready&source=voucher_sale')).toEqual(['voucher_sale', 'voucher_sale', 'voucher_sale'])
  expect(await sourcesOf('to=2026-03-01')).toEqual(['time', 'subscription_period'])
})

test('overage that was declined is no potential', async () => {
  const { customerId } = await vouchers.prepaid({ overagePolicy: 'approve' })
  const { id } = await vouchers.work(customerId, 60)

  const declined = await vouchers.send('PUT', `/time-entries/${id}/overage-decision`, {
    verdict: 'declined',
    reason: 'Goodwill.',
  })

  expect(declined.statusCode, declined.body).toBe(200)
  expect((await open(customerId)).data).toEqual([])
  expect(await desk.potentialOf(customerId)).toEqual([])
})

test('an unknown customer has no potential to open', async () => {
  const answer = await desk.send(desk.finance, 'GET', `/potential/${newId()}/items`)

  expect(answer.statusCode).toBe(404)
})
