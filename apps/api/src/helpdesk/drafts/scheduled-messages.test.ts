import type { MessageDraft } from '@timedesk/contracts/drafts'
import type { TimelineItem } from '@timedesk/contracts/dialogue'
import { Prisma } from '@timedesk/prisma/client'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildAttachment } from '../../../test/build-attachment.ts'
import { openCase, send } from '../../../test/cases.ts'
import { openDraftDesk } from '../../../test/draft-desk.ts'
import { buildCustomer, buildEmployee, SUPPORT_ACTIVITY_ID, type SignedIn } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import type { WrittenEvent } from '../../platform/context.ts'
import { newId } from '../../platform/new-id.ts'
import { sendMessages } from './send-messages.ts'

/** Two minutes to midnight where the company is, and as much after it. */
const NOW = new Date('2026-03-02T22:58:00.000Z')
const AT = '2026-03-02T23:02:00.000Z'

const told: WrittenEvent[] = []
const signals = { publish: (events: readonly WrittenEvent[]) => told.push(...events), subscribe: () => () => undefined }
const queued: (Date | undefined)[] = []
const jobs = { enqueue: (_name: string, _payload: unknown, at?: Date) => Promise.resolve(void queued.push(at)) }

let server: Awaited<ReturnType<typeof startServer>>
let desk: ReturnType<typeof openDraftDesk>
let mette: SignedIn
let jonas: SignedIn
let caseId: string

beforeAll(async () => {
  server = await startServer({ signals, jobs })
  desk = openDraftDesk(server)
})
beforeEach(async () => {
  server.clock.now = NOW
  ;[mette, jonas] = [await buildEmployee(server, { name: 'Mette' }), await buildEmployee(server, { name: 'Jonas' })]
  const { id: customerId } = await buildCustomer(server)
  caseId = (await openCase(server, mette, { customerId })).id
  told.length = 0
  queued.length = 0
})
afterAll(() => server.close())

async function keep(by: SignedIn, given: object = {}): Promise<MessageDraft> {
  const answer = await desk.keep(by, caseId, 0, given)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<MessageDraft>()
}
const sendAt = (at: string) => {
  server.clock.now = new Date(at)
  return sendMessages(server.deps, server.clock.now)
}
const replies = async () => {
  const timeline = await send(server, mette, 'GET', `/api/v1/cases/${caseId}/timeline?lanes=dialogue`)
  return timeline
    .json<{ data: TimelineItem[] }>()
    .data.flatMap((item) => (item.kind === 'reply' && !item.isDescription ? [item] : []))
}

test('a message goes out at its time, in the name of its writer, with all that it brings', async () => {
  const file = await buildAttachment(server, { uploaderKind: 'employee', uploaderId: mette.id, name: 'log.png' })
  const draft = await keep(mette, { attachmentIds: [file] })
  const [solved] = await server.database.reader.rows<{ id: string }>(
    Prisma.sql`SELECT id FROM case_status WHERE category = 'solved' LIMIT 1`,
  )
  const time = { minutes: 25, activityTypeId: SUPPORT_ACTIVITY_ID }
  const scheduled = await desk.schedule(mette, draft, { sendAt: AT, statusId: solved?.id, time })

  expect(scheduled.json()).toMatchObject({
    sending: { at: AT, by: { name: 'Mette' }, isLeaving: false, options: { time: { workDate: '2026-03-02' } } },
    can: { write: false, unshare: false, callBack: true },
  })
  expect(queued).toEqual([new Date(AT)])
  await sendAt('2026-03-02T23:01:59.999Z')
  expect(await replies()).toEqual([])
  await sendAt(AT)
  await sendAt('2026-03-02T23:03:00.000Z')

  expect(await replies()).toMatchObject([
    { body: 'Dear Anna,', at: AT, author: { kind: 'employee', id: mette.id }, attachments: [{ id: file }] },
  ])
  expect(await desk.list(mette, caseId)).toEqual([])
  expect((await send(server, mette, 'GET', `/api/v1/cases/${caseId}`)).json()).toMatchObject({
    status: { category: 'solved' },
  })
  // Worked on the evening before, when it was written down where the company is.
  const entries = await send(server, mette, 'GET', `/api/v1/time-entries?caseId=${caseId}`)
  expect(entries.json()).toMatchObject({ data: [{ workDate: '2026-03-02', minutes: 25 }] })
  expect(told.map(({ type }) => type)).toContain('reply.posted')
})

test('without a time it goes out once the time to call it back is over', async () => {
  await send(server, mette, 'PATCH', '/api/v1/me', { undoSeconds: 30 })
  const draft = await keep(mette)
  const scheduled = await desk.schedule(mette, draft, {})

  expect(scheduled.json()).toMatchObject({ sending: { at: '2026-03-02T22:58:30.000Z', isLeaving: true } })
  await sendAt('2026-03-02T22:58:29.000Z')
  expect(await replies()).toEqual([])
  await sendAt('2026-03-02T22:58:30.000Z')
  expect(await replies()).toHaveLength(1)
})

test('what is called back is a draft again, and what is out cannot be', async () => {
  const draft = await keep(mette)
  const scheduled = (await desk.schedule(mette, draft, {})).json<MessageDraft>()
  const back = await desk.callBack(mette, draft)
  const again = await desk.callBack(mette, draft)

  expect(back.json()).toMatchObject({ body: 'Dear Anna,', sending: null, version: scheduled.version + 1 })
  expect(again.json()).toMatchObject({ version: scheduled.version + 1 })
  await desk.schedule(
    mette,
    { ...draft, version: scheduled.version + 1 },
    { sendAt: AT, time: { minutes: 25, activityTypeId: SUPPORT_ACTIVITY_ID } },
  )
  expect((await desk.callBack(mette, draft)).json()).toMatchObject({ time: { workDate: '2026-03-02' } })
  await sendAt(AT)
  expect(await replies()).toEqual([])
  expect((await desk.keep(mette, caseId, scheduled.version + 3)).statusCode).toBe(200)
  await desk.schedule(mette, { ...draft, version: scheduled.version + 4 }, { sendAt: AT })
  await sendAt(AT)
  expect((await desk.callBack(mette, draft)).json()).toMatchObject({ code: 'draft_gone' })
})

test('nobody writes in what is to go out, nor sends, discards, shares or takes it over', async () => {
  const draft = await keep(mette)
  const { version } = (await desk.schedule(mette, draft, { sendAt: AT })).json<MessageDraft>()
  const answers = await Promise.all([
    desk.keep(mette, caseId, version),
    desk.discard(mette, caseId, version),
    desk.share(mette, caseId),
    desk.takeOver(jonas, caseId, mette.id),
  ])

  expect(answers.map((answer) => answer.json<{ code: string }>().code)).toEqual(
    Array.from({ length: 4 }, () => 'draft_scheduled'),
  )
  expect((await desk.schedule(mette, draft, { sendAt: AT })).json()).toMatchObject({ code: 'stale_version' })
  const later = '2026-03-04T07:00:00.000Z'
  expect((await desk.schedule(mette, { ...draft, version }, { sendAt: later })).json()).toMatchObject({
    sending: { at: later },
  })
})

test('what would be refused now is refused now, and nothing of the rehearsal stays', async () => {
  const draft = await keep(mette, { seenMessageId: caseId })
  const late = await desk.schedule(mette, draft, { sendAt: '2026-03-02T22:57:00.000Z' })
  const far = await desk.schedule(mette, draft, { sendAt: '2027-04-01T00:00:00.000Z' })
  const nowhere = await desk.schedule(mette, draft, { sendAt: AT, statusId: newId() })
  await desk.post(jonas, caseId, {})
  const overtaken = await desk.schedule(mette, draft, { sendAt: AT, seenMessageId: caseId })
  const empty = await desk.keep(jonas, caseId, 0, { body: ' ' })
  const blank = await desk.schedule(jonas, empty.json<MessageDraft>(), { sendAt: AT })

  expect([late, far].map((answer) => answer.json<{ errors: unknown[] }>().errors)).toMatchObject([
    [{ pointer: '/body/sendAt', code: 'past' }],
    [{ pointer: '/body/sendAt', code: 'too_far' }],
  ])
  expect(nowhere.json()).toMatchObject({ code: 'reference_refused' })
  expect(overtaken.json()).toMatchObject({ code: 'newer_messages' })
  expect(blank.json()).toMatchObject({ code: 'field_refused' })
  expect(await replies()).toHaveLength(1)
  expect(await desk.list(mette, caseId)).toMatchObject([{ version: draft.version, sending: null }])
})

test('a shared draft is scheduled by anybody, and goes out in their name', async () => {
  await keep(mette)
  const shared = (await desk.share(mette, caseId)).json<MessageDraft>()
  const scheduled = await desk.schedule(jonas, shared, { sendAt: AT })
  const { version } = scheduled.json<MessageDraft>()

  expect(scheduled.json()).toMatchObject({ sending: { by: { name: 'Jonas' } } })
  expect((await desk.post(mette, caseId, { draft: { id: shared.id, version } })).json()).toMatchObject({
    code: 'draft_scheduled',
  })
  await sendAt(AT)
  expect(await replies()).toMatchObject([{ author: { id: jonas.id } }])
})

test('colleagues see who sends what when, without the words', async () => {
  await desk.schedule(mette, await keep(mette, { body: 'Between us' }), { sendAt: AT })
  const seen = await send(server, jonas, 'GET', `/api/v1/cases/${caseId}/drafts`)

  expect(seen.json()).toMatchObject({ data: [], scheduled: [{ kind: 'reply', at: AT, by: { name: 'Mette' } }] })
  expect(seen.body).not.toContain('Between us')
  expect(told.filter(({ type }) => type === 'draft.changed').at(-1)).toMatchObject({ passing: { employeeId: null } })
})
