import type { Verdict } from '@timedesk/contracts/cover'
import { Prisma } from '@timedesk/prisma/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildAgreement } from '../../test/build-agreement.ts'
import { buildCase } from '../../test/build-case.ts'
import {
  buildCustomer,
  buildEmployee,
  INTERNAL_ACTIVITY_ID,
  SUPPORT_ACTIVITY_ID,
  type SignedIn,
} from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { newId } from '../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let agent: SignedIn

beforeAll(async () => {
  server = await startServer()
  agent = await buildEmployee(server, { name: 'Mikkel Holm' })
})
afterAll(() => server.close())

const register = (payload: object, by: SignedIn = agent) =>
  server.app.inject({
    method: 'POST',
    url: '/api/v1/time-entries',
    headers: by.headers,
    payload: { activityTypeId: SUPPORT_ACTIVITY_ID, minutes: 10, ...payload },
  })

const count = async (query: Prisma.Sql) => (await server.database.reader.rows<{ n: number }>(query))[0]?.n

test('time without an agreement is worth the customer’s price, step by step', async () => {
  const { id: customerId } = await buildCustomer(server, { ratePerHour: 95_000 })
  const { id: caseId } = await buildCase(server, { customerId })

  const answer = await register({ caseId, minutes: 50 })

  expect(answer.statusCode, answer.body).toBe(201)
  expect(answer.json()).toMatchObject({
    minutes: 50,
    billableMinutes: 50,
    amount: { amount: '791.67', currency: 'DKK' },
    agreement: null,
    explanation: [
      { step: 'rounded', actual: 50, increment: 1, minimum: 0, billable: 50 },
      { step: 'rate', source: 'customer', ratePerHour: { amount: '950.00', currency: 'DKK' } },
      { step: 'amount', minutes: 50, amount: { amount: '791.67', currency: 'DKK' } },
    ],
  })
})

test('a case that names an agreement asks that one alone', async () => {
  const { id: customerId } = await buildCustomer(server, { ratePerHour: 1_000 })
  await buildAgreement(server, { customerId, ratePerHour: 90_000 })
  const own = await buildAgreement(server, {
    customerId,
    ratePerHour: 120_000,
    state: 'ended',
    validTo: '2026-03-02',
    heading: 'Old terms',
  })
  const { id: caseId } = await buildCase(server, { customerId, agreementId: own.id })

  const within = await register({ caseId, minutes: 60 })
  const beyond = await register({ caseId, minutes: 60, workDate: '2026-03-03' })

  expect(within.json()).toMatchObject({
    agreement: { id: own.id, name: 'Old terms' },
    amount: { amount: '1200.00', currency: 'DKK' },
  })
  expect(beyond.json()).toMatchObject({ agreement: null, amount: { amount: '10.00', currency: 'DKK' } })
  expect(beyond.json<{ explanation: object[] }>().explanation).toContainEqual({
    step: 'agreement_passed_over',
    agreement: 'Old terms',
    because: 'validity',
  })
})

test('a suspended agreement takes no new time', async () => {
  const { id: customerId } = await buildCustomer(server, { ratePerHour: 60_000 })
  await buildAgreement(server, { customerId, ratePerHour: 90_000, state: 'suspended' })
  const { id: caseId } = await buildCase(server, { customerId })

  const answer = await register({ caseId, minutes: 60 })

  expect(answer.json()).toMatchObject({ agreement: null, amount: { amount: '600.00', currency: 'DKK' } })
})

test('the work date is today where the company is', async () => {
  const { id: caseId } = await buildCase(server)
  const before = server.clock.now
  server.clock.now = new Date('2026-06-30T22:30:00.000Z')
  const nightOwl = await buildEmployee(server)

  const answer = await register({ caseId }, nightOwl)
  server.clock.now = before

  expect(answer.json()).toMatchObject({ workDate: '2026-07-01' })
})

test('what the activity type says of billing holds unless the time says otherwise', async () => {
  const { id: customerId } = await buildCustomer(server, { ratePerHour: 60_000 })
  const { id: caseId } = await buildCase(server, { customerId })

  const byType = await register({ caseId, activityTypeId: INTERNAL_ACTIVITY_ID })
  const byWord = await register({ caseId, activityTypeId: INTERNAL_ACTIVITY_ID, isBillable: true })

  expect(byType.json()).toMatchObject({ isBillable: false, billableMinutes: 0, amount: null })
  expect(byWord.json()).toMatchObject({ isBillable: true, billableMinutes: 10, amount: { amount: '100.00' } })
})

test('time without a case or project is internal and never billable', async () => {
  const plain = await register({})
  const billed = await register({ isBillable: true })

  expect(plain.json()).toMatchObject({ case: null, customer: null, isBillable: false, amount: null })
  expect(billed.statusCode).toBe(400)
  expect(billed.json()).toMatchObject({ errors: [{ pointer: '/body/isBillable', code: 'nobody_to_bill' }] })
})

test('the case’s log tells who worked, on what and how long', async () => {
  const { id: caseId, customerId } = await buildCase(server)

  const entry = (await register({ caseId, minutes: 25 })).json<{ id: string }>()

  const events = await server.database.reader.rows(
    Prisma.sql`SELECT customer_id AS "customerId", is_internal AS "isInternal", actor_name AS "actorName", payload
      FROM event WHERE case_id = ${caseId}::uuid AND type = 'time.registered'`,
  )
  expect(events).toEqual([
    {
      customerId,
      isInternal: true,
      actorName: 'Mikkel Holm',
      payload: {
        entryId: entry.id,
        minutes: 25,
        isBillable: true,
        employeeName: 'Mikkel Holm',
        activityType: 'Support',
      },
    },
  ])
})

test.for([
  ['an unknown case', { caseId: newId() }, '/body/caseId'],
  ['an unknown project', { projectId: newId() }, '/body/projectId'],
  ['an unknown activity type', { activityTypeId: newId() }, '/body/activityTypeId'],
] as const)('%s is refused and nothing is written', async ([, payload, pointer]) => {
  const before = await count(Prisma.sql`SELECT count(*)::int AS n FROM time_entry`)

  const answer = await register(payload)

  expect(answer.statusCode).toBe(409)
  expect(answer.json()).toMatchObject({ code: 'reference_refused', errors: [{ pointer }] })
  expect(await count(Prisma.sql`SELECT count(*)::int AS n FROM time_entry`)).toBe(before)
})

test('a day that no calendar has is refused as a field', async () => {
  const answer = await register({ workDate: '0000-01-01' })

  expect(answer.statusCode).toBe(400)
  expect(answer.json()).toMatchObject({ errors: [{ pointer: '/body/workDate' }] })
})

test('time in another’s name needs the permission, and an active employee', async () => {
  const lead = await buildEmployee(server, { role: 'lead' })
  const gone = await buildEmployee(server, { isActive: false })
  const { id: caseId } = await buildCase(server)

  const byAgent = await register({ caseId, employeeId: lead.id })
  const byLead = await register({ caseId, employeeId: agent.id }, lead)
  const forGone = await register({ caseId, employeeId: gone.id }, lead)

  expect(byAgent.json()).toMatchObject({ code: 'permission_denied', missingPermission: 'time:write_others' })
  expect(byLead.json()).toMatchObject({ employee: { id: agent.id } })
  expect(forGone.json()).toMatchObject({ code: 'reference_refused', errors: [{ pointer: '/body/employeeId' }] })
})

test('a preview says what registering would, and writes nothing', async () => {
  const { id: customerId } = await buildCustomer(server)
  await buildAgreement(server, { customerId, ratePerHour: 95_000, incrementMinutes: 15, minimumMinutes: 30 })
  const { id: caseId } = await buildCase(server, { customerId })
  const before = await count(Prisma.sql`SELECT count(*)::int AS n FROM time_entry`)

  const preview = await server.app.inject({
    method: 'POST',
    url: '/api/v1/time-previews',
    headers: agent.headers,
    payload: { caseId, minutes: 7, activityTypeId: SUPPORT_ACTIVITY_ID },
  })
  const between = await count(Prisma.sql`SELECT count(*)::int AS n FROM time_entry`)
  const entry = (await register({ caseId, minutes: 7 })).json<object>()

  expect(preview.statusCode, preview.body).toBe(200)
  expect(between).toBe(before)
  expect(preview.json()).toMatchObject({ billableMinutes: 30, amount: { amount: '475.00', currency: 'DKK' } })
  const { draws: _draws, warnings: _warnings, ...verdict } = preview.json<Verdict>()
  expect(entry).toMatchObject(verdict)
})

test('of sixteen registrations at once on one case, all count', async () => {
  const { id: customerId } = await buildCustomer(server)
  await buildAgreement(server, { customerId, ratePerHour: 60_000 })
  const { id: caseId } = await buildCase(server, { customerId })

  const answers = await Promise.all(Array.from({ length: 16 }, (_, index) => register({ caseId, minutes: index + 1 })))

  expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: 16 }, () => 201))
  const sums = await server.database.reader.rows(
    Prisma.sql`SELECT count(*)::int AS entries, sum(t.minutes)::int AS minutes, sum(r.amount)::int AS amount,
        (SELECT count(*)::int FROM event WHERE case_id = ${caseId}::uuid AND type = 'time.registered') AS events
      FROM time_entry t JOIN time_rating r ON r.entry_id = t.id WHERE t.case_id = ${caseId}::uuid`,
  )
  expect(sums).toEqual([{ entries: 16, minutes: 136, amount: 136_000, events: 16 }])
  expect(await server.database.reader.rows(Prisma.sql`SELECT * FROM integrity_violations`)).toEqual([])
})
