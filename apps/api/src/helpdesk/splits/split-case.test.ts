import type { Case } from '@timedesk/contracts/cases'
import type { SplitPreview } from '@timedesk/contracts/case-splits'
import type { TimeEntry } from '@timedesk/contracts/time'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildEmployee, SUPPORT_ACTIVITY_ID } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { openMergeDesk } from '../../../test/merge-desk.ts'
import { upload } from '../../../test/upload.ts'
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

const split = (caseId: string, payload: object, by = desk.agent) =>
  desk.as(by)('POST', `/cases/${caseId}/splits`, { subject: 'Another matter', ...payload })

/** A case with an answer of Bo that has a file, and a note with time. */
async function mixedCase() {
  const { id } = await desk.report(desk.anna, { subject: 'Printer', description: 'The printer is dead.' })
  await desk.succeed('PUT', `/cases/${id}/participants/${desk.bo.id}`)
  const url = '/api/extranet/v1/attachments'
  const uploaded = await upload(server, desk.bo, [{ fileName: 'mail.txt', content: 'mail' }], { url })
  const fileId = uploaded.json<{ id: string }>().id
  server.clock.now = new Date(server.clock.now.getTime() + 5_000)
  const answer = await desk.ask(desk.bo, 'POST', `/cases/${id}/replies`, {
    body: `And my mail is full. ![mail](attachment:${fileId})`,
    attachmentIds: [fileId],
  })
  const { id: replyId } = answer.json<{ id: string }>()
  server.clock.now = new Date(server.clock.now.getTime() + 5_000)
  const note = await desk.note(id, 'Quota raised.', { time: { minutes: 15, activityTypeId: SUPPORT_ACTIVITY_ID } })
  const entries = await desk.succeed<{ data: TimeEntry[] }>('GET', `/time-entries?caseId=${id}`)
  return { id, replyId, noteId: note.id, fileId, entryId: entries.data[0]?.id ?? '' }
}

test('messages become a case of their own as they were said, with their files; they stay where they are, marked', async () => {
  const { id, replyId, noteId, fileId, entryId } = await mixedCase()
  const before = await desk.timeline(id)

  const answer = await split(id, { messageIds: [noteId, replyId], timeEntryIds: [entryId] })

  expect(answer.statusCode, answer.body).toBe(201)
  const made = answer.json<Case>()
  expect(answer.headers.location).toBe(`/api/v1/cases/${made.id}`)
  expect(made).toMatchObject({ subject: 'Another matter', contact: { id: desk.bo.id }, time: { minutes: 15 } })
  const [description, note] = (await desk.timeline(made.id)).filter(({ kind }) => kind === 'reply' || kind === 'note')
  const [said] = before.filter((item) => item.id === replyId)
  if (description?.kind !== 'reply' || said?.kind !== 'reply') throw new Error('The description is a reply')
  expect(description).toMatchObject({
    isDescription: true,
    author: said.author,
    at: said.at,
    attachments: [{ name: 'mail.txt' }],
  })
  const copied = description.attachments[0]?.id ?? ''
  expect(copied).not.toBe(fileId)
  expect(description.body).toContain(`attachment:${copied}`)
  expect((await desk.ask(desk.bo, 'GET', `/attachments/${copied}/content`)).body).toBe('mail')
  expect(note).toMatchObject({ kind: 'note', body: 'Quota raised.' })

  const after = await desk.timeline(id)
  expect(after.find((item) => item.id === replyId)).toMatchObject({ splitTo: { id: made.id, number: made.number } })
  expect(after.find((item) => item.id === noteId)).toMatchObject({ splitTo: { id: made.id } })
  expect((await desk.read(id)).time.minutes).toBe(0)
  const [item] = (await desk.timeline(made.id)).filter(({ kind }) => kind === 'time')
  expect(item).toMatchObject({ messageId: note?.id })
  expect(await desk.eventsOf(id, 'case.split')).toMatchObject([{ otherId: made.id, messages: 2, entries: 1 }])
  expect(await desk.eventsOf(made.id, 'case.created', 'case.split_off')).toMatchObject([
    { type: 'case.created', subject: 'Another matter' },
    { type: 'case.split_off', otherId: id, messages: 2, entries: 1 },
  ])
})

test('a contact reads in the new case what was public, and no note that was copied', async () => {
  const { id, replyId, noteId } = await mixedCase()
  const made = (await split(id, { messageIds: [replyId, noteId] })).json<Case>()
  const seen = (await desk.ask(desk.bo, 'GET', `/cases/${made.id}/timeline`)).body
  expect(seen).toContain('my mail is full')
  expect(seen).not.toContain('Quota raised')
  expect((await desk.ask(desk.anna, 'GET', `/cases/${made.id}`)).statusCode).toBe(404)
})

test('a split that is refused leaves nothing behind', async () => {
  const { id, replyId, noteId, entryId } = await mixedCase()
  const other = await desk.open()
  const colleague = await buildEmployee(server)
  const count = async () => (await server.database.pool.query('SELECT 1 FROM support_case')).rowCount
  const before = await count()
  for (const [payload, code, by] of [
    [{ messageIds: [noteId] }, 'split_refused', desk.agent],
    [{ messageIds: [newId()] }, 'split_refused', desk.agent],
    [{ messageIds: [replyId], timeEntryIds: [newId()] }, 'reference_refused', desk.agent],
    [{ messageIds: [replyId], timeEntryIds: [entryId] }, 'permission_denied', colleague],
    [{ messageIds: [replyId], contactId: newId() }, 'reference_refused', desk.agent],
  ] as const)
    expect((await split(id, payload, by)).json()).toMatchObject({ code })
  expect((await split(other.id, { messageIds: [replyId] })).json()).toMatchObject({ code: 'split_refused' })
  expect(await count()).toBe(before)

  expect((await split(id, { messageIds: [replyId] })).statusCode).toBe(201)
  expect((await split(id, { messageIds: [replyId] })).json()).toMatchObject({ code: 'split_refused' })
})

test('messages that came with a merged case are split off from the survivor, not from the tombstone', async () => {
  const { id, replyId } = await mixedCase()
  const survivor = await desk.open()
  await desk.merged(id, survivor.id)
  expect((await split(id, { messageIds: [replyId] })).json()).toMatchObject({ code: 'case_merged' })
  const made = (await split(survivor.id, { messageIds: [replyId] })).json<Case>()
  expect((await desk.timeline(survivor.id)).find((item) => item.id === replyId)).toMatchObject({
    origin: { id },
    splitTo: { id: made.id },
  })
})

test('a preview says which time can go along and why not, and what the new case begins with', async () => {
  const { id, replyId, noteId, entryId } = await mixedCase()
  const colleague = await buildEmployee(server)
  const preview = async (by = desk.agent, ids = `${replyId},${noteId}`) =>
    desk.succeed<SplitPreview>('GET', `/cases/${id}/split-preview?messageIds=${ids}`, undefined, by)

  expect(await preview()).toMatchObject({
    refusal: null,
    messages: [
      { id: replyId, isDescription: true, attachments: 1, refusal: null },
      { id: noteId, isDescription: false, attachments: 0 },
    ],
    timeEntries: [{ id: entryId, minutes: 15, isOfMessage: true, refusal: null }],
  })
  expect((await preview(colleague)).timeEntries).toMatchObject([{ refusal: { code: 'permission_denied' } }])
  expect((await preview(desk.agent, noteId)).refusal).toMatchObject({ code: 'split_refused' })
  await split(id, { messageIds: [replyId] })
  expect((await preview()).messages).toMatchObject([{ refusal: { code: 'split_refused' } }, { refusal: null }])
})
