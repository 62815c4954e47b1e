import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildAgreement } from '../../test/build-agreement.ts'
import { buildCase } from '../../test/build-case.ts'
import { buildCustomer, buildEmployee, SUPPORT_ACTIVITY_ID, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'

type Entry = {
  id: string
  minutes: number
  billableMinutes: number
  amount: { amount: string } | null
  state: string
  correction: { kind: string; entryId: string; reason: string } | null
}

const MONDAY = '2026-02-23'

let server: Awaited<ReturnType<typeof startServer>>
let lead: SignedIn
let agent: SignedIn
let caseId: string

beforeAll(async () => {
  server = await startServer()
  lead = await buildEmployee(server, { role: 'lead' })
})
beforeEach(async () => {
  agent = await buildEmployee(server)
  const { id: customerId } = await buildCustomer(server)
  await buildAgreement(server, { customerId, ratePerHour: 90_000, incrementMinutes: 15 })
  caseId = (await buildCase(server, { customerId })).id
})
afterEach(async () => {
  await query('UPDATE company SET soft_locked_through = NULL, hard_locked_through = NULL, approves_time = false')
  expect(await integrityViolations(server)).toEqual([])
})
afterAll(() => server.close())

const send = (by: SignedIn, method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, payload?: object) =>
  server.app.inject({ method, url: `/api/v1${path}`, headers: by.headers, ...(payload && { payload }) })
const query = async <Row>(text: string, ...values: unknown[]) =>
  (await server.database.pool.query<Row & Record<string, unknown>>(text, values)).rows
const register = async (given: object = {}) =>
  (
    await send(agent, 'POST', '/time-entries', {
      caseId,
      activityTypeId: SUPPORT_ACTIVITY_ID,
      workDate: '2026-02-24',
      minutes: 50,
      ...given,
    })
  ).json<Entry>()
const correct = (id: string, payload: object, by = lead) =>
  send(by, 'POST', `/time-entries/${id}/corrections`, { reason: 'Mistyped.', ...payload })
const decide = (id: string, verdict: string, by = lead) => send(by, 'PUT', `/time-entries/${id}/approval`, { verdict })
const read = async (id: string) => (await send(lead, 'GET', `/time-entries/${id}`)).json<Entry>()
/** The entries of the case, as they were written: minutes, billable minutes, amount, state. */
const written = async () => {
  const { data } = (await send(lead, 'GET', `/time-entries?caseId=${caseId}`)).json<{ data: Entry[] }>()
  return data
    .toReversed()
    .map(({ minutes, billableMinutes, amount, state }) => [minutes, billableMinutes, amount?.amount, state])
}

async function approveWeek() {
  await send(agent, 'PUT', `/employees/${agent.id}/weeks/${MONDAY}/submission`)
  const approved = await send(lead, 'PUT', `/employees/${agent.id}/weeks/${MONDAY}/decision`, { verdict: 'approved' })
  expect(approved.statusCode, approved.body).toBe(200)
}

/** An entry of 50 minutes in an approved week. */
async function approvedEntry(given: object = {}) {
  const entry = await register(given)
  await approveWeek()
  return entry
}

test('a correction takes the entry back whole, says what was meant, and is booked today', async () => {
  const { id } = await approvedEntry()

  const corrected = await correct(id, { minutes: 20, customerText: 'Reset of the mail profile' })

  expect(corrected.statusCode, corrected.body).toBe(201)
  expect(corrected.json()).toMatchObject({
    minutes: 20,
    workDate: '2026-02-24',
    bookedOn: '2026-03-02',
    isLate: false,
    state: 'approved',
    customerText: 'Reset of the mail profile',
    correction: { kind: 'replacement', entryId: id, reason: 'Mistyped.' },
    employee: { id: agent.id },
  })
  expect(await read(id)).toMatchObject({ minutes: 50, isCorrected: true, can: { edit: false, correct: false } })
  expect(await written()).toEqual([
    [50, 60, '900.00', 'approved'],
    [-50, -60, '-900.00', 'approved'],
    [20, 30, '450.00', 'approved'],
  ])
  const week = await send(agent, 'GET', `/employees/${agent.id}/weeks/${MONDAY}`)
  expect(week.json()).toMatchObject({ minutes: 20, billableMinutes: 30 })
})

test('with no minutes, an entry is taken back and nothing takes its place', async () => {
  const { id } = await approvedEntry()

  const reversal = await correct(id, { minutes: 0 })

  expect(reversal.json()).toMatchObject({
    minutes: -50,
    correction: { kind: 'reversal', entryId: id },
    workDate: '2026-02-24',
  })
  expect(await written()).toEqual([
    [50, 60, '900.00', 'approved'],
    [-50, -60, '-900.00', 'approved'],
  ])
  const events = await query<{ payload: object }>(
    "SELECT payload FROM event WHERE case_id = $1 AND type = 'time.corrected'",
    caseId,
  )
  expect(events).toEqual([
    {
      payload: {
        entryId: id,
        reversalId: reversal.json<Entry>().id,
        replacementId: null,
        fromMinutes: 50,
        toMinutes: 0,
        employeeName: agent.name,
        reason: 'Mistyped.',
      },
    },
  ])
})

test('a replacement can be corrected again; what was taken back and what takes back cannot', async () => {
  const { id } = await approvedEntry()
  const replacement = (await correct(id, { minutes: 20 })).json<Entry>()
  const [reversal] = await query<{ id: string }>(
    "SELECT id FROM time_entry WHERE correction = 'reversal' AND corrects_id = $1",
    id,
  )

  expect((await correct(id, { minutes: 5 })).json()).toMatchObject({ code: 'already_corrected' })
  expect((await correct(reversal?.id ?? '', { minutes: 5 })).json()).toMatchObject({ code: 'correction_refused' })
  expect((await correct(replacement.id, { minutes: 35 })).json()).toMatchObject({
    minutes: 35,
    correction: { entryId: replacement.id },
  })
  expect(await written()).toEqual([
    [50, 60, '900.00', 'approved'],
    [-50, -60, '-900.00', 'approved'],
    [20, 30, '450.00', 'approved'],
    [-20, -30, '-450.00', 'approved'],
    [35, 45, '675.00', 'approved'],
  ])
})

test('what a replacement does not say anew is as it was, usable today or not, its own price included', async () => {
  const { id } = await approvedEntry({ startedAt: '2026-02-24T14:30:00.000Z', endedAt: '2026-02-24T15:20:00.000Z' })
  const activityTypeId = server.deps.newId()
  await query("INSERT INTO activity_type (id, name, is_active) VALUES ($1, 'Telephone', false)", activityTypeId)
  await query('UPDATE time_entry SET activity_type_id = $2, rate_override = 60000 WHERE id = $1', id, activityTypeId)
  await query('UPDATE employee SET is_active = false WHERE id = $1', agent.id)

  const shorter = (await correct(id, { minutes: 40 })).json<Entry>()
  expect(shorter).toMatchObject({
    activityType: { name: 'Telephone' },
    amount: { amount: '450.00' },
    startedAt: '2026-02-24T14:30:00.000Z',
    endedAt: '2026-02-24T15:20:00.000Z',
  })

  const longer = await correct(shorter.id, { minutes: 70 })
  expect(longer.json()).toMatchObject({ minutes: 70, amount: { amount: '750.00' }, startedAt: null, endedAt: null })
})

test('what was taken back was not worked, so it overlaps nothing, not even what took its place', async () => {
  const { id } = await approvedEntry({ startedAt: '2026-02-24T14:30:00.000Z', endedAt: '2026-02-24T15:20:00.000Z' })

  const replacement = (await correct(id, { minutes: 40 })).json<Entry>()

  expect(await read(id)).toMatchObject({ isCorrected: true, overlaps: false })
  expect(await read(replacement.id)).toMatchObject({ startedAt: '2026-02-24T14:30:00.000Z', overlaps: false })
})

test('open time is changed in place, unless its period is closed for who corrects it', async () => {
  const { id } = await register()
  expect((await correct(id, { minutes: 20 }, agent)).json()).toMatchObject({ code: 'correction_refused' })
  expect(await written()).toHaveLength(1)

  await query("UPDATE company SET soft_locked_through = '2026-02-28'")
  const late = await correct(id, { minutes: 20 }, agent)

  expect(late.json()).toMatchObject({ minutes: 20, bookedOn: '2026-03-02', isLate: true, state: 'approved' })
})

test('somebody else’s time is corrected by who writes for others only', async () => {
  const { id } = await approvedEntry()
  const stranger = await buildEmployee(server)

  const refused = await correct(id, { minutes: 20 }, stranger)

  expect(refused.json()).toMatchObject({ code: 'permission_denied', missingPermission: 'time:write_others' })
  expect((await correct(server.deps.newId(), { minutes: 20 })).json()).toMatchObject({ code: 'not_found' })
  expect((await send(lead, 'POST', `/time-entries/${id}/corrections`, { minutes: 20 })).statusCode).toBe(400)
  expect(await written()).toHaveLength(1)
})

test('of corrections at once, one is written', async () => {
  const { id } = await approvedEntry()

  const answers = await Promise.all(Array.from({ length: 6 }, () => correct(id, { minutes: 20 })))

  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409, 409, 409, 409])
  expect(await written()).toHaveLength(3)
})

test('where time is approved, the correction of an agent waits, and nothing of it can be invoiced', async () => {
  await query('UPDATE company SET approves_time = true')
  const { id } = await approvedEntry()
  const ready = () =>
    query('SELECT amount::int FROM potential_item WHERE case_id = $1 AND held_because IS NULL ORDER BY amount', caseId)

  const waiting = (await correct(id, { minutes: 20 }, agent)).json<Entry>()

  expect(waiting).toMatchObject({ state: 'submitted', can: { edit: false, correct: false } })
  expect((await correct(waiting.id, { minutes: 25 }, agent)).json()).toMatchObject({ code: 'correction_refused' })
  const list = await send(lead, 'GET', '/corrections?count=exact')
  expect(list.json()).toMatchObject({
    data: [
      { minutes: -50, correction: { kind: 'reversal', entryId: id } },
      { minutes: 20, correction: { kind: 'replacement', entryId: id } },
    ],
    page: { total: 2, hasMore: false },
  })
  expect(await ready()).toEqual([{ amount: 90_000 }])

  expect((await decide(waiting.id, 'approved')).statusCode).toBe(204)
  expect((await written()).map(([, , , state]) => state)).toEqual(['approved', 'approved', 'approved'])
  expect(await ready()).toEqual([{ amount: -90_000 }, { amount: 45_000 }, { amount: 90_000 }])
  expect((await decide(waiting.id, 'rejected')).json()).toMatchObject({ code: 'correction_refused' })
})

test('a correction is held as long as what it corrects is not approved', async () => {
  await query('UPDATE company SET approves_time = true')
  const { id } = await approvedEntry()
  await correct(id, { minutes: 20 })

  await send(lead, 'PUT', `/employees/${agent.id}/weeks/${MONDAY}/decision`, {
    verdict: 'reopened',
    reason: 'More to come.',
  })

  const held = await query<{ held: string | null }>(
    'SELECT held_because AS held FROM potential_item WHERE case_id = $1',
    caseId,
  )
  expect(held.map((item) => item.held)).toEqual(Array(3).fill('time_approval'))
})
