import type { CaseAttention } from '@timedesk/contracts/case-attention'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { HIGH_PRIORITY_ID, openBulkDesk } from '../../test/bulk-desk.ts'
import { buildCustomer, buildEmployee } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openBulkDesk>>
const HOUR_MS = 3_600_000

beforeAll(async () => {
  server = await startServer()
  desk = await openBulkDesk(server)
})
afterEach(async () => {
  expect(await integrityViolations(server)).toEqual([])
})
afterAll(() => server.close())

const attentionOf = (caseId: string) => desk.succeed<CaseAttention>('GET', `/cases/${caseId}/attention`)

test('many are followed and put away for oneself alone', async () => {
  const ids = await desk.openCases(2)
  const until = new Date(server.clock.now.getTime() + HOUR_MS).toISOString()
  const { id } = await desk.plan(ids, { kind: 'follow', isFollowed: true }, { kind: 'snooze', until })

  await desk.carryOut(id)

  for (const caseId of ids) expect(await attentionOf(caseId)).toMatchObject({ isFollowing: true, snoozedUntil: until })
})

test('many are marked unread, and read again when that is undone', async () => {
  const ids = await desk.openCases(2)
  for (const caseId of ids) await desk.as(desk.agent)('PUT', `/cases/${caseId}/read-mark`)
  const marks = async () => Promise.all(ids.map(async (caseId) => (await desk.readCase(caseId)).isUnread))
  const { id } = await desk.plan(ids, { kind: 'read', isRead: false })

  await desk.carryOut(id)
  const between = await marks()
  await desk.takeBack(id)

  expect(between).toEqual([true, true])
  expect(await marks()).toEqual([false, false])
})

test('many are merged into one of them, which stays; another customer’s are refused', async () => {
  const [survivor = '', one = '', two = ''] = await desk.openCases(3)
  const { id: customerId } = await buildCustomer(server)
  const foreign = (await desk.openCase({ customerId })).id
  const plan = await desk.plan([survivor, one, two, foreign], { kind: 'merge', intoId: survivor })

  const done = await desk.carryOut(plan.id)

  expect(plan).toMatchObject({
    ...{ isUndoable: false, plan: { changed: 2, unchanged: 1, refused: 1, groups: [{ code: 'merge_refused' }] } },
    names: [{ id: survivor }],
  })
  expect(done).toMatchObject({ result: { changed: 2, unchanged: 1, refused: 1 }, undoUntil: null, otherwise: 0 })
  for (const caseId of [one, two]) expect((await desk.readCase(caseId)).mergedInto).toMatchObject({ id: survivor })
  expect((await desk.readCase(survivor)).tombstones).toHaveLength(2)
  expect((await desk.readCase(foreign)).mergedInto).toBeNull()
})

test('a case that was merged is told of and left alone', async () => {
  const [survivor = '', gone = ''] = await desk.openCases(2)
  await desk.carryOut((await desk.plan([gone], { kind: 'merge', intoId: survivor })).id)

  const plan = await desk.plan([survivor, gone], { kind: 'priority', priorityId: HIGH_PRIORITY_ID })

  expect(plan.plan).toMatchObject({ changed: 1, refused: 1, groups: [{ code: 'case_merged', cases: 1 }] })
})

test.for([
  ['finance', { kind: 'priority', priorityId: HIGH_PRIORITY_ID }, 403],
  ['finance', { kind: 'follow', isFollowed: true }, 201],
  ['agent', { kind: 'priority', priorityId: HIGH_PRIORITY_ID }, 201],
] as const)('%s who asks for %j gets %i', async ([role, change, status]) => {
  const ids = await desk.openCases(1)
  const by = await buildEmployee(server, { role })
  const body = { selection: { caseIds: ids }, changes: [change] }
  expect((await desk.as(by)('POST', '/bulk-actions', body)).statusCode).toBe(status)
})

test.for([
  ['a moment that has passed', { kind: 'snooze', until: '2020-01-01T00:00:00.000Z' }, 'rule_refused'],
  ['an unknown priority', { kind: 'priority', priorityId: crypto.randomUUID() }, 'reference_refused'],
  ['an unknown macro', { kind: 'macro', macroId: crypto.randomUUID() }, 'reference_refused'],
  ['an unknown survivor', { kind: 'merge', intoId: crypto.randomUUID() }, 'reference_refused'],
] as const)('%s is refused before any case is judged', async ([, change, code]) => {
  const ids = await desk.openCases(1)
  const answer = await desk.as(desk.agent)('POST', '/bulk-actions', {
    selection: { caseIds: ids },
    changes: [{ kind: 'read', isRead: true }, change].slice(change.kind === 'snooze' ? 0 : 1),
  })
  expect(answer.json()).toMatchObject({ code })
})

test('a query that cannot be read tells where', async () => {
  const answer = await desk.as(desk.agent)('POST', '/bulk-actions', {
    selection: { query: { q: 'status:nonsense' } },
    changes: [{ kind: 'read', isRead: true }],
  })
  expect(answer.json()).toMatchObject({
    ...{ status: 422, code: 'query_refused' },
    errors: [{ pointer: '/body/selection/query/q', at: 7 }],
  })
})

test('cases are chosen by a query and by filters together', async () => {
  const [high = ''] = await desk.openCases(2, { tags: ['both'] })
  await desk.as(desk.agent)('PATCH', `/cases/${high}`, { priorityId: HIGH_PRIORITY_ID })
  const plan = await desk.succeed<{ id: string }>('POST', '/bulk-actions', {
    selection: { query: { q: 'tag:both', priorityId: HIGH_PRIORITY_ID } },
    changes: [{ kind: 'follow', isFollowed: true }],
  })
  expect((await desk.casesOf(plan.id)).map((row) => row.case.id)).toEqual([high])
})
