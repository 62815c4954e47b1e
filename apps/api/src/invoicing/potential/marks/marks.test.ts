import type { PotentialMark, PotentialRow } from '@timedesk/contracts/potential'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startServer } from '../../../../test/harness.ts'
import { integrityViolations } from '../../../../test/integrity.ts'
import { keyOf, money, openInvoiceDesk } from '../../../../test/invoice-desk.ts'
import { openVoucherDesk } from '../../../../test/voucher-desk.ts'
import { newId } from '../../../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openInvoiceDesk>>

beforeAll(async () => {
  server = await startServer()
  desk = await openInvoiceDesk(server)
})
afterEach(async () => {
  expect(await integrityViolations(server)).toEqual([])
})
afterAll(() => server.close())

type Marks = { data: PotentialMark[] }
type Key = ReturnType<typeof keyOf>

const mark = (kind: 'hold' | 'write_off', items: Key[], reason = 'Ask Anna first.') =>
  desk.succeed<Marks>('POST', '/potential-marks', { kind, items, reason })
const marksOf = async (customerId: string, query = '') =>
  (await desk.succeed<Marks>('GET', `/potential-marks?customerId=${customerId}${query}`)).data

async function work(...minutes: number[]) {
  const customerId = await desk.customer()
  for (const each of minutes) await desk.work(customerId, each)
  return { customerId, items: await desk.items(customerId) }
}

test('what is held waits with who holds it and why, until it is released', async () => {
  const { customerId, items } = await work(60, 30)
  const [first] = items

  const { data } = await mark('hold', first === undefined ? [] : [keyOf(first)])

  const [made] = data
  expect(made).toMatchObject({ kind: 'hold', text: 'Support', amount: money('950.00'), reason: 'Ask Anna first.' })
  const held = (await desk.items(customerId)).find(({ sourceId }) => sourceId === first?.sourceId)
  expect(held).toMatchObject({ state: 'held', heldBecause: 'held', hold: { id: made?.id, reason: 'Ask Anna first.' } })
  expect(await desk.potentialOf(customerId)).toMatchObject([
    { ready: money('475.00'), heldItems: [{ reason: 'held', items: 1, amount: money('950.00') }] },
  ])
  const released = await desk.succeed('DELETE', `/potential-marks/${made?.id ?? ''}`)
  expect(released).toMatchObject({ releasedByName: desk.finance.name })
  expect((await desk.items(customerId)).map(({ state, hold }) => [state, hold])).toEqual([
    ['ready', null],
    ['ready', null],
  ])
  expect(await marksOf(customerId)).toEqual([])
  expect(await marksOf(customerId, '&isReleased=true')).toMatchObject([{ id: made?.id }])
  expect((await desk.change('DELETE', `/potential-marks/${made?.id ?? ''}`)).json()).toMatchObject({
    code: 'not_found',
  })
})

test('what is written off is potential no more, and the number stays', async () => {
  const { customerId, items } = await work(60, 30)

  const { data } = await mark('write_off', items.map(keyOf), 'Our own mistake.')

  expect(data.map(({ amount }) => amount?.amount).toSorted()).toEqual(['475.00', '950.00'])
  expect(await desk.items(customerId)).toEqual([])
  expect(await marksOf(customerId, '&kind=write_off')).toHaveLength(2)
  await desk.succeed('DELETE', `/potential-marks/${data[0]?.id ?? ''}`)
  expect(await desk.items(customerId)).toMatchObject([{ state: 'ready' }])
})

test('what is held can be written off, and held anew with another reason', async () => {
  const { customerId, items } = await work(60)
  const keys = items.map(keyOf)
  await mark('hold', keys)
  await mark('hold', keys, 'Ask Bo.')

  await mark('write_off', keys, 'Bo says no.')

  expect(await marksOf(customerId)).toMatchObject([{ kind: 'write_off', reason: 'Bo says no.' }])
  expect(await marksOf(customerId, '&isReleased=true')).toMatchObject([{ reason: 'Ask Bo.' }, { kind: 'hold' }])
})

test('sales, credits and periods are held and written off as time is', async () => {
  const vouchers = openVoucherDesk(server)
  const { customerId, agreementId } = await vouchers.prepaid()
  await vouchers.sell(agreementId)
  const cancelled = await vouchers.sell(agreementId)
  await vouchers.move(cancelled.id, 'cancellation', { reason: 'Sold by mistake.' })
  const plan = await vouchers.agree(customerId)
  await vouchers.addLine(plan.id)
  const items = await desk.items(customerId)

  await mark('hold', items.map(keyOf))

  expect(new Set(items.map(({ source }) => source))).toEqual(
    new Set(['voucher_sale', 'voucher_credit', 'subscription_period']),
  )
  expect((await desk.items(customerId)).every(({ heldBecause }) => heldBecause === 'held')).toBe(true)
  const texts = (await marksOf(customerId)).map(({ text, amount }) => `${text} ${amount?.amount ?? ''}`)
  expect(texts).toEqual(expect.arrayContaining([expect.stringMatching(/^V-\d+: -600 min -9000\.00$/u)]))
  await mark('write_off', items.map(keyOf))
  expect(await desk.items(customerId)).toEqual([])
})

test('what a document claims, and what is not there, cannot be held', async () => {
  const { customerId, items } = await work(60, 30)
  const [claimed, free] = items.map(keyOf)
  if (claimed === undefined || free === undefined) throw new Error('Work is missing')
  await desk.draft({ customerId, items: [claimed] })
  const unknown = { source: 'time', sourceId: newId() }

  const answer = await desk.change('POST', '/potential-marks', {
    ...{ kind: 'hold', items: [free, claimed, unknown], reason: 'Ask first.' },
  })

  expect(answer.json()).toMatchObject({
    code: 'item_taken',
    errors: [{ pointer: '/body/items/1' }, { pointer: '/body/items/2' }],
  })
  expect(await marksOf(customerId)).toEqual([])
})

test('what a draft claims and somebody holds afterwards is told by the draft', async () => {
  const { customerId, items } = await work(60)
  const { id } = await desk.draft({ customerId, items: items.map(keyOf) })
  const entryId = items[0]?.entry?.id ?? ''
  await server.database.transact((tx) =>
    tx.potentialMark.create({
      data: {
        ...{ id: newId(), customerId, source: 'time', subjectId: entryId, kind: 'hold', reason: 'Wait.' },
        ...{ createdByName: 'Finance', createdAt: server.clock.now },
      },
    }),
  )

  const { problems, can } = await desk.invoice(id)

  expect(problems).toEqual(
    expect.arrayContaining([expect.objectContaining({ code: 'item_held', pointer: '/lines/0' })]),
  )
  expect(can.post).toBe(false)
})

test('by agreement each has a row of its own, and what is under none has one too', async () => {
  const customerId = await desk.customer()
  await desk.work(customerId, 60)
  const { id } = (await desk.agree(customerId)).json<{ id: string }>()
  await desk.work(customerId, 30)

  const { data } = await desk.succeed<{ data: PotentialRow[] }>(
    'GET',
    `/potential?by=agreement&customerId=${customerId}`,
  )

  expect(data).toMatchObject([
    { agreement: null, settlement: null, ready: money('950.00'), entries: 1 },
    { agreement: { id, name: 'Support by the hour' }, settlement: 'time_spent', ready: money('475.00') },
  ])
  expect(await desk.items(customerId, `&agreementId=${id}`)).toMatchObject([
    { minutes: 30, case: { subject: 'Cannot print invoices' }, project: null },
  ])
})
