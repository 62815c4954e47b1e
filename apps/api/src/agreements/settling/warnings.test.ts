import { Prisma } from '@timedesk/prisma/client'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { buildContact, buildCustomer, buildEmployee } from '../../../test/factories.ts'
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

/** An agreement of vouchers with a manager at the customer; today is 2 March 2026. */
async function arrange(agreement: object = {}) {
  desk.on('2026-03-02')
  const { id: customerId, name } = await buildCustomer(server)
  const manager = await buildContact(server, { customerId, role: 'manager' })
  const owner = await buildEmployee(server)
  const { id } = await desk.agree(customerId, { settlement: 'voucher', ownerId: owner.id, ...agreement })
  return { id, customerId, customer: name, manager: `${manager.id}@customer.test`, owner: `${owner.id}@staff.test` }
}

type Mail = { to: string; subject: string; text: string }

const mailsOf = (id: string, kind: string) =>
  server.database.reader.rows<Mail>(Prisma.sql`SELECT to_address AS "to", subject, text FROM mail
    WHERE text LIKE ${`%/agreements/${id}%`} AND kind = ${`agreement.${kind}`} ORDER BY created_at, to_address`)

const warningsOf = async (id: string) =>
  (await desk.agreement(id)).warnings.toReversed().map(({ kind, facts }) => [kind, facts])

test('a threshold warns the owner once, and again after a top-up left it behind (R29)', async () => {
  const { id, customerId, customer, manager, owner } = await arrange({ thresholds: [80] })
  const { id: voucherId, name } = await desk.sell(id)
  const approver = await buildEmployee(server, { role: 'finance' })
  const topUp = { units: 400, reason: 'Goodwill.', approverId: approver.id }

  await desk.work(customerId, 479)
  await desk.settle()
  const before = await warningsOf(id)
  await desk.work(customerId, 1)
  await desk.settle()
  await desk.work(customerId, 10)
  await desk.settle()
  const first = await warningsOf(id)
  await desk.succeed('POST', `/vouchers/${voucherId}/adjustments`, topUp)
  await desk.settle()
  const toppedUp = await warningsOf(id)
  await desk.work(customerId, 310)
  await desk.settle()

  expect(before).toEqual([])
  expect(first).toEqual([['threshold', { pool: name, percent: '80', granted: '10:00', available: '2:00' }]])
  expect(toppedUp).toHaveLength(1)
  expect(await warningsOf(id)).toHaveLength(2)
  const mails = await mailsOf(id, 'threshold')
  expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
    [owner, `${customer}: 80 % of ${name} is used`],
    [owner, `${customer}: 80 % of ${name} is used`],
  ])
  expect(mails.map(({ to }) => to)).not.toContain(manager)
  const told = Prisma.sql`SELECT 1 FROM event WHERE subject_id = ${id}::uuid AND type = 'agreement.warned'`
  expect(await server.database.reader.rows(told)).toHaveLength(2)
})

test('a returned draw that is drawn again does not warn again', async () => {
  const { id, customerId } = await arrange({ thresholds: [80] })
  await desk.sell(id)
  const entry = await desk.work(customerId, 500)
  await desk.settle()

  const removed = await desk.send('DELETE', `/time-entries/${entry.id}`)
  await desk.settle()
  await desk.work(customerId, 500)
  await desk.settle()

  expect(removed.statusCode, removed.body).toBe(204)
  expect(await warningsOf(id)).toHaveLength(1)
})

test('of what one draw crosses all is kept, and the worst is mailed', async () => {
  const { id, customerId, customer, owner } = await arrange()
  const { name } = await desk.sell(id)

  await desk.work(customerId, 600)
  await desk.settle()

  expect((await warningsOf(id)).map(([kind]) => kind).sort()).toEqual(['empty', 'threshold', 'threshold'])
  expect(await mailsOf(id, 'threshold')).toEqual([])
  expect(await mailsOf(id, 'empty')).toMatchObject([{ to: owner, subject: `${customer}: ${name} is used up` }])
})

test('the quota of a subscription warns in its own period', async () => {
  const { id, customerId } = await arrange({
    settlement: 'subscription',
    thresholds: [50, 60],
    validFrom: '2026-03-01',
  })
  await desk.addLine(id, { quota: { unit: 'minutes', units: 300, rolloverPeriods: 1 } })

  await desk.work(customerId, 150)
  await desk.settle()
  desk.on('2026-04-02')
  await desk.work(customerId, 60)
  await desk.settle()

  expect(await warningsOf(id)).toEqual([
    ['threshold', { pool: '2026-03', percent: '50', granted: '5:00', available: '2:30' }],
  ])
})

test('a voucher warns owner and managers 60, 30 and 7 days before it expires, each once (R26)', async () => {
  const { id, customer, manager, owner } = await arrange()
  const { name } = await desk.sell(id, { expiresOn: '2026-06-30' })
  const days = ['2026-04-30', '2026-05-01', '2026-05-02', '2026-05-31', '2026-06-23', '2026-06-24']

  const counts: number[] = []
  for (const day of days) {
    desk.on(day)
    await desk.settle()
    counts.push((await warningsOf(id)).length)
  }

  expect(counts).toEqual([0, 1, 1, 2, 3, 3])
  const mails = await mailsOf(id, 'expiry')
  expect(new Set(mails.map(({ to }) => to))).toEqual(new Set([manager, owner]))
  expect(mails).toHaveLength(6)
  expect(mails.at(-1)?.subject).toBe(`${customer}: ${name} expires on 30 June 2026`)
})

test('what is left is told to the customer only where balances are shown', async () => {
  const { id, customerId, manager, owner } = await arrange()
  await desk.sell(id, { expiresOn: '2026-03-05' })
  await desk.settle()
  await server.database.transact((tx) =>
    tx.customer.update({ where: { id: customerId }, data: { showsBalances: true } }),
  )
  desk.on('2026-03-06')
  await desk.settle()

  const tells = (mails: Mail[], to: string) => mails.some((mail) => mail.to === to && mail.text.includes('10:00 hours'))
  const [before, after] = [await mailsOf(id, 'expiry'), await mailsOf(id, 'expired')]
  expect([tells(before, owner), tells(before, manager)]).toEqual([true, false])
  expect([tells(after, owner), tells(after, manager)]).toEqual([true, true])
})

test('without an owner the account manager hears of it, in their language', async () => {
  const { id, customerId, customer } = await arrange({ ownerId: null })
  const accountManager = await buildEmployee(server)
  await server.database.transact(async (tx) => {
    await tx.employee.update({ where: { id: accountManager.id }, data: { language: 'da' } })
    await tx.customer.update({ where: { id: customerId }, data: { accountManagerId: accountManager.id } })
  })
  const { name } = await desk.sell(id)

  await desk.work(customerId, 600)
  await desk.settle()

  expect(await mailsOf(id, 'empty')).toMatchObject([
    { to: `${accountManager.id}@staff.test`, subject: `${customer}: ${name} er brugt op` },
  ])
})

test('a term that renews itself is told before the last day for notice, and then renewed (R40)', async () => {
  const term = { settlement: 'time_spent', termMonths: 12, renewal: 'automatic', noticeDays: 30 }
  const { id, manager, owner } = await arrange({ ...term, validFrom: '2026-01-31' })
  const states: [string, string | null, number][] = []
  for (const day of ['2026-12-16', '2026-12-17', '2026-12-31', '2027-01-01']) {
    desk.on(day)
    await desk.settle()
    const { validTo, warnings } = await desk.agreement(id)
    states.push([day, validTo, warnings.length])
  }

  expect(states).toEqual([
    ['2026-12-16', '2027-01-30', 0],
    ['2026-12-17', '2027-01-30', 1],
    ['2026-12-31', '2027-01-30', 1],
    ['2027-01-01', '2028-01-30', 2],
  ])
  const [notice] = await mailsOf(id, 'notice')
  expect(notice?.text).toContain('Unless notice is given by 31 December 2026, it goes on until 30 January 2028.')
  expect((await mailsOf(id, 'renewed')).map(({ to }) => to).sort()).toEqual([manager, owner].sort())
})

test('terms that were missed are all added, and the last one is told', async () => {
  const term = { settlement: 'time_spent', termMonths: 3, renewal: 'automatic', validFrom: '2026-01-01' }
  const { id, owner } = await arrange(term)

  desk.on('2026-11-15')
  await desk.settle()

  expect(await desk.agreement(id)).toMatchObject({ state: 'active', validTo: '2026-12-31' })
  expect((await mailsOf(id, 'renewed')).filter(({ to }) => to === owner)).toHaveLength(1)
})

test('an agreement whose last day is over ends, and its owner hears of it', async () => {
  const { id, owner } = await arrange({ validTo: '2026-03-31' })

  desk.on('2026-04-01')
  await desk.settle()

  expect(await desk.agreement(id)).toMatchObject({ state: 'ended', validTo: '2026-03-31' })
  expect(await mailsOf(id, 'ended')).toMatchObject([{ to: owner }])
})
