import type { TimeEntry } from '@timedesk/contracts/time'
import { Prisma } from '@timedesk/prisma/client'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { buildCase } from '../../test/build-case.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'
import { money, openVoucherDesk } from '../../test/voucher-desk.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: ReturnType<typeof openVoucherDesk>

beforeAll(async () => {
  server = await startServer()
  desk = openVoucherDesk(server)
})
afterEach(async () => {
  expect(await integrityViolations(server)).toEqual([])
})
afterAll(() => server.close())

const change = (id: string, payload: object) => desk.succeed<TimeEntry>('PATCH', `/time-entries/${id}`, payload)
const remove = (id: string) => desk.send('DELETE', `/time-entries/${id}`)
const read = (id: string) => desk.succeed<TimeEntry>('GET', `/time-entries/${id}`)
const kindsOf = async (poolId: string) =>
  (await desk.ledger(poolId)).map(({ kind, units }) => `${kind} ${String(units)}`)

/** A customer whose work is rounded by the hour for the whole day of a case, and a case with two entries of it. */
async function roundedDay() {
  const { customerId } = await desk.prepaid({
    ...{ settlement: 'time_spent', incrementMinutes: 60, roundingScope: 'case_day' },
  })
  const { id: caseId } = await buildCase(server, { customerId })
  const first = await desk.work(customerId, 30, { caseId })
  const second = await desk.work(customerId, 20, { caseId })
  expect([first.billableMinutes, second.billableMinutes]).toEqual([60, 0])
  return { customerId, caseId, first, second }
}

test('a removed entry gives back what it drew, and what it earned is owed again', async () => {
  const { customerId, agreementId } = await desk.prepaid()
  const { id } = await desk.sell(agreementId)
  const entry = await desk.work(customerId, 100)

  const removed = await remove(entry.id)

  expect(removed.statusCode, removed.body).toBe(204)
  expect(await kindsOf(id)).toEqual(['sale 600', 'draw -100', 'return 100'])
  expect(await desk.voucher(id)).toMatchObject({ available: 600, liability: money('9000.00'), used: 0 })
})

test('other minutes draw anew, and the log tells what pays now', async () => {
  const { customerId, agreementId } = await desk.prepaid()
  const { id, name } = await desk.sell(agreementId, { quantity: 60, price: money('1000.00') })
  const { id: entryId } = await desk.work(customerId, 30)

  const changed = await change(entryId, { minutes: 90 })

  expect(changed).toMatchObject({ amount: money('475.00'), pieces: [{ units: 60 }, { kind: 'overage', minutes: 30 }] })
  expect(await kindsOf(id)).toEqual(['sale 60', 'draw -30', 'return 30', 'draw -60'])
  const [told] = await server.database.reader.rows<{ changes: object[] }>(
    Prisma.sql`SELECT payload -> 'changes' AS changes FROM event WHERE type = 'time.changed' AND payload ->> 'entryId' = ${entryId}`,
  )
  expect(told?.changes).toEqual([
    { field: 'minutes', from: '30', to: '90' },
    { field: 'billableMinutes', from: '30', to: '90' },
    { field: 'amount', from: '0.00 DKK', to: '475.00 DKK' },
    { field: 'cover', from: name, to: `${name}, Prepaid hours` },
  ])
})

test('new terms that leave the cover as it is move nothing in the voucher', async () => {
  const { customerId, agreementId } = await desk.prepaid({ overageRate: money('1000.00') })
  const { id } = await desk.sell(agreementId, { quantity: 60, price: money('1000.00') })
  const covered = await desk.work(customerId, 50)
  const beyond = await desk.work(customerId, 40)

  await desk.succeed('PATCH', `/agreements/${agreementId}`, { overageRate: money('1200.00') })

  expect(await kindsOf(id)).toEqual(['sale 60', 'draw -50', 'draw -10'])
  expect(await read(covered.id)).toEqual(covered)
  expect(await read(beyond.id)).toMatchObject({ amount: money('600.00'), pieces: [{ units: 10 }, { minutes: 30 }] })
})

test('time that moves to another customer’s case is paid there and given back here', async () => {
  const here = await desk.prepaid()
  const there = await desk.prepaid()
  const [mine, theirs] = [await desk.sell(here.agreementId), await desk.sell(there.agreementId)]
  const { id: caseId } = await buildCase(server, { customerId: there.customerId })
  const { id } = await desk.work(here.customerId, 45)

  const moved = await change(id, { caseId })

  expect(moved).toMatchObject({ case: { id: caseId }, customer: { id: there.customerId }, pieces: [{ units: 45 }] })
  expect(await kindsOf(mine.id)).toEqual(['sale 600', 'draw -45', 'return 45'])
  expect(await kindsOf(theirs.id)).toEqual(['sale 600', 'draw -45'])
})

test('time that becomes internal is not billable any more', async () => {
  const { customerId, agreementId } = await desk.prepaid()
  const { id } = await desk.sell(agreementId)
  const entry = await desk.work(customerId, 45)

  const moved = await change(entry.id, { caseId: null })

  expect(moved).toMatchObject({ case: null, customer: null, isBillable: false, amount: null, billableMinutes: 0 })
  expect((await desk.voucher(id)).available).toBe(600)
})

test.for([
  ['removed', (id: string) => remove(id)],
  ['moved to another day', (id: string) => change(id, { workDate: '2026-02-27' })],
  ['made not billable', (id: string) => change(id, { isBillable: false })],
] as const)('what was rounded together with an entry that is %s is rounded without it', async ([, act]) => {
  const { first, second } = await roundedDay()

  await act(first.id)

  expect(await read(second.id)).toMatchObject({ minutes: 20, billableMinutes: 60, amount: money('950.00') })
  const [told] = await server.database.reader.rows(
    Prisma.sql`SELECT payload -> 'changes' AS changes FROM event WHERE type = 'time.changed' AND payload ->> 'entryId' = ${second.id}`,
  )
  expect(told).toEqual({
    changes: [
      { field: 'billableMinutes', from: '0', to: '60' },
      { field: 'amount', from: '0.00 DKK', to: '950.00 DKK' },
      { field: 'cover', from: '', to: 'Prepaid hours' },
    ],
  })
})

test('the unit of a case passes on to the next entry when the first one goes', async () => {
  const { customerId, agreementId } = await desk.prepaid()
  const { id } = await desk.sell(agreementId, { unit: 'cases', quantity: 3, price: money('1000.00') })
  const { id: caseId } = await buildCase(server, { customerId })
  const entries = [
    await desk.work(customerId, 10, { caseId }),
    await desk.work(customerId, 20, { caseId }),
    await desk.work(customerId, 30, { caseId }),
  ]
  expect(entries.map(({ pieces }) => pieces[0]?.units)).toEqual([1, 0, 0])

  await remove(entries[0]?.id ?? '')
  const second = await read(entries[1]?.id ?? '')
  const third = await change(entries[2]?.id ?? '', { isBillable: false })
  await remove(second.id)

  expect(second.pieces).toMatchObject([{ kind: 'voucher', units: 1 }])
  expect(third.pieces).toMatchObject([{ kind: 'non_billable' }])
  expect(await kindsOf(id)).toEqual(['sale 3', 'draw -1', 'return 1', 'draw -1', 'return 1'])
})

test('a price of its own needs the permission, the currency of its cover, and can be taken back', async () => {
  const { customerId } = await desk.prepaid()
  const { id } = await desk.work(customerId, 60)

  const own = await change(id, { ratePerHour: money('500.00') })
  const foreign = await desk.send('PATCH', `/time-entries/${id}`, { ratePerHour: money('500.00', 'EUR') })
  const resolved = await change(id, { ratePerHour: null })

  expect(own).toMatchObject({ amount: money('500.00') })
  expect(own.explanation).toContainEqual({ step: 'rate', source: 'entry', ratePerHour: money('500.00') })
  expect(foreign.json()).toMatchObject({ code: 'invalid_money' })
  expect(resolved).toMatchObject({ amount: money('950.00') })
})
