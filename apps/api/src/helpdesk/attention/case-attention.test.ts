import type { CaseAttention } from '@timedesk/contracts/case-attention'
import type { TimelineItem } from '@timedesk/contracts/dialogue'
import { mentionText } from '@timedesk/domain/text/mentions'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildCase } from '../../../test/build-case.ts'
import { send } from '../../../test/cases.ts'
import { buildEmployee, type SignedIn, SUPPORT_DEPARTMENT_ID } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import { newId } from '../../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let mette: SignedIn
let jonas: SignedIn
let caseId: string

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

beforeEach(async () => {
  mette = await buildEmployee(server, { name: 'Mette Holm' })
  jonas = await buildEmployee(server, { name: 'Jonas Lindqvist' })
  ;({ id: caseId } = await buildCase(server))
})

async function attentionOf(person: SignedIn): Promise<CaseAttention> {
  return (await send(server, person, 'GET', `/api/v1/cases/${caseId}/attention`)).json<CaseAttention>()
}

async function logOf(type: string): Promise<object[]> {
  const { data } = (await send(server, mette, 'GET', `/api/v1/cases/${caseId}/timeline?limit=100`)).json<{
    data: TimelineItem[]
  }>()
  return data.flatMap((item) => (item.kind === 'event' && item.event.type === type ? [item.event] : []))
}

const follow = (person: SignedIn) => send(server, person, 'PUT', `/api/v1/cases/${caseId}/following`)
const unfollow = (person: SignedIn) => send(server, person, 'DELETE', `/api/v1/cases/${caseId}/following`)
const snooze = (person: SignedIn, until: string) =>
  send(server, person, 'PUT', `/api/v1/cases/${caseId}/snooze`, { until })
const note = (body: string) => send(server, mette, 'POST', `/api/v1/cases/${caseId}/notes`, { body })

test('following is told once, however often one asks for it', async () => {
  const answer = await follow(mette)
  await follow(mette)

  expect(answer.json()).toMatchObject({
    followers: [{ id: mette.id, name: 'Mette Holm', cause: 'by_hand' }],
    ...{ isFollowing: true, isMuted: false, snoozedUntil: null },
  })
  expect(await logOf('case.followed')).toEqual([
    { type: 'case.followed', employeeId: mette.id, employeeName: 'Mette Holm', cause: 'by_hand' },
  ])
  expect(await attentionOf(jonas)).toMatchObject({ isFollowing: false, followers: [{ id: mette.id }] })
})

test('whoever unfollows is no follower, and the log tells it once', async () => {
  await follow(mette)
  await unfollow(mette)
  const again = await unfollow(mette)

  expect(again.json()).toMatchObject({ followers: [], isFollowing: false, isMuted: true })
  expect(await logOf('case.unfollowed')).toHaveLength(1)

  await follow(mette)
  expect(await attentionOf(mette)).toMatchObject({ isFollowing: true, isMuted: false })
})

test('whom a note calls by name follows the case; what is quoted as code calls nobody', async () => {
  const code = `\`${mentionText('employee', mette.id, 'Mette')}\``
  const answer = await note(`Please look, ${mentionText('employee', jonas.id, 'Jonas [Lindqvist]')} ${code}`)

  expect(answer.statusCode).toBe(201)
  expect(await attentionOf(jonas)).toMatchObject({
    isFollowing: true,
    followers: [{ id: jonas.id, cause: 'mention' }],
  })
  expect(await logOf('case.followed')).toMatchObject([{ employeeName: 'Jonas Lindqvist', cause: 'mention' }])
})

test('a department that is mentioned does not follow, and unknown or gone people count as words', async () => {
  const gone = await buildEmployee(server, { isActive: false })
  const calls = [
    mentionText('department', SUPPORT_DEPARTMENT_ID, 'Support'),
    mentionText('employee', newId(), 'Nobody'),
    mentionText('employee', gone.id, 'Gone'),
  ]

  expect((await note(calls.join(' '))).statusCode).toBe(201)
  expect((await attentionOf(mette)).followers).toEqual([])
})

test('a mention brings nobody back who unfollowed by hand, unless they chose so', async () => {
  await unfollow(jonas)
  const call = mentionText('employee', jonas.id, 'Jonas')
  await note(call)
  expect(await attentionOf(jonas)).toMatchObject({ isFollowing: false, isMuted: true })

  await send(server, jonas, 'PATCH', '/api/v1/me/notice-settings', { followsOnMention: true })
  await note(call)
  expect(await attentionOf(jonas)).toMatchObject({ isFollowing: true, isMuted: false })
})

test('a case is put away by one person, until the moment that was chosen last', async () => {
  await snooze(mette, '2026-03-03T07:00:00.000Z')
  await snooze(mette, '2026-03-03T07:00:00.000Z')
  const answer = await snooze(mette, '2026-03-04T07:00:00.000Z')

  expect(answer.json()).toMatchObject({ snoozedUntil: '2026-03-04T07:00:00.000Z' })
  expect((await attentionOf(jonas)).snoozedUntil).toBeNull()
  expect(await logOf('case.snoozed')).toHaveLength(2)
})

test('taking a case back is told once, and where it is not put away not at all', async () => {
  await snooze(mette, '2026-03-03T07:00:00.000Z')
  const path = `/api/v1/cases/${caseId}/snooze`
  const answers = [await send(server, mette, 'DELETE', path), await send(server, mette, 'DELETE', path)]

  expect(answers.map((answer) => answer.json<CaseAttention>().snoozedUntil)).toEqual([null, null])
  expect(await logOf('case.snooze_ended')).toMatchObject([{ cause: 'by_hand' }])
})

test.for([
  ['2026-03-02T09:00:00.000Z', 'past'],
  ['2027-03-04T09:00:00.000Z', 'too_far'],
] as const)('a case is not put away until %s', async ([until, code]) => {
  const answer = await snooze(mette, until)

  expect(answer.statusCode).toBe(422)
  expect(answer.json()).toMatchObject({ code: 'field_refused', errors: [{ pointer: '/body/until', code }] })
  expect((await attentionOf(mette)).snoozedUntil).toBeNull()
})

test.for(['PUT', 'DELETE'] as const)('%s of a case that there is not is refused', async (method) => {
  const missing = `/api/v1/cases/${newId()}`
  const body = method === 'PUT' ? { until: '2026-03-03T07:00:00.000Z' } : undefined
  const answers = [
    await send(server, mette, method, `${missing}/following`),
    await send(server, mette, method, `${missing}/snooze`, body),
    await send(server, mette, 'GET', `${missing}/attention`),
  ]

  expect(answers.map((answer) => answer.json<{ code: string }>().code)).toEqual(Array(3).fill('not_found'))
})

test('one is offered moments at which one works', async () => {
  await server.database.transact((tx) =>
    tx.absence.create({
      data: {
        id: newId(),
        employeeId: mette.id,

        fromDay: new Date('2026-03-03'),
        toDay: new Date('2026-03-03'),
      },
    }),
  )
  const answer = await send(server, mette, 'GET', '/api/v1/me/snooze-choices')

  // It is Monday, ten o'clock in Copenhagen; on Tuesday Mette is away.
  expect(answer.json<{ data: object[] }>().data).toEqual([
    { kind: 'later_today', until: '2026-03-02T11:00:00.000Z' },
    { kind: 'tomorrow', until: expect.stringMatching(/^2026-03-04T/u) as string },
    { kind: 'next_week', until: expect.stringMatching(/^2026-03-09T/u) as string },
  ])
})
