import type { Case } from '@timedesk/contracts/cases'
import type { CaseAttention } from '@timedesk/contracts/case-attention'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openCase } from '../../../test/cases.ts'
import { buildCustomer, buildEmployee, SUPPORT_ACTIVITY_ID } from '../../../test/factories.ts'
import { openDraftDesk } from '../../../test/draft-desk.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { openMergeDesk } from '../../../test/merge-desk.ts'
import { newId } from '../../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openMergeDesk>>

beforeAll(async () => {
  server = await startServer()
  desk = await openMergeDesk(server)
})
beforeEach(() => {
  server.clock.now = new Date(server.clock.now.getTime() + 5_000)
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

test('a case that is merged closes without any gate, points to the survivor, and both logs tell', async () => {
  const [source, survivor] = [await desk.open({ subject: 'Printer dead' }), await desk.open()]
  await desk.note(source.id, 'It is the same again.')
  await desk.work(source.id, 25)

  const answer = await desk.merged(source.id, survivor.id)

  expect(answer).toMatchObject({ id: survivor.id, status: { category: 'new' }, tombstones: [{ id: source.id }] })
  const tombstone = await desk.read(source.id)
  expect(tombstone).toMatchObject({
    status: { category: 'closed' },
    mergedInto: { id: survivor.id, number: survivor.number, mergedByName: desk.agent.name },
    can: { reply: false, note: false, edit: false, dispatch: false, registerTime: false, merge: false, unmerge: true },
    solvedAt: null,
  })
  expect(tombstone.can.moveTo).toEqual([])
  expect(await desk.eventsOf(source.id, 'case.merged', 'case.status_changed')).toMatchObject([
    { type: 'case.merged', otherId: survivor.id, number: survivor.number, subject: survivor.subject },
    { type: 'case.status_changed', toCategory: 'closed', cause: 'merge' },
  ])
  expect(await desk.eventsOf(survivor.id, 'case.absorbed')).toMatchObject([
    { otherId: source.id, number: source.number, subject: 'Printer dead', messages: 2, minutes: 25 },
  ])
})

test('the survivor shows dialogue, notes, time, changes and files of both, each with where it came from', async () => {
  const [source, survivor] = [await desk.open({ description: 'Theirs.' }), await desk.open({ description: 'Ours.' })]
  await desk.reply(source.id, 'We look into it.')
  await desk.note(source.id, 'A note of theirs.', { time: { minutes: 20, activityTypeId: SUPPORT_ACTIVITY_ID } })
  await desk.merged(source.id, survivor.id)

  const items = await desk.timeline(survivor.id)
  const brought = items.filter((item) => item.origin?.id === source.id)
  expect(new Set(brought.map(({ kind }) => kind))).toEqual(new Set(['reply', 'note', 'time', 'event']))
  expect(await desk.wordsOf(survivor.id)).toEqual(
    expect.arrayContaining(['Theirs.', 'Ours.', 'We look into it.', 'A note of theirs.']),
  )
  expect(items.filter((item) => item.kind === 'reply' && item.isDescription)).toMatchObject([{ body: 'Ours.' }])
  expect((await desk.read(survivor.id)).time.minutes).toBe(20)
  const entries = await desk.succeed<{ data: unknown[] }>('GET', `/time-entries?caseId=${survivor.id}`)
  expect(entries.data).toHaveLength(1)
  // What it was stays readable where it was.
  expect(await desk.wordsOf(source.id)).toContain('We look into it.')
})

test('nothing is said, changed, dispatched, timed or linked on a tombstone, and the refusal says where it goes on', async () => {
  const [source, survivor] = [await desk.open(), await desk.open()]
  await desk.merged(source.id, survivor.id)
  const { id } = source
  const tries = await Promise.all([
    desk.as(desk.agent)('POST', `/cases/${id}/replies`, { body: 'Hello' }),
    desk.as(desk.agent)('POST', `/cases/${id}/notes`, { body: 'Hello' }),
    desk.as(desk.agent)('PATCH', `/cases/${id}`, { subject: 'Other' }),
    desk.as(desk.lead)('PUT', `/cases/${id}/assignment`, { departmentId: source.department.id, responsibleId: null }),
    desk.as(desk.agent)('PUT', `/cases/${id}/status`, { statusId: survivor.status.id }),
    desk.as(desk.agent)('POST', '/time-entries', { caseId: id, minutes: 5, activityTypeId: SUPPORT_ACTIVITY_ID }),
    desk.as(desk.agent)('POST', '/me/timer', { caseId: id }),
    desk.as(desk.agent)('PUT', `/cases/${id}/links/related/${survivor.id}`),
    desk.as(desk.agent)('PUT', `/cases/${survivor.id}/links/related/${id}`),
    desk.as(desk.agent)('PUT', `/cases/${id}/participants/${desk.bo.id}`),
    desk.as(desk.agent)('PUT', `/cases/${id}/merge`, { intoId: survivor.id }),
  ])
  expect(tries.map(({ statusCode }) => statusCode)).toEqual(tries.map(() => 409))
  for (const answer of tries)
    expect(answer.json(), answer.body).toMatchObject({ code: 'case_merged', errors: [{ expected: [survivor.id] }] })
})

test.each([
  ['itself', () => desk.open().then(({ id }) => [id, id] as const), 'merge_refused'],
  [
    'a case of another customer',
    async () => {
      const other = await openCase(server, desk.agent, { customerId: (await buildCustomer(server)).id })
      return [(await desk.open()).id, other.id] as const
    },
    'merge_refused',
  ],
  ['what does not exist', async () => [(await desk.open()).id, newId()] as const, 'reference_refused'],
  [
    'a tombstone',
    async () => {
      const [one, two, three] = [await desk.open(), await desk.open(), await desk.open()]
      await desk.merged(two.id, three.id)
      return [one.id, two.id] as const
    },
    'merge_refused',
  ],
])('a case is not merged into %s', async (_, prepare, code) => {
  const [sourceId, intoId] = await prepare()
  expect((await desk.merge(sourceId, intoId)).json()).toMatchObject({ code })
  expect((await desk.read(sourceId)).mergedInto).toBeNull()
})

test('the survivor takes over subject, person and agreement that are chosen; who may not dispatch is refused', async () => {
  const colleague = await buildEmployee(server)
  const source = await desk.open({ subject: 'The better words', responsibleId: colleague.id, isOutsideContract: true })
  const survivor = await desk.open({ subject: 'Words' })
  const taking = { subject: 'source', responsible: 'source', agreement: 'source' }
  const finance = await buildEmployee(server, { role: 'finance' })

  const refused = await desk.as(finance)('PUT', `/cases/${source.id}/merge`, { intoId: survivor.id, ...taking })
  const answer = await desk.merged(source.id, survivor.id, taking)

  expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([403, 'permission_denied'])
  expect(answer).toMatchObject({
    subject: 'The better words',
    responsible: { id: colleague.id },
    isOutsideContract: true,
  })
})

test('who follows a case or answers for it follows the survivor; who unfollowed that stays away; timers go along', async () => {
  const [follower, responsible, away] = [
    await buildEmployee(server),
    await buildEmployee(server),
    await buildEmployee(server),
  ]
  const source = await desk.open({ responsibleId: responsible.id })
  const survivor = await desk.open()
  for (const one of [follower, away]) await desk.as(one)('PUT', `/cases/${source.id}/following`)
  await desk.as(away)('DELETE', `/cases/${survivor.id}/following`)
  await desk.as(away)('PUT', `/cases/${survivor.id}/following`)
  await desk.as(away)('DELETE', `/cases/${survivor.id}/following`)
  await desk.as(follower)('POST', '/me/timer', { caseId: source.id })

  await desk.merged(source.id, survivor.id)

  const { followers } = await desk.succeed<CaseAttention>('GET', `/cases/${survivor.id}/attention`)
  expect(new Set(followers.map(({ id }) => id))).toEqual(new Set([follower.id, responsible.id]))
  expect(followers).toMatchObject([{ cause: 'merge' }, { cause: 'merge' }])
  const timer = await desk.as(follower)('GET', '/me/timer')
  expect(timer.json()).toMatchObject({ timer: { case: { id: survivor.id } } })
  expect(await desk.eventsOf(survivor.id, 'case.followed')).toHaveLength(3)
})

test('drafts go on where the case does, and become one with what is written there; undoing leaves them', async () => {
  const drafts = openDraftDesk(server)
  const other = await buildEmployee(server)
  const [source, survivor] = [await desk.open(), await desk.open()]
  await drafts.keep(desk.agent, source.id, 0, { body: 'Begun on the source.' })
  await drafts.keep(other, source.id, 0, { body: 'Comes along.' })
  await drafts.keep(other, survivor.id, 0, { body: 'Was here already.' })
  await drafts.keep(other, source.id, 0, { body: 'Shared on the source.' }, 'drafts/note')
  await desk.as(other)('PUT', `/cases/${source.id}/drafts/note/sharing`)

  await desk.merged(source.id, survivor.id)

  const bodies = async (by = desk.agent, id = survivor.id) => (await drafts.list(by, id)).map(({ body }) => body)
  expect((await bodies()).toSorted()).toEqual(['Begun on the source.', 'Shared on the source.'])
  for (const { seenMessageId } of await drafts.list(desk.agent, survivor.id)) expect(seenMessageId).toBe(survivor.id)
  const [one = ''] = (await bodies(other)).filter((body) => body !== 'Shared on the source.')
  expect(one).toContain('Comes along.')
  expect(one).toContain('Was here already.')

  await desk.unmerge(source.id)
  expect(await bodies(desk.agent, source.id)).toEqual([])
  expect((await bodies()).length).toBe(2)
})

test('merging twice at once leaves one merge, and chains are flattened', async () => {
  const [one, two, three] = [await desk.open(), await desk.open(), await desk.open()]
  const both = await Promise.all([desk.merge(one.id, two.id), desk.merge(one.id, two.id)])
  expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409])

  const crossed = await Promise.all([desk.merge(two.id, three.id), desk.merge(three.id, two.id)])
  expect(crossed.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409])
  const root = (await desk.read(two.id)).mergedInto === null ? two.id : three.id
  const states = await Promise.all([one, two, three].map(({ id }) => desk.read(id)))
  expect(states.map(({ id, mergedInto }: Case) => (id === root ? null : mergedInto?.id))).toEqual(
    states.map(({ id }) => (id === root ? null : root)),
  )
})
