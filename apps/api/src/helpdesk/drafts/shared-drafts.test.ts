import type { MessageDraft } from '@timedesk/contracts/drafts'
import type { TimelineItem } from '@timedesk/contracts/dialogue'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildAttachment } from '../../../test/build-attachment.ts'
import { openCase, send } from '../../../test/cases.ts'
import { openDraftDesk } from '../../../test/draft-desk.ts'
import { buildCustomer, buildEmployee, type SignedIn } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: ReturnType<typeof openDraftDesk>
let mette: SignedIn
let jonas: SignedIn
let caseId: string

beforeAll(async () => {
  server = await startServer()
  desk = openDraftDesk(server)
  ;[mette, jonas] = [await buildEmployee(server, { name: 'Mette' }), await buildEmployee(server, { name: 'Jonas' })]
})
beforeEach(async () => {
  const { id: customerId } = await buildCustomer(server)
  caseId = (await openCase(server, mette, { customerId })).id
})
afterAll(() => server.close())

const asked = async () => {
  const timeline = await send(server, mette, 'GET', `/api/v1/cases/${caseId}/timeline?lanes=changes`)
  return timeline
    .json<{ data: TimelineItem[] }>()
    .data.flatMap((item) => (item.kind === 'event' && item.event.type === 'case.asked' ? [item.event] : []))
}

test('a shared draft is seen and written by everybody, and sent by anybody with the files in it', async () => {
  const file = await buildAttachment(server, { uploaderKind: 'employee', uploaderId: mette.id })
  await desk.keep(mette, caseId, 0, { attachmentIds: [file] })
  const shared = await desk.share(mette, caseId)
  const content = await send(server, jonas, 'GET', `/api/v1/attachments/${file}/content`)
  const written = await desk.keep(
    jonas,
    caseId,
    2,
    { body: 'Dear Anna, we', attachmentIds: [file] },
    'shared-drafts/reply',
  )

  expect(shared.json()).toMatchObject({ isShared: true, version: 2, can: { unshare: true } })
  // The file has a row and no bytes, which is as far as a right can lead here.
  expect(content.statusCode).not.toBe(404)
  expect(written.json()).toMatchObject({ updatedBy: { name: 'Jonas' }, owner: { name: 'Mette' }, version: 3 })
  const { id, version } = written.json<MessageDraft>()
  const sent = await desk.post(jonas, caseId, { attachmentIds: [file], draft: { id, version } })
  expect(sent.json()).toMatchObject({ attachments: [{ id: file }] })
  expect(await desk.list(mette, caseId)).toEqual([])
})

test('a draft that is shared where one is shared already becomes one text with it', async () => {
  await desk.keep(jonas, caseId, 0, { body: 'From Jonas' })
  await desk.share(jonas, caseId)
  await desk.keep(mette, caseId, 0, { body: 'From Mette' })
  const shared = await desk.share(mette, caseId)

  expect(shared.json()).toMatchObject({ body: 'From Jonas\n\nFrom Mette', owner: { name: 'Jonas' }, version: 3 })
  expect(await desk.list(mette, caseId)).toHaveLength(1)
})

test('only who began it takes it back, and an own draft begun meanwhile is joined', async () => {
  await desk.keep(mette, caseId, 0, { body: 'Shared words' })
  await desk.share(mette, caseId)
  await desk.keep(mette, caseId, 0, { body: 'Own words' })
  const refused = await desk.unshare(jonas, caseId)
  const back = await desk.unshare(mette, caseId)

  expect(refused.json()).toMatchObject({ code: 'draft_refused' })
  expect(back.json()).toMatchObject({ isShared: false, body: 'Own words\n\nShared words' })
  expect(await desk.list(jonas, caseId)).toEqual([])
  expect((await desk.unshare(mette, caseId)).statusCode).toBe(404)
})

test('a colleague is asked, in words that the log keeps', async () => {
  const url = `/api/v1/cases/${caseId}/nudges`
  const done = await send(server, mette, 'POST', url, { employeeId: jonas.id, words: 'Shall I take it?' })
  const self = await send(server, mette, 'POST', url, { employeeId: mette.id })

  expect(done.statusCode, done.body).toBe(204)
  expect(self.json()).toMatchObject({ code: 'reference_refused', errors: [{ pointer: '/body/employeeId' }] })
  expect(await asked()).toMatchObject([{ employeeName: 'Jonas', kind: 'ask', words: 'Shall I take it?' }])
})

test('taking over makes the colleague’s draft the shared one, and both write on in it', async () => {
  await desk.keep(jonas, caseId, 0, { body: 'Dear Anna, I' })
  const taken = await desk.takeOver(mette, caseId, jonas.id)

  expect(taken.json()).toMatchObject({ draft: { isShared: true, body: 'Dear Anna, I', owner: { name: 'Jonas' } } })
  // Jonas had not heard of it: his next words are refused on his own draft, and go on in the shared one.
  expect((await desk.keep(jonas, caseId, 1, { body: 'Dear Anna, I am' })).statusCode).toBe(412)
  expect((await desk.keep(jonas, caseId, 2, { body: 'Dear Anna, I am' }, 'shared-drafts/reply')).statusCode).toBe(200)
  expect(await asked()).toMatchObject([{ employeeName: 'Jonas', kind: 'take_over' }])
})

test('taking over from somebody who has written nothing yet gives no draft', async () => {
  expect((await desk.takeOver(mette, caseId, jonas.id)).json()).toEqual({ draft: null })
})

test('what a colleague left behind is seen, and goes on once it is taken over', async () => {
  const leaver = await buildEmployee(server, { name: 'Ea' })
  await desk.keep(leaver, caseId, 0, { body: 'Half a sentence' })
  await server.database.transact((tx) => tx.employee.update({ where: { id: leaver.id }, data: { isActive: false } }))

  const [left] = await desk.list(mette, caseId)
  expect(left).toMatchObject({ owner: { name: 'Ea', isActive: false }, can: { write: false } })
  const taken = await desk.takeOver(mette, caseId, leaver.id)
  expect(taken.json()).toMatchObject({ draft: { body: 'Half a sentence', can: { write: true } } })
})
