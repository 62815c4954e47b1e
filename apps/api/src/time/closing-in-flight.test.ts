import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildCase } from '../../test/build-case.ts'
import { buildPrepaid, buildVoucher } from '../../test/build-cover.ts'
import { buildCustomer, buildEmployee, SUPPORT_ACTIVITY_ID, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'

const DAY = '2026-03-02'

let server: Awaited<ReturnType<typeof startServer>>
let finance: SignedIn
let agent: SignedIn
let caseId: string
let poolId: string

beforeAll(async () => {
  server = await startServer()
  finance = await buildEmployee(server, { role: 'finance' })
})
beforeEach(async () => {
  agent = await buildEmployee(server)
  const { id: customerId } = await buildCustomer(server)
  const { id: agreementId } = await buildPrepaid(server, { customerId })
  poolId = (await buildVoucher(server, { customerId, agreementId })).id
  caseId = (await buildCase(server, { customerId })).id
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

const put = (by: SignedIn, path: string, payload?: object) =>
  server.app.inject({
    method: 'PUT',
    url: `/api/v1${path}`,
    headers: { ...by.headers, 'if-match': '*' },
    ...(payload && { payload }),
  })
const register = () =>
  server.app.inject({
    method: 'POST',
    url: '/api/v1/time-entries',
    headers: agent.headers,
    payload: { caseId, activityTypeId: SUPPORT_ACTIVITY_ID, workDate: DAY, minutes: 30 },
  })
const waiting = async () =>
  (
    await server.database.pool.query(
      'SELECT DISTINCT l.pid FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE NOT l.granted AND a.datname = current_database()',
    )
  ).rowCount

/** Stops a registration at the voucher that it wants to draw from, closes meanwhile, and lets both go on. */
async function closeWhileRegistering<Answer>(close: () => Promise<Answer>) {
  const holder = await server.database.pool.connect()
  await holder.query('BEGIN')
  await holder.query('SELECT 1 FROM cover_pool WHERE id = $1 FOR UPDATE', [poolId])
  const registration = register()
  await expect.poll(waiting).toBe(1)
  const closing = close()
  await expect.poll(waiting).toBe(2)
  await holder.query('COMMIT')
  holder.release()
  return Promise.all([registration, closing])
}

test('a submission waits for time that is being registered, and takes it along', async () => {
  const [registered, submitted] = await closeWhileRegistering(() =>
    put(agent, `/employees/${agent.id}/weeks/${DAY}/submission`),
  )

  expect(registered.statusCode, registered.body).toBe(201)
  expect(submitted.json()).toMatchObject({ state: 'submitted', minutes: 30, entries: [{ state: 'submitted' }] })
  expect((await register()).json()).toMatchObject({ code: 'week_closed' })
})

test.for([
  ['soft', null],
  ['hard', DAY],
] as const)('a %s lock waits for time that is being registered: it is booked before', async ([, hard]) => {
  const [registered, locked] = await closeWhileRegistering(() =>
    put(finance, '/period-lock', { softLockedThrough: DAY, hardLockedThrough: hard, reason: 'Month end.' }),
  )

  expect(registered.json()).toMatchObject({ bookedOn: DAY, isLate: false })
  expect(locked.json()).toMatchObject({ softLockedThrough: DAY, hardLockedThrough: hard })
  expect((await register()).json()).toMatchObject({ workDate: DAY, bookedOn: '2026-03-03', isLate: true })
  await put(finance, '/period-lock', { softLockedThrough: null, hardLockedThrough: null, reason: 'Too early.' })
})

test('a cost rate waits for time that is being registered, and costs it too', async () => {
  const manager = await buildEmployee(server, { role: 'manager' })

  const [registered, set] = await closeWhileRegistering(() =>
    put(manager, `/employees/${agent.id}/cost-rates/2026-01-01`, {
      ratePerHour: { amount: '420.00', currency: 'DKK' },
    }),
  )

  expect(set.statusCode, set.body).toBe(200)
  const { id } = registered.json<{ id: string }>()
  const entry = await server.app.inject({ url: `/api/v1/time-entries/${id}`, headers: manager.headers })
  expect(entry.json()).toMatchObject({ cost: { amount: '210.00', currency: 'DKK' } })
})
