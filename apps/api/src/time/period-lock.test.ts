import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { buildCase } from '../../test/build-case.ts'
import { buildEmployee, INTERNAL_ACTIVITY_ID, SUPPORT_ACTIVITY_ID, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'

type Lock = {
  softLockedThrough: string | null
  hardLockedThrough: string | null
  openWeeks: number
  heldEntries: number
  history: { byName: string; softLockedThrough: string | null; hardLockedThrough: string | null; reason: string }[]
  version: number
}
type Entry = { id: string; workDate: string; bookedOn: string; isLate: boolean }

const REGISTRATIONS = 32

let server: Awaited<ReturnType<typeof startServer>>
let finance: SignedIn
let agent: SignedIn

beforeAll(async () => {
  server = await startServer()
  finance = await buildEmployee(server, { role: 'finance' })
  agent = await buildEmployee(server)
})
afterEach(async () => {
  await server.database.pool.query(
    'UPDATE company SET soft_locked_through = NULL, hard_locked_through = NULL, approves_time = false',
  )
  expect(await integrityViolations(server)).toEqual([])
})
afterAll(() => server.close())

const read = async () =>
  (await server.app.inject({ url: '/api/v1/period-lock', headers: finance.headers })).json<Lock>()
const move = (soft: string | null, hard: string | null, reason?: string, match = '*', by = finance) =>
  server.app.inject({
    method: 'PUT',
    url: '/api/v1/period-lock',
    headers: { ...by.headers, 'if-match': match },
    payload: { softLockedThrough: soft, hardLockedThrough: hard, ...(reason !== undefined && { reason }) },
  })
const register = (workDate: string, given: object = {}, by = agent) =>
  server.app.inject({
    method: 'POST',
    url: '/api/v1/time-entries',
    headers: by.headers,
    payload: { activityTypeId: INTERNAL_ACTIVITY_ID, workDate, minutes: 10, ...given },
  })
const query = async <Row>(text: string, ...values: unknown[]) =>
  (await server.database.pool.query<Row & Record<string, unknown>>(text, values)).rows

test('who may override the soft lock books behind it; the others book late, on the first open day', async () => {
  await move('2026-02-28', null)

  const late = (await register('2026-02-27')).json<Entry>()
  const allowed = (await register('2026-02-27', {}, finance)).json<Entry>()
  const open = (await register('2026-03-01')).json<Entry>()

  expect(late).toMatchObject({ workDate: '2026-02-27', bookedOn: '2026-03-01', isLate: true })
  expect(allowed).toMatchObject({ workDate: '2026-02-27', bookedOn: '2026-02-27', isLate: false })
  expect(open).toMatchObject({ bookedOn: '2026-03-01', isLate: false })
})

test('nobody books behind the hard lock, and what is booked there stays as it is', async () => {
  const { id } = (await register('2026-02-20')).json<Entry>()
  await move('2026-02-28', '2026-02-28')
  const entry = (method: 'PATCH' | 'DELETE', by: SignedIn, payload?: object) =>
    server.app.inject({ method, url: `/api/v1/time-entries/${id}`, headers: by.headers, ...(payload && { payload }) })

  expect((await register('2026-02-20', {}, finance)).json()).toMatchObject({ bookedOn: '2026-03-01', isLate: true })
  const answers = [
    await entry('PATCH', agent, { minutes: 20 }),
    await entry('PATCH', finance, { minutes: 20 }),
    await entry('DELETE', finance),
  ]
  expect(answers.map((answer) => answer.json<{ code: string }>().code)).toEqual(Array(3).fill('period_locked'))
  await expect(query('UPDATE time_entry SET minutes = 20 WHERE id = $1', id)).rejects.toThrow(
    /closed through 2026-02-28/u,
  )
  await expect(query('DELETE FROM time_entry WHERE id = $1', id)).rejects.toThrow(/closed through 2026-02-28/u)
  await expect(query("UPDATE time_entry SET booked_on = '2026-02-20' WHERE work_date = '2026-02-20'")).rejects.toThrow(
    /closed through/u,
  )
})

test.for([
  ['2026-03-03', null, '/body/softLockedThrough'],
  ['2026-01-31', '2026-02-28', '/body/hardLockedThrough'],
  [null, '2026-02-28', '/body/hardLockedThrough'],
] as const)('locks through %s and %s are refused', async ([soft, hard, pointer]) => {
  const before = await read()

  expect((await move(soft, hard)).json()).toMatchObject({ code: 'lock_refused', errors: [{ pointer }] })
  expect(await read()).toEqual(before)
})

test('a lock moves back for a reason only, and history tells both days of every move', async () => {
  const { history: earlier } = await read()
  await move('2026-01-31', '2025-12-31')
  await move('2026-02-28', '2026-01-31')

  expect((await move('2026-02-28', '2025-12-31')).json()).toMatchObject({
    code: 'lock_refused',
    errors: [{ pointer: '/body/reason' }],
  })
  await move('2026-02-28', '2025-12-31', 'An invoice of January was missing.')
  await move('2026-02-28', '2025-12-31')

  const { history } = await read()
  expect(history.slice(0, history.length - earlier.length)).toMatchObject([
    {
      byName: finance.name,
      softLockedThrough: '2026-02-28',
      hardLockedThrough: '2025-12-31',
      reason: 'An invoice of January was missing.',
    },
    { softLockedThrough: '2026-02-28', hardLockedThrough: '2026-01-31', reason: '' },
    { softLockedThrough: '2026-01-31', hardLockedThrough: '2025-12-31', reason: '' },
  ])
  const events = await query<{ type: string }>(
    "SELECT type FROM event WHERE type LIKE 'period.%' ORDER BY sequence DESC LIMIT 3",
  )
  expect(events.map(({ type }) => type)).toEqual(['period.reopened', 'period.locked', 'period.locked'])
})

test('a lock is moved by its version, and by those who may', async () => {
  const lead = await buildEmployee(server, { role: 'lead' })
  const stale = `"v${String((await read()).version)}"`
  expect((await move('2026-01-31', null, undefined, stale)).statusCode).toBe(200)

  expect((await move('2026-02-28', null, undefined, stale)).json()).toMatchObject({ code: 'stale_version' })
  expect((await move('2026-02-28', null, undefined, '*', lead)).json()).toMatchObject({
    missingPermission: 'period:lock',
  })
  expect(await read()).toMatchObject({ softLockedThrough: '2026-01-31' })
})

test('what is still open before the lock is counted', async () => {
  const colleague = await buildEmployee(server)
  const { id: caseId } = await buildCase(server)
  const work = { caseId, activityTypeId: SUPPORT_ACTIVITY_ID }
  await query('UPDATE company SET approves_time = true')
  await register('2026-01-13', work)
  await register('2026-01-14')
  await register('2026-01-20', work, colleague)
  const counts = async () => {
    const { openWeeks, heldEntries } = await read()
    return { openWeeks, heldEntries }
  }
  expect(await counts()).toEqual({ openWeeks: 0, heldEntries: 0 })

  await move('2026-01-17', null)
  expect(await counts()).toEqual({ openWeeks: 1, heldEntries: 1 })
  await move('2026-01-31', null)
  expect(await counts()).toEqual({ openWeeks: 2, heldEntries: 2 })

  await query('UPDATE company SET approves_time = false')
  expect(await counts()).toMatchObject({ openWeeks: 0 })
})

test.for([
  ['soft', null],
  ['hard', '2026-03-01'],
] as const)(
  `of ${String(REGISTRATIONS)} registrations and a %s lock at once, nothing gets behind the lock afterwards`,
  async ([, hard]) => {
    const day = '2026-03-01'
    const { id: caseId } = await buildCase(server)
    const agents = await Promise.all(Array.from({ length: 4 }, () => buildEmployee(server)))
    const work = { caseId, activityTypeId: SUPPORT_ACTIVITY_ID }
    const booked = async (condition: string) =>
      (
        await query(
          'SELECT id FROM time_entry WHERE case_id = $1 AND booked_on ' + condition + ' $2 ORDER BY id',
          caseId,
          day,
        )
      ).map(({ id }) => id)
    let behind: unknown[] = []

    const [lock, ...answers] = await Promise.all([
      register(day, work)
        .then(() => move(day, hard))
        .then(async (answer) => {
          behind = await booked('<=')
          return answer
        }),
      ...Array.from({ length: REGISTRATIONS - 1 }, (_, index) => register(day, work, agents[index % agents.length])),
    ])

    expect(lock.statusCode, lock.body).toBe(200)
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(REGISTRATIONS - 1).fill(201))
    expect(await booked('<=')).toEqual(behind)
    const late = await query(
      'SELECT id FROM time_entry WHERE case_id = $1 AND is_late AND booked_on > $2 ORDER BY id',
      caseId,
      day,
    )
    expect(late.map(({ id }) => id)).toEqual(await booked('>'))
    expect(behind.length + late.length).toBe(REGISTRATIONS)
  },
)
