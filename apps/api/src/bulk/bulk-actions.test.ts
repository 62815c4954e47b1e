import type { BulkAction } from '@timedesk/contracts/bulk-actions'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { HIGH_PRIORITY_ID, openBulkDesk } from '../../test/bulk-desk.ts'
import { buildEmployee, statusId } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'
import { writeMacro } from '../../test/texts-desk.ts'
import { newId } from '../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openBulkDesk>>
const queued: object[] = []
const toHigh = { kind: 'priority', priorityId: HIGH_PRIORITY_ID }
const toClosed = { kind: 'status', statusId: statusId.closed }

beforeAll(async () => {
  server = await startServer({
    jobs: {
      enqueue: (name, payload) => {
        queued.push({ name, ...payload })
        return Promise.resolve()
      },
    },
  })
  desk = await openBulkDesk(server)
})
afterEach(async () => {
  expect(await integrityViolations(server)).toEqual([])
})
afterAll(() => server.close())

test('a plan tells what would change and what would be refused and why, and changes nothing', async () => {
  const [open = '', high = '', closed = ''] = await desk.openCases(3)
  await desk.succeed('PUT', `/cases/${open}/status`, { statusId: statusId.open })
  await desk.as(desk.agent)('PATCH', `/cases/${high}`, { priorityId: HIGH_PRIORITY_ID })
  for (const status of [statusId.solved, statusId.closed])
    await desk.succeed('PUT', `/cases/${closed}/status`, { statusId: status })
  const before = await Promise.all([open, high, closed].map(desk.readCase))

  const plan = await desk.plan([open, high, closed], toHigh)
  const moves = await desk.plan([open, high, closed], { kind: 'status', statusId: statusId.waiting_customer })

  expect(plan).toMatchObject({
    ...{ state: 'planned', cases: 3, done: 3, result: null, undo: null, isUndoable: true, undoUntil: null },
    plan: { changed: 2, unchanged: 1, refused: 0, groups: [] },
    names: [{ id: HIGH_PRIORITY_ID, name: 'High' }],
    can: { commit: true, undo: false },
  })
  expect(moves.plan.groups.map(({ code }) => code)).toEqual(['status_move_refused'])
  expect(moves.plan.groups[0]?.examples.map((example) => example.case.id)).toContain(closed)
  expect(await Promise.all([open, high, closed].map(desk.readCase))).toEqual(before)
})

test('a commit changes what was planned, case by case, and each log tells of it', async () => {
  const ids = await desk.openCases(3)
  const { id } = await desk.plan(ids, toHigh, { kind: 'tags', add: ['printer'], remove: [] })

  const committed = await desk.commit(id)
  await desk.work(id)
  const done = await desk.read(id)

  expect(committed).toMatchObject({ state: 'running', done: 0, can: { commit: false, undo: false } })
  expect(queued.at(-1)).toEqual({ name: 'bulk-action', bulkId: id })
  expect(done).toMatchObject({
    ...{ state: 'done', done: 3, otherwise: 0, failure: null, can: { undo: true } },
    result: { changed: 3, unchanged: 0, refused: 0, groups: [] },
    undoUntil: new Date(server.clock.now.getTime() + 30_000).toISOString(),
  })
  for (const caseId of ids) {
    expect(await desk.readCase(caseId)).toMatchObject({ priority: { name: 'High' }, tags: ['printer'] })
    expect((await desk.eventsOf(caseId)).slice(-3)).toMatchObject([
      { type: 'case.changed' },
      { type: 'case.changed' },
      { type: 'bulk.applied', bulkId: id, cases: 3 },
    ])
  }
})

test('a case that changed after the plan is judged anew, and told of when it comes otherwise', async () => {
  const [kept = '', moved = ''] = await desk.openCases(2)
  for (const caseId of [kept, moved])
    await desk.succeed('PUT', `/cases/${caseId}/status`, { statusId: statusId.solved })
  const { id } = await desk.plan([kept, moved], toClosed)
  await desk.succeed('PUT', `/cases/${moved}/status`, { statusId: statusId.open })

  const done = await desk.carryOut(id)

  expect(done).toMatchObject({
    ...{ plan: { changed: 2, refused: 0 }, otherwise: 1 },
    result: { changed: 1, refused: 1, groups: [{ code: 'status_move_refused', cases: 1 }] },
  })
  expect(await desk.casesOf(id)).toMatchObject([
    { case: { id: kept }, isOtherwise: false, result: { verdict: 'changed', refusal: null } },
    {
      case: { id: moved },
      isOtherwise: true,
      result: { verdict: 'refused', refusal: { code: 'status_move_refused' } },
    },
  ])
  expect(await desk.casesOf(id, '&verdict=refused&code=status_move_refused')).toHaveLength(1)
  expect(await desk.readCase(moved)).toMatchObject({ status: { category: 'open' } })
})

test('many cases are judged by the job, and cannot be committed before', async () => {
  const ids = await desk.openCases(30)
  const planning = await desk.plan(ids, toHigh)
  const early = await desk.as(desk.agent)('PUT', `/bulk-actions/${planning.id}/commit`)

  await desk.work(planning.id)

  expect(planning).toMatchObject({ state: 'planning', done: 25, can: { commit: false } })
  expect(early.json()).toMatchObject({ code: 'bulk_state_refused' })
  expect(await desk.read(planning.id)).toMatchObject({ state: 'planned', done: 30, plan: { changed: 30 } })
})

test('cases that match a query are chosen as they are then', async () => {
  const tag = `tag-${newId().slice(-8)}`
  const ids = await desk.openCases(3, { tags: [tag] })
  await desk.openCases(1)
  const asked = { selection: { query: { tag, isActive: true } }, changes: [toHigh] }

  const plan = await desk.succeed<BulkAction>('POST', '/bulk-actions', asked)
  await desk.openCases(1, { tags: [tag] })
  await desk.carryOut(plan.id)

  const chosen = (await desk.casesOf(plan.id)).map((row) => row.case.id)
  expect(chosen.toSorted()).toEqual(ids.toSorted())
})

test.for([
  ['no case', { selection: { caseIds: [] }, changes: [toHigh] }, 400, 'invalid_request'],
  ['no filter', { selection: { query: {} }, changes: [toHigh] }, 400, 'invalid_request'],
  ['no match', { selection: { query: { tag: 'nobody has it' } }, changes: [toHigh] }, 422, 'selection_refused'],
  ['an unknown case', { selection: { caseIds: [newId()] }, changes: [toHigh] }, 409, 'reference_refused'],
  ['no change', { selection: { query: { isActive: true } }, changes: [] }, 400, 'invalid_request'],
  ['a change twice', { selection: { query: { isActive: true } }, changes: [toHigh, toHigh] }, 409, 'rule_refused'],
] as const)('%s is no bulk action', async ([, body, status, code]) => {
  const answer = await desk.as(desk.agent)('POST', '/bulk-actions', body)
  expect(answer.statusCode, answer.body).toBe(status)
  expect(answer.json()).toMatchObject({ code })
})

test('a plan belongs to its maker, and nobody else sees or carries it out', async () => {
  const { id } = await desk.plan(await desk.openCases(1), toHigh)
  const other = await buildEmployee(server, { role: 'administrator' })

  const answers = await Promise.all([
    desk.as(other)('GET', `/bulk-actions/${id}`),
    desk.as(other)('GET', `/bulk-actions/${id}/cases`),
    desk.as(other)('PUT', `/bulk-actions/${id}/commit`),
    desk.as(other)('PUT', `/bulk-actions/${id}/undo`),
  ])
  const list = await desk.as(other)('GET', '/bulk-actions')

  expect(answers.map((answer) => answer.json<{ code: string }>().code)).toEqual(Array(4).fill('not_found'))
  expect(list.json()).toMatchObject({ data: [] })
  const own = await desk.succeed<{ data: BulkAction[] }>('GET', '/bulk-actions?limit=1&count=exact')
  expect(own.data.map((one) => one.id)).toEqual([id])
})

test('a macro that says something cannot be undone, and the plan says so', async () => {
  const administrator = await buildEmployee(server, { role: 'administrator' })
  const texts = { en: 'We look into it.', da: '' }
  const changes = [toHigh]
  const says = await writeMacro(server, administrator, { message: { kind: 'note', texts }, changes })
  const quiet = await writeMacro(server, administrator, { changes })
  const ids = await desk.openCases(1)

  const plan = await desk.plan(ids, { kind: 'macro', macroId: says.id })
  const done = await desk.carryOut(plan.id)
  const undone = await desk.as(desk.agent)('PUT', `/bulk-actions/${plan.id}/undo`)

  expect(plan).toMatchObject({ isUndoable: false, plan: { changed: 1 }, names: [{ name: says.name }] })
  expect(done).toMatchObject({ state: 'done', undoUntil: null, can: { undo: false } })
  expect(undone.json()).toMatchObject({ code: 'bulk_state_refused' })
  expect((await desk.eventsOf(ids[0] ?? '')).map(({ type }) => type)).toContain('note.written')
  expect(await desk.plan(ids, { kind: 'macro', macroId: quiet.id })).toMatchObject({ isUndoable: true })
})
