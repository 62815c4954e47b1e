import { afterAll, beforeAll, expect, test } from 'vitest'
import { statusId } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { openWorkflowDesk, simpleDefinition } from '../../../test/workflow-desk.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openWorkflowDesk>>

beforeAll(async () => {
  server = await startServer()
  desk = await openWorkflowDesk(server)
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

function withoutWaiting() {
  const { statusIds, transitions, ...rules } = simpleDefinition()
  const isKept = (id: string) => id !== statusId.waiting_customer
  return {
    ...rules,
    statusIds: statusIds.filter(isKept),
    transitions: transitions.filter(({ fromId, toId }) => isKept(fromId) && isKept(toId)),
  }
}

const moves = [{ fromId: statusId.waiting_customer, toId: statusId.open }]

/** Resolves once somebody else waits for a lock. */
async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const { rows } = await server.database.pool.query(
      `SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database WHERE NOT l.granted AND d.datname = current_database()`,
    )
    if (rows.length > 0) return
  }
}

test('a workflow waits for a move in flight, and takes the case along that the move left in a status that goes', async () => {
  const { id, flow } = await desk.buildCase(simpleDefinition())
  await desk.move(id, 'open')
  const hand = await server.database.pool.connect()
  await hand.query('BEGIN')
  await hand.query(`SELECT pg_advisory_xact_lock_shared(hashtext('workflows'))`)
  const saving = desk.save(flow, withoutWaiting(), { moves })
  await untilSomebodyWaits()
  await hand.query(`UPDATE support_case SET status_id = $2, category = 'waiting_customer' WHERE id = $1`, [
    id,
    statusId.waiting_customer,
  ])
  await hand.query('COMMIT')
  hand.release()

  expect((await saving).statusCode).toBe(200)
  expect(await desk.read(id)).toMatchObject({ status: { category: 'open' } })
})

test('a move waits for a workflow that is being saved, and goes by what it says', async () => {
  const { id, flow } = await desk.buildCase(simpleDefinition())
  await desk.move(id, 'open')
  const hand = await server.database.pool.connect()
  await hand.query('BEGIN')
  await hand.query(`SELECT pg_advisory_xact_lock(hashtext('workflows'))`)
  const moving = desk.move(id, 'waiting_customer')
  await untilSomebodyWaits()
  await hand.query(`UPDATE workflow SET version = 2 WHERE id = $1`, [flow.id])
  await hand.query(
    `INSERT INTO workflow_version (workflow_id, number, name, definition, saved_at, saved_by_name) VALUES ($1, 2, $2, $3, now(), 'By hand')`,
    [flow.id, flow.name, JSON.stringify(withoutWaiting())],
  )
  await hand.query('COMMIT')
  hand.release()

  expect((await moving).json()).toMatchObject({ code: 'status_move_refused' })
})

test('whatever moves while versions are saved, every case ends up inside its workflow', async () => {
  const { workflow, typeId } = await desk.buildFlow(simpleDefinition())
  const cases = await Promise.all(
    Array.from({ length: 6 }, async () => (await desk.buildCase(simpleDefinition(), { typeId })).id),
  )
  await Promise.all(cases.map((id) => desk.move(id, 'open')))
  const answers = await Promise.all([
    ...cases.map((id) => desk.move(id, 'waiting_customer')),
    desk.save(workflow, withoutWaiting(), { moves }),
    ...cases.map((id) => desk.move(id, 'waiting_customer')),
    desk.save(workflow, simpleDefinition()),
    ...cases.map((id) => desk.move(id, 'solved')),
    desk.save(workflow, withoutWaiting(), { moves }),
    ...cases.map((id) => desk.move(id, 'open')),
  ])
  expect(answers.every(({ statusCode }) => [200, 409].includes(statusCode))).toBe(true)
  const ended = await Promise.all(cases.map((id) => desk.read(id)))
  expect(ended.map(({ status }) => status.category)).not.toContain('waiting_customer')
})
