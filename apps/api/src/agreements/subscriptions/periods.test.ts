import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { buildCustomer } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { openPlanDesk } from '../../../test/plan-desk.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: ReturnType<typeof openPlanDesk>

beforeAll(async () => {
  server = await startServer()
  desk = openPlanDesk(server)
})
afterEach(async () => {
  expect(await integrityViolations(server)).toEqual([])
})
afterAll(() => server.close())

async function subscribe(day: string, agreement: object = {}) {
  desk.on(day)
  const { id: customerId } = await buildCustomer(server)
  const { id } = await desk.agree(customerId, { validFrom: day, ...agreement })
  return { id, customerId }
}

const charges = async (agreementId: string) =>
  (await desk.periods(agreementId)).map(({ from, to, amount }) => [from, to, amount.amount])

test('E11: a quarter in advance from within it costs its days of the whole quarter, the next one all', async () => {
  const { id, customerId } = await subscribe('2026-02-10')
  await desk.addLine(id, {
    period: 'quarter',
    alignsToCalendar: true,
    unitPrice: { amount: '9000.00', currency: 'DKK' },
  })

  const [first] = await desk.periods(id)
  desk.on('2026-04-01')
  await desk.settle()

  expect(first).toMatchObject({ chargedDays: 50, wholeDays: 90, dueOn: '2026-02-10', isDue: true })
  expect(await charges(id)).toEqual([
    ['2026-02-10', '2026-03-31', '5000.00'],
    ['2026-04-01', '2026-06-30', '9000.00'],
  ])
  const potential = await desk.succeed<{ data: unknown[] }>('GET', `/potential/${customerId}/items`)
  expect(potential.data).toHaveLength(2)
})

test('E12: twelve months from a month end, none lost and none twice', async () => {
  const { id } = await subscribe('2026-01-31')
  await desk.addLine(id, { unitPrice: { amount: '1500.00', currency: 'DKK' } })

  desk.on('2026-12-31')
  await desk.settle()

  const periods = await charges(id)
  expect(periods.slice(0, 4)).toEqual([
    ['2026-01-31', '2026-02-27', '1500.00'],
    ['2026-02-28', '2026-03-30', '1500.00'],
    ['2026-03-31', '2026-04-29', '1500.00'],
    ['2026-04-30', '2026-05-30', '1500.00'],
  ])
  expect(periods).toHaveLength(12)
  expect(periods.at(-1)).toEqual(['2026-12-31', '2027-01-30', '1500.00'])
})

test.for([
  ['a leap February', '2028-02-29', { period: 'month' }, ['2028-02-29', '2028-03-28']],
  ['a leap February of the calendar', '2028-02-15', { alignsToCalendar: true }, ['2028-02-15', '2028-02-29']],
  ['a year from a leap day', '2028-02-29', { period: 'year' }, ['2028-02-29', '2029-02-27']],
  ['half a year from a month end', '2026-08-31', { period: 'half_year' }, ['2026-08-31', '2027-02-27']],
] as const)('%s', async ([, day, line, [from, to]]) => {
  const { id } = await subscribe(day)
  await desk.addLine(id, line)

  expect(await desk.periods(id)).toMatchObject([{ from, to }])
})

test('half a leap February costs 15 of 29 days', async () => {
  const { id } = await subscribe('2028-02-15')
  await desk.addLine(id, { alignsToCalendar: true, unitPrice: { amount: '2900.00', currency: 'DKK' } })

  expect(await charges(id)).toEqual([['2028-02-15', '2028-02-29', '1500.00']])
})

test('a line that is not prorated costs a whole period for a part of one', async () => {
  const { id } = await subscribe('2026-02-10')
  await desk.addLine(id, { alignsToCalendar: true, prorates: false })

  expect(await charges(id)).toEqual([['2026-02-10', '2026-02-28', '4000.00']])
})

test('a charge in advance arises its lead days before its period, one in arrears falls due after it', async () => {
  const { id } = await subscribe('2026-01-01')
  const ahead = await desk.addLine(id, { description: 'Ahead', leadDays: 14 })
  const after = await desk.addLine(id, { description: 'After', timing: 'arrears' })

  desk.on('2026-01-17')
  await desk.settle()
  const before = await desk.periods(id)
  desk.on('2026-01-18')
  await desk.settle()

  expect([ahead.nextChargeOn, after.nextChargeOn]).toEqual(['2026-01-18', '2026-03-01'])
  expect(before.map(({ line, dueOn }) => [line.name, dueOn]).sort()).toEqual([
    ['After', '2026-02-01'],
    ['Ahead', '2025-12-18'],
  ])
  expect((await desk.periods(id)).at(-1)).toMatchObject({
    line: { name: 'Ahead' },
    from: '2026-02-01',
    dueOn: '2026-01-18',
  })
})

test('a period runs on into the next term of an agreement that renews itself, until notice is given', async () => {
  const { id } = await subscribe('2026-01-01', { termMonths: 3, renewal: 'automatic' })
  await desk.addLine(id, { startsOn: '2026-01-15', unitPrice: { amount: '3100.00', currency: 'DKK' } })
  desk.on('2026-03-20')
  await desk.settle()
  const running = await charges(id)

  await desk.succeed('PUT', `/agreements/${id}/termination`, { reason: 'They move in-house.', lastDay: '2026-06-30' })
  desk.on('2026-07-15')
  await desk.settle()

  expect(running.at(-1)).toEqual(['2026-03-15', '2026-04-14', '3100.00'])
  expect((await charges(id)).at(-1)).toEqual(['2026-06-15', '2026-06-30', '1653.33'])
})

test('a quota is granted with its period and shown with its line', async () => {
  const { id } = await subscribe('2026-01-01')
  const quota = { unit: 'minutes', units: 300, rolloverPeriods: 1, rolloverMax: 300 }
  const line = await desk.addLine(id, { quota })

  const [period] = await desk.periods(id)
  const { balance } = await desk.agreement(id)

  expect(line).toMatchObject({ quota, current: { from: '2026-01-01', to: '2026-01-31', granted: 300, available: 300 } })
  expect(period).toMatchObject({
    quota: { unit: 'minutes', granted: 300, used: 0, available: 300, usableUntil: '2026-02-28' },
  })
  expect(balance).toEqual({ unit: 'minutes', granted: 300, available: 300, expiresOn: '2026-02-28' })
})

test('a draft charges nothing until it is activated, and then all that is due', async () => {
  const { id } = await subscribe('2026-01-01', { state: 'draft' })
  await desk.addLine(id)
  desk.on('2026-02-05')
  await desk.settle()
  const before = await charges(id)

  await desk.succeed('PATCH', `/agreements/${id}`, { state: 'active' })

  expect(before).toEqual([])
  expect(await charges(id)).toHaveLength(2)
})

test('a line that ends is charged up to its last day, and what was charged beyond it is credited as agreed', async () => {
  const { id } = await subscribe('2026-04-01', { creditsUnused: true })
  const { id: lineId } = await desk.addLine(id, { unitPrice: { amount: '3000.00', currency: 'DKK' } })
  desk.on('2026-04-05')

  await desk.succeed('PATCH', `/subscription-lines/${lineId}`, { endsOn: '2026-04-10' })
  const credited = await charges(id)
  await desk.succeed('PATCH', `/subscription-lines/${lineId}`, { endsOn: '2026-05-10' })
  desk.on('2026-06-01')
  await desk.settle()

  expect(credited.at(-1)).toEqual(['2026-04-11', '2026-04-30', '-2000.00'])
  expect(await charges(id)).toEqual([
    ['2026-04-01', '2026-04-30', '3000.00'],
    ['2026-05-01', '2026-05-10', '967.74'],
  ])
  const late = await desk.send('PATCH', `/subscription-lines/${lineId}`, { endsOn: null })
  expect(late.json()).toMatchObject({ code: 'movement_refused' })
})

test.for([
  ['another settlement', { settlement: 'voucher' }, {}, 409, 'settlement_refused'],
  ['another currency', {}, { unitPrice: { amount: '1.00', currency: 'EUR' } }, 422, 'invalid_money'],
  ['a day outside of the agreement', {}, { startsOn: '2025-12-31' }, 400, 'invalid_request'],
  [
    'more than an amount can be',
    {},
    { unitPrice: { amount: '9999999999.00', currency: 'DKK' }, quantity: 9 },
    422,
    'invalid_money',
  ],
] as const)('a line with %s is refused', async ([, agreement, line, status, code]) => {
  const { id } = await subscribe('2026-01-01', agreement)
  const body = { description: 'x', period: 'month', unitPrice: { amount: '1.00', currency: 'DKK' }, ...line }

  const answer = await desk.send('POST', `/agreements/${id}/lines`, body)

  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code])
})
