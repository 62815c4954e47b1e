import type { BulkAction } from '@timedesk/contracts/bulk-actions'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { HIGH_PRIORITY_ID, openBulkDesk } from '../../test/bulk-desk.ts'
import { buildEmployee, statusId, SUPPORT_DEPARTMENT_ID } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'
import { buildChecklistTemplate, buildTextField } from '../../test/texts-desk.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openBulkDesk>>
const toHigh = { kind: 'priority', priorityId: HIGH_PRIORITY_ID }
const toSolved = { kind: 'status', statusId: statusId.solved }
const HOUR_MS = 3_600_000

beforeAll(async () => {
  server = await startServer()
  desk = await openBulkDesk(server)
})
afterEach(async () => {
  expect(await integrityViolations(server)).toEqual([])
})
afterAll(() => server.close())

/** All of a case that is not a matter of time. */
async function lastingOf(caseId: string): Promise<object> {
  const { rows } = await server.database.pool.query<object>(
    `SELECT status_id, priority_id, type_id, department_id, responsible_id, tags, fields, estimate_minutes, resolution,
        solved_at, closed_at, reopened_count,
        (SELECT count(*)::int FROM case_checklist_item i WHERE i.case_id = c.id) AS steps,
        (SELECT count(*)::int FROM case_snooze z WHERE z.case_id = c.id) AS snoozes,
        (SELECT count(*)::int FROM case_follower f WHERE f.case_id = c.id) AS followers
      FROM support_case c WHERE id = $1`,
    [caseId],
  )
  return rows[0] ?? {}
}

test('everything that was changed is put back', async () => {
  const administrator = await buildEmployee(server, { role: 'administrator' })
  const field = await buildTextField(server, administrator, 'Serial number')
  const checklist = await buildChecklistTemplate(server, administrator, 'Call the customer')
  const ids = await desk.openCases(2, { tags: ['printer'] })
  const before = await Promise.all(ids.map(lastingOf))
  const until = new Date(server.clock.now.getTime() + HOUR_MS).toISOString()

  const plan = await desk.plan(
    ids,
    toHigh,
    { kind: 'tags', add: ['urgent'], remove: ['printer'] },
    { kind: 'assignment', departmentId: SUPPORT_DEPARTMENT_ID, responsibleId: administrator.id },
    { kind: 'field', fieldId: field.id, value: 'A-77' },
    { kind: 'checklist', templateId: checklist.id },
    { kind: 'estimate', minutes: 90 },
    { kind: 'snooze', until },
    { kind: 'follow', isFollowed: true },
    { kind: 'read', isRead: true },
  )
  const done = await desk.carryOut(plan.id)
  const between = await Promise.all(ids.map(lastingOf))
  const undone = await desk.takeBack(plan.id)

  expect(done).toMatchObject({ result: { changed: 2, refused: 0, groups: [] }, can: { undo: true } })
  expect(between).toMatchObject(
    ids.map(() => ({ tags: ['urgent'], estimate_minutes: 90, steps: 1, snoozes: 1, followers: 1 })),
  )
  expect(undone).toMatchObject({ state: 'undone', undo: { undone: 2, kept: 0, groups: [] }, can: { undo: false } })
  expect(await Promise.all(ids.map(lastingOf))).toEqual(before)
  expect((await desk.eventsOf(ids[0] ?? '')).at(-1)).toMatchObject({ type: 'bulk.undone', bulkId: plan.id, cases: 2 })
})

test('a status is put back with the moments of then, by no move that anybody chose', async () => {
  const [caseId = ''] = await desk.openCases(1)
  const before = await lastingOf(caseId)
  const { id } = await desk.plan([caseId], toSolved)
  await desk.carryOut(id)

  await desk.takeBack(id)

  expect(await lastingOf(caseId)).toEqual(before)
  const moves = (await desk.eventsOf(caseId)).filter(({ type }) => type === 'case.status_changed')
  expect(moves.map(({ to, cause }) => [to, cause])).toEqual([
    ['Solved', undefined],
    ['New', 'undo'],
  ])
})

test('what somebody changed meanwhile stays, and the rest is put back', async () => {
  const [kept = '', free = ''] = await desk.openCases(2)
  const { id } = await desk.plan([kept, free], toHigh, { kind: 'estimate', minutes: 60 })
  await desk.carryOut(id)
  await desk.as(desk.agent)('PATCH', `/cases/${kept}`, { estimateMinutes: 15 })

  const undone = await desk.takeBack(id)

  expect(undone.undo).toMatchObject({ undone: 1, kept: 1, groups: [{ code: 'changed_since', cases: 1 }] })
  expect((await desk.casesOf(id)).map(({ undo }) => undo)).toMatchObject([
    { isUndone: false, kept: [{ thing: 'estimate', code: 'changed_since' }] },
    { isUndone: true, kept: [] },
  ])
  expect(await lastingOf(kept)).toMatchObject({ estimate_minutes: 15 })
  expect(await lastingOf(kept)).not.toMatchObject({ priority_id: HIGH_PRIORITY_ID })
  expect(await lastingOf(free)).toMatchObject({ estimate_minutes: null })
})

test('what was refused, or was like that already, is none to be undone', async () => {
  const [open = '', high = ''] = await desk.openCases(2)
  await desk.as(desk.agent)('PATCH', `/cases/${high}`, { priorityId: HIGH_PRIORITY_ID })
  const { id } = await desk.plan([open, high], toHigh)
  await desk.carryOut(id)

  const undone = await desk.takeBack(id)

  expect(undone.undo).toMatchObject({ undone: 1, kept: 0 })
  expect((await desk.casesOf(id)).map(({ undo }) => undo)).toEqual([{ isUndone: true, kept: [] }, null])
  expect(await lastingOf(high)).toMatchObject({ priority_id: HIGH_PRIORITY_ID })
})

test('after 30 seconds it is too late', async () => {
  const ids = await desk.openCases(1)
  const inTime = await desk.plan(ids, toHigh)
  await desk.carryOut(inTime.id)
  server.clock.now = new Date(server.clock.now.getTime() + 30_000)
  expect((await desk.as(desk.agent)('PUT', `/bulk-actions/${inTime.id}/undo`)).statusCode).toBe(202)
  await desk.work(inTime.id)

  const late = await desk.plan(ids, toHigh)
  await desk.carryOut(late.id)
  server.clock.now = new Date(server.clock.now.getTime() + 30_001)
  const answer = await desk.as(desk.agent)('PUT', `/bulk-actions/${late.id}/undo`)

  expect(answer.json()).toMatchObject({ status: 409, code: 'undo_expired' })
  expect(await desk.read(late.id)).toMatchObject({ state: 'done', can: { undo: false } })
})

test.for([
  ['a plan', async () => desk.plan(await desk.openCases(1), toHigh)],
  [
    'what is under way',
    async () => {
      const plan = await desk.plan(await desk.openCases(1), toHigh)
      return desk.commit(plan.id)
    },
  ],
  [
    'what changed nothing',
    async () => {
      const plan = await desk.plan(await desk.openCases(1), { kind: 'estimate', minutes: null })
      return desk.carryOut(plan.id)
    },
  ],
] as const satisfies [string, () => Promise<BulkAction>][])('%s cannot be undone', async ([, make]) => {
  const { id } = await make()
  const answer = await desk.as(desk.agent)('PUT', `/bulk-actions/${id}/undo`)
  expect(answer.json()).toMatchObject({ status: 409, code: 'bulk_state_refused' })
})
