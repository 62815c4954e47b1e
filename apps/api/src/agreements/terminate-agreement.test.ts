import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { buildCustomer } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'
import { openPlanDesk } from '../../test/plan-desk.ts'

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

const yearly = { period: 'year', unitPrice: { amount: '36500.00', currency: 'DKK' } }

/** A subscription since 1 January 2026; today is 10 March 2026. */
async function subscribe(agreement: object = {}, line: object = yearly) {
  desk.on('2026-01-01')
  const { id: customerId } = await buildCustomer(server)
  const { id } = await desk.agree(customerId, agreement)
  await desk.addLine(id, line)
  desk.on('2026-03-10')
  await desk.settle()
  return id
}

const terminate = (id: string, given: object = {}) =>
  desk.send('PUT', `/agreements/${id}/termination`, { reason: 'They move in-house.', ...given })

const charges = async (agreementId: string) =>
  (await desk.periods(agreementId)).map(({ kind, from, to, amount }) => [kind, from, to, amount.amount])

test('notice ends an agreement when it is up, and days that are paid are credited as agreed (R36)', async () => {
  const id = await subscribe({ noticeDays: 30, creditsUnused: true })

  const answer = await terminate(id)

  expect(answer.json()).toMatchObject({
    ...{ state: 'active', validTo: '2026-04-09', terminatedOn: '2026-03-10' },
    ...{ terminationReason: 'They move in-house.', version: 2 },
  })
  expect(await charges(id)).toEqual([
    ['regular', '2026-01-01', '2026-12-31', '36500.00'],
    ['credit', '2026-04-10', '2026-12-31', '-26600.00'],
  ])
})

test('days that are paid stay paid unless the agreement says so', async () => {
  const id = await subscribe({ noticeDays: 30 })

  await terminate(id)

  expect(await charges(id)).toHaveLength(1)
})

test('a period that was charged ahead and begins after the end is credited whole', async () => {
  const id = await subscribe({ noticeDays: 21 }, { leadDays: 30 })
  const before = await charges(id)

  await terminate(id)

  expect(before.at(-1)).toEqual(['regular', '2026-04-01', '2026-04-30', '4000.00'])
  expect((await charges(id)).at(-1)).toEqual(['credit', '2026-04-01', '2026-04-30', '-4000.00'])
})

test.for([
  ['a term binds to its end', { termMonths: 12 }, '2026-12-31'],
  ['notice in time ends the present term', { termMonths: 12, renewal: 'automatic', noticeDays: 90 }, '2026-12-31'],
  ['notice too late ends the next one', { termMonths: 3, renewal: 'automatic', noticeDays: 30 }, '2026-06-30'],
  ['without term and notice it ends today', {}, '2026-03-10'],
] as const)('%s', async ([, agreement, lastDay]) => {
  const id = await subscribe(agreement)

  const answer = await terminate(id)

  expect(answer.json()).toMatchObject({ validTo: lastDay })
})

test.for([
  ['a day before notice is up', { noticeDays: 30 }, { lastDay: '2026-04-08' }, 'notice_too_short'],
  ['a day within the term', { termMonths: 12 }, { lastDay: '2026-06-30' }, 'notice_too_short'],
  ['a day after it ends by itself', { validTo: '2026-12-31' }, { lastDay: '2027-01-01' }, 'invalid_request'],
] as const)('%s is refused', async ([, agreement, given, code]) => {
  const id = await subscribe(agreement)

  const answer = await terminate(id, given)

  expect(answer.json()).toMatchObject({ code })
})

test('notice that is taken back leaves everything as it was', async () => {
  const id = await subscribe({ creditsUnused: true })
  const before = await charges(id)

  const first = await terminate(id, { lastDay: '2026-06-30' })
  const second = await terminate(id, { lastDay: '2026-08-31' })
  const credited = await charges(id)
  const withdrawn = await desk.send('DELETE', `/agreements/${id}/termination`)
  const again = await desk.send('DELETE', `/agreements/${id}/termination`)

  expect([first.json(), second.json()]).toMatchObject([{ validTo: '2026-06-30' }, { validTo: '2026-08-31' }])
  expect(credited).toHaveLength(2)
  expect(withdrawn.json()).toMatchObject({ validTo: null, terminatedOn: null, terminationReason: '' })
  expect(again.json()).toMatchObject({ code: 'agreement_state_refused' })
  expect(await charges(id)).toEqual(before)
})

test('what was charged up to a notice that is taken back is charged on from there', async () => {
  const id = await subscribe({}, { unitPrice: { amount: '3000.00', currency: 'DKK' } })
  await terminate(id, { lastDay: '2026-04-10' })
  desk.on('2026-04-05')
  await desk.settle()

  await desk.succeed('DELETE', `/agreements/${id}/termination`)
  desk.on('2026-05-01')
  await desk.settle()

  expect((await charges(id)).slice(3)).toEqual([
    ['regular', '2026-04-01', '2026-04-10', '1000.00'],
    ['regular', '2026-04-11', '2026-04-30', '2000.00'],
    ['regular', '2026-05-01', '2026-05-31', '3000.00'],
  ])
})

test('an agreement ends the day after its last one, and notice is no longer taken back', async () => {
  const id = await subscribe()
  await terminate(id, { lastDay: '2026-04-10' })

  desk.on('2026-04-10')
  await desk.settle()
  const onLastDay = await desk.agreement(id)
  desk.on('2026-04-11')
  await desk.settle()

  expect([onLastDay.state, (await desk.agreement(id)).state]).toEqual(['active', 'ended'])
  const late = await desk.send('DELETE', `/agreements/${id}/termination`)
  expect(late.json()).toMatchObject({ code: 'agreement_state_refused' })
})

test('an agreement that ends at once is charged to its last day and no further', async () => {
  const id = await subscribe({}, { unitPrice: { amount: '3100.00', currency: 'DKK' }, timing: 'arrears' })

  await desk.succeed('PATCH', `/agreements/${id}`, { state: 'ended' })
  desk.on('2026-06-01')
  await desk.settle()

  expect((await charges(id)).slice(2)).toEqual([
    ['regular', '2026-03-01', '2026-03-31', '3100.00'],
    ['credit', '2026-03-11', '2026-03-31', '-2100.00'],
  ])
})

test('a suspension charges nothing, and the month in which it is over by its days (R36)', async () => {
  const quota = { unit: 'minutes', units: 300 }
  const id = await subscribe({}, { unitPrice: { amount: '3000.00', currency: 'DKK' }, quota })
  await desk.succeed('PATCH', `/agreements/${id}`, { state: 'suspended' })
  desk.on('2026-06-11')
  await desk.settle()
  const suspended = await charges(id)

  await desk.succeed('PATCH', `/agreements/${id}`, { state: 'active' })
  desk.on('2026-07-01')
  await desk.settle()

  expect(suspended).toHaveLength(3)
  expect((await charges(id)).slice(3)).toEqual([
    ['regular', '2026-04-01', '2026-04-30', '0.00'],
    ['regular', '2026-05-01', '2026-05-31', '0.00'],
    ['regular', '2026-06-01', '2026-06-10', '0.00'],
    ['regular', '2026-06-11', '2026-06-30', '2000.00'],
    ['regular', '2026-07-01', '2026-07-31', '3000.00'],
  ])
  const quotas = (await desk.periods(id)).slice(3).map((period) => period.quota?.granted ?? null)
  expect(quotas).toEqual([null, null, null, 300, 300])
})

test('what had begun before a suspension is charged, however late the job', async () => {
  const id = await subscribe({}, {})
  desk.on('2026-04-02')

  await desk.succeed('PATCH', `/agreements/${id}`, { state: 'suspended' })

  expect((await charges(id)).at(-1)).toEqual(['regular', '2026-04-01', '2026-04-30', '4000.00'])
})

test('a suspended agreement that ends is charged no more', async () => {
  const id = await subscribe({ validTo: '2026-05-31' }, {})
  await desk.succeed('PATCH', `/agreements/${id}`, { state: 'suspended' })

  desk.on('2026-07-01')
  await desk.settle()

  expect(await desk.agreement(id)).toMatchObject({ state: 'ended' })
  expect((await charges(id)).slice(3).map(([, , , amount]) => amount)).toEqual(['0.00', '0.00'])
})

test('notice is not withdrawn while what it credits is on a document', async () => {
  const id = await subscribe({ noticeDays: 30, creditsUnused: true })
  await terminate(id)
  const { customer } = await desk.agreement(id)
  const credit = (await desk.periods(id)).find(({ kind }) => kind === 'credit')
  const items = [{ source: 'subscription_period', sourceId: credit?.id ?? '' }]
  const note = await desk.succeed<{ id: string }>('POST', '/invoices', { customerId: customer.id, items })

  const refused = await desk.send('DELETE', `/agreements/${id}/termination`)
  await desk.send('DELETE', `/invoices/${note.id}`)
  const withdrawn = await desk.send('DELETE', `/agreements/${id}/termination`)

  expect(refused.json()).toMatchObject({ code: 'agreement_state_refused' })
  expect(withdrawn.statusCode).toBe(200)
  expect(await charges(id)).toHaveLength(1)
})
