import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { HIGH_PRIORITY_ID, openBulkDesk } from '../../test/bulk-desk.ts'
import { buildEmployee } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'
import type { WrittenEvent } from '../platform/context.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openBulkDesk>>
const heard: WrittenEvent[] = []
const toHigh = { kind: 'priority', priorityId: HIGH_PRIORITY_ID }

beforeAll(async () => {
  server = await startServer({
    signals: { publish: (written) => void heard.push(...written), subscribe: () => () => undefined },
  })
  desk = await openBulkDesk(server)
})
afterEach(async () => {
  expect(await integrityViolations(server)).toEqual([])
})
afterAll(() => server.close())

/** How often each case was changed by an action, as its log tells. */
async function timesTold(ids: readonly string[], type: 'bulk.applied' | 'bulk.undone'): Promise<number[]> {
  const logs = await Promise.all(ids.map((id) => desk.eventsOf(id)))
  return logs.map((log) => log.filter((event) => event.type === type).length)
}

const once = (ids: readonly string[]) => ids.map(() => 1)

/** A worker that is gone after so many cases. */
const diesAfter = (count: number) => {
  let dealtWith = 0
  return {
    onProgress: () => {
      dealtWith += 1
      if (dealtWith === count) throw new Error('The process is gone')
    },
  }
}

test('a worker that is killed leaves the rest to the next one, and no case is changed twice', async () => {
  const ids = await desk.openCases(6)
  const { id } = await desk.plan(ids, toHigh)
  await desk.commit(id)

  await expect(desk.work(id, diesAfter(2))).rejects.toThrow('The process is gone')
  const between = await desk.read(id)
  await desk.work(id)

  expect(between).toMatchObject({
    ...{ state: 'running', done: 2, can: { commit: true } },
    failure: expect.any(String) as unknown,
  })
  expect(await desk.read(id)).toMatchObject({ state: 'done', done: 6, failure: null, result: { changed: 6 } })
  expect(await timesTold(ids, 'bulk.applied')).toEqual(once(ids))
})

test('four workers at once change each case once, and undo it once', async () => {
  const ids = await desk.openCases(8)
  const { id } = await desk.plan(ids, toHigh)
  await desk.commit(id)
  const together = () => Promise.all(Array.from({ length: 4 }, () => desk.work(id)))

  await together()
  const done = await desk.read(id)
  await desk.succeed('PUT', `/bulk-actions/${id}/undo`)
  await together()

  expect(done).toMatchObject({ state: 'done', result: { changed: 8 } })
  expect(await desk.read(id)).toMatchObject({ state: 'undone', undo: { undone: 8, kept: 0 } })
  expect(await timesTold(ids, 'bulk.applied')).toEqual(once(ids))
  expect(await timesTold(ids, 'bulk.undone')).toEqual(once(ids))
})

test('undoing that is broken off goes on', async () => {
  const ids = await desk.openCases(4)
  const { id } = await desk.plan(ids, toHigh)
  await desk.carryOut(id)
  await desk.succeed('PUT', `/bulk-actions/${id}/undo`)

  await expect(desk.work(id, diesAfter(1))).rejects.toThrow('The process is gone')
  const between = await desk.read(id)
  // It was asked for in time; that it takes longer is nobody's fault.
  server.clock.now = new Date(server.clock.now.getTime() + 60_000)
  await desk.takeBack(id)

  expect(between).toMatchObject({ state: 'undoing', undo: { undone: 1 }, can: { undo: true } })
  expect(await desk.read(id)).toMatchObject({ state: 'undone', undo: { undone: 4, kept: 0 } })
  expect(await timesTold(ids, 'bulk.undone')).toEqual(once(ids))
})

test('workers that judge the same plan at once judge each case once', async () => {
  const ids = await desk.openCases(50)
  const { id } = await desk.plan(ids, toHigh)

  await Promise.all([desk.work(id), desk.work(id), desk.work(id)])

  expect(await desk.read(id)).toMatchObject({ state: 'planned', done: 50, plan: { changed: 50, refused: 0 } })
})

test('committing again, and undoing again, does nothing more', async () => {
  const ids = await desk.openCases(2)
  const { id } = await desk.plan(ids, toHigh)
  await desk.carryOut(id)
  const again = await desk.carryOut(id)
  await desk.takeBack(id)
  const undoneAgain = await desk.takeBack(id)
  const committedLate = await desk.carryOut(id)

  expect(again).toMatchObject({ state: 'done', result: { changed: 2 } })
  expect(undoneAgain).toMatchObject({ state: 'undone', undo: { undone: 2 } })
  expect(committedLate).toMatchObject({ state: 'undone', can: { commit: false, undo: false } })
  expect(await timesTold(ids, 'bulk.applied')).toEqual(once(ids))
})

test('a fault on one case keeps no other waiting, and leaves nothing half done', async () => {
  const ids = await desk.openCases(3)
  const { id } = await desk.plan(ids, toHigh, { kind: 'tags', add: ['urgent'], remove: [] })
  await desk.commit(id)
  let made = 0

  // The second id within a case, so that its first change is written by then.
  await desk.work(id, {
    newId: () => {
      made += 1
      if (made === 6) throw new Error('There are no more ids')
      return server.deps.newId()
    },
  })

  const verdicts = (await desk.casesOf(id)).map(({ result }) => result?.verdict)
  expect(verdicts.toSorted()).toEqual(['changed', 'changed', 'refused'])
  const broken = (await desk.casesOf(id)).find(({ result }) => result?.verdict === 'refused')
  expect(broken?.result?.refusal).toMatchObject({ code: 'fault' })
  const left = await desk.readCase(broken?.case.id ?? '')
  expect(left).toMatchObject({ tags: [] })
  expect(left.priority.id).not.toBe(HIGH_PRIORITY_ID)
})

test('it is carried out with the rights of that moment', async () => {
  const ids = await desk.openCases(2)
  const lead = await buildEmployee(server, { role: 'lead' })
  const planned = await desk.as(lead)('POST', '/bulk-actions', { selection: { caseIds: ids }, changes: [toHigh] })
  const { id } = planned.json<{ id: string }>()
  await desk.as(lead)('PUT', `/bulk-actions/${id}/commit`)
  await server.database.pool.query("UPDATE employee SET role = 'finance' WHERE id = $1", [lead.id])

  await desk.work(id)

  const done = await desk.as(lead)('GET', `/bulk-actions/${id}`)
  expect(done.json()).toMatchObject({
    ...{ state: 'done', otherwise: 2, undoUntil: null },
    result: { changed: 0, refused: 2, groups: [{ code: 'permission_denied', cases: 2 }] },
  })
})

test('an account that is closed changes nothing any more', async () => {
  const ids = await desk.openCases(2)
  const lead = await buildEmployee(server, { role: 'lead' })
  const planned = await desk.as(lead)('POST', '/bulk-actions', { selection: { caseIds: ids }, changes: [toHigh] })
  const { id } = planned.json<{ id: string }>()
  await desk.as(lead)('PUT', `/bulk-actions/${id}/commit`)
  await server.database.pool.query('UPDATE employee SET is_active = false WHERE id = $1', [lead.id])

  await desk.work(id)

  const { rows } = await server.database.pool.query(
    "SELECT state, refusal ->> 'code' AS code FROM bulk_action_case WHERE bulk_id = $1",
    [id],
  )
  expect(rows).toEqual(ids.map(() => ({ state: 'refused', code: 'permission_denied' })))
})

test('whoever planned it hears of each step', async () => {
  const { id } = await desk.plan(await desk.openCases(3), toHigh)
  await desk.commit(id)
  heard.splice(0)

  await desk.work(id)

  const own = heard.filter(({ type }) => type === 'bulk.moved').map(({ passing }) => passing)
  expect(own.length).toBeGreaterThan(1)
  expect(own).toEqual(own.map(() => ({ employeeId: desk.agent.id, aboutId: id })))
})
