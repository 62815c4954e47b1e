import { Prisma } from '@timedesk/prisma/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCase } from '../../test/cases.ts'
import { buildCustomer, SUPPORT_DEPARTMENT_ID, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'
import { openServiceDesk } from '../../test/service-desk.ts'
import { verifyClocks } from '../../test/verify-clocks.ts'
import { newId } from '../platform/new-id.ts'
import { rescheduleClocks } from './reschedule-clocks.ts'
import { workClocks } from './work-clocks.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openServiceDesk>>
let agent: SignedIn

beforeAll(async () => {
  server = await startServer()
  desk = await openServiceDesk(server)
  agent = await desk.staff({ name: 'Mette Holm' })
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

/** A case that Mette has, with something promised to its customer alone. */
async function promisedCase(targets: object, given: Record<string, unknown> = {}) {
  const { id: customerId } = await buildCustomer(server)
  await desk.promise(targets, { customerId, ...given })
  return openCase(server, agent, { customerId, departmentId: SUPPORT_DEPARTMENT_ID, responsibleId: agent.id })
}

const marks = (caseId: string) => desk.log(caseId, ['clock.warned', 'clock.breached'])
const noticesOf = (caseId: string) =>
  server.database.reader.rows<{ name: string; type: string; mails: number }>(
    Prisma.sql`SELECT p.name, e.type, (SELECT count(*)::int FROM mail m WHERE m.cause_key = 'event:' || e.id || ':' || p.id) AS mails
      FROM staff_notice n JOIN event e ON e.id = n.event_id JOIN employee p ON p.id = n.employee_id
      WHERE n.case_id = ${caseId}::uuid AND e.type LIKE 'clock.%' ORDER BY e.at, e.sequence, p.name`,
  )

test('warnings and the breach are told once, at their own minute, with who had the case then', async () => {
  const other = await desk.staff({ name: 'Jonas Krogh' })
  const { id, createdAt } = await promisedCase({ firstResponse: 100 }, { warnAt: [50, 90] })
  const start = new Date(createdAt).getTime()
  await desk.pass(70)
  await desk.ask(agent, 'PUT', `/cases/${id}/assignment`, {
    departmentId: SUPPORT_DEPARTMENT_ID,
    responsibleId: other.id,
  })
  await desk.pass(240)

  await desk.work()
  await desk.work()

  expect(
    (await marks(id)).map(({ at, type, share, ownerName }) => [at.getTime() - start, type, share, ownerName]),
  ).toEqual([
    [50 * 60_000, 'clock.warned', 50, 'Mette Holm'],
    [90 * 60_000, 'clock.warned', 90, 'Jonas Krogh'],
    [100 * 60_000, 'clock.breached', 100, 'Jonas Krogh'],
  ])
  expect(await desk.clock(id, 'first_response')).toMatchObject({
    result: 'missed',
    breach: { at: new Date(start + 100 * 60_000).toISOString(), owner: { name: 'Jonas Krogh', department: 'Support' } },
  })
})

test('who had the case hears of it, and of escalations whoever the policy names, by notice and by mail, each once', async () => {
  const lead = await desk.staff({ role: 'lead', name: 'Lead Lund' })
  const named = await desk.staff({ name: 'Named Nis', departmentId: await buildDepartment() })
  const { id } = await promisedCase(
    { firstResponse: 100 },
    {
      warnAt: [50],
      escalations: [
        { share: 100, notify: { leads: true } },
        { share: 150, clock: 'first_response', notify: { employeeIds: [named.id] } },
        { share: 200, clock: 'resolution', notify: { employeeIds: [named.id] } },
      ],
    },
  )
  for (const minutes of [60, 60, 60, 60]) {
    await desk.pass(minutes)
    await desk.work()
    await desk.deliver()
  }
  await server.database.reader.rows(Prisma.sql`UPDATE event_delivery SET state = 'waiting'`)
  await desk.deliver()

  const own = { name: 'Mette Holm', mails: 1 }
  expect(await noticesOf(id)).toEqual([
    { ...own, type: 'clock.warned' },
    { name: lead.name, type: 'clock.breached', mails: 1 },
    { ...own, type: 'clock.breached' },
    { ...own, type: 'clock.warned' },
    { name: named.name, type: 'clock.warned', mails: 1 },
  ])
})

test('where nobody leads the department or one above it, the managers hear', async () => {
  const departmentId = await buildDepartment()
  const own = await desk.staff({ name: 'Own Oest', departmentId })
  const manager = await desk.staff({ role: 'manager', name: 'Manager Munk', departmentId: await buildDepartment() })
  const { id: customerId } = await buildCustomer(server)
  await desk.promise({ firstResponse: 10 }, { customerId, escalations: [{ share: 100, notify: { leads: true } }] })
  const { id } = await openCase(server, agent, { customerId, departmentId, responsibleId: own.id })
  await desk.pass(11)

  await desk.work()
  await desk.deliver()

  expect((await noticesOf(id)).map(({ name, type }) => [name, type])).toEqual([
    [manager.name, 'clock.breached'],
    [own.name, 'clock.breached'],
  ])
})

test('nobody having a case, its queue hears', async () => {
  const departmentId = await buildDepartment()
  const waiting = await desk.staff({ name: 'Queue Quist', departmentId })
  const { id: customerId } = await buildCustomer(server)
  await desk.promise({ firstResponse: 10 }, { customerId })
  const { id } = await openCase(server, agent, { customerId, departmentId })
  await desk.pass(11)

  await desk.work()
  await desk.deliver()

  expect(await noticesOf(id)).toEqual([{ name: waiting.name, type: 'clock.breached', mails: 1 }])
})

test('an escalation gives the case to somebody else, once, and says by which policy', async () => {
  const expert = await desk.staff({ name: 'Expert Eg' })
  const assign = { departmentId: SUPPORT_DEPARTMENT_ID, responsibleId: expert.id }
  const { id } = await promisedCase({ resolution: 100 }, { name: 'Gold', escalations: [{ share: 80, assign }] })
  await desk.pass(85)

  await desk.work()
  await desk.deliver()
  await server.database.reader.rows(Prisma.sql`UPDATE event_delivery SET state = 'waiting'`)
  await desk.deliver()

  const dispatched = await desk.log(id, ['case.dispatched'])
  expect(dispatched.map(({ rule, ruleName, toResponsible }) => [rule, ruleName, toResponsible])).toEqual([
    ['by_hand', undefined, 'Mette Holm'],
    ['by_escalation', 'Gold', 'Expert Eg'],
  ])
})

test('a pause keeps a clock from passing, and solving ends it in time', async () => {
  const { id } = await promisedCase({ resolution: 100 }, { warnAt: [] })
  await desk.pass(90)
  const move = (statusId: string) => desk.ask(agent, 'PUT', `/cases/${id}/status`, { statusId })
  await move('00000000-0000-7000-8000-000000000003')
  await desk.pass(600)
  await desk.work()
  await move('00000000-0000-7000-8000-000000000005')
  await desk.pass(600)
  await desk.work()

  expect(await marks(id)).toEqual([])
  expect(await desk.clock(id, 'resolution')).toMatchObject({ result: 'met', used: 90 })
  expect((await desk.ask(agent, 'GET', `/cases/${id}`)).json()).toMatchObject({ due: null })
})

test('workers that run doubled and late, or fail in the midst of it, tell everything once', async () => {
  const cases = await Promise.all(
    Array.from({ length: 8 }, () => promisedCase({ firstResponse: 30, resolution: 60 }, { warnAt: [50] })),
  )
  await desk.pass(120)
  let failures = 0
  const failing = {
    ...server.deps,
    newId: () => {
      failures += 1
      if (failures % 5 === 0) throw new Error('the worker breaks')
      return newId()
    },
  }
  const now = server.clock.now

  await expect(workClocks(failing, now)).rejects.toThrow('Some clocks')
  await Promise.allSettled([workClocks(server.deps, now), workClocks(failing, now), workClocks(server.deps, now)])
  await desk.work()

  const told = await Promise.all(
    cases.map(async ({ id }) => (await marks(id)).map(({ clock, share }) => `${String(clock)} ${String(share)}`)),
  )
  const each = ['first_response 100', 'first_response 50', 'resolution 100', 'resolution 50']
  expect(told.map((own) => own.toSorted())).toEqual(cases.map(() => each))
  const ids = cases.map(({ id }) => id)
  const { stored, recomputed } = await verifyClocks(server.database.reader, ids, now)
  expect(stored).toEqual(recomputed)
})

test('a calendar that changes from a day to come moves what is due', async () => {
  const calendarId = await desk.weekdays()
  const { id } = await promisedCase({ resolution: 480 }, { calendarId })
  const before = await desk.clock(id, 'resolution')
  const holidays = [{ day: before?.dueAt?.slice(0, 10) ?? '', name: 'Closed' }]
  await desk.ask(desk.administrator, 'PATCH', `/service-calendars/${calendarId}`, { holidays }, { 'if-match': '*' })
  const context = { now: server.clock.now }
  await server.database.transact((tx) => rescheduleClocks(tx, context, calendarId))
  await desk.pass(1)

  await desk.work()

  const due = (await desk.clock(id, 'resolution'))?.dueAt ?? ''
  expect(due > (before?.dueAt ?? '')).toBe(true)
  const { stored, recomputed } = await verifyClocks(server.database.reader, [id], server.clock.now)
  expect(stored).toEqual(recomputed)
})

async function buildDepartment(): Promise<string> {
  const id = newId()
  await server.database.transact((tx) => tx.department.create({ data: { id, name: id } }))
  return id
}
