import type { MessageDraft } from '@timedesk/contracts/drafts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildAttachment } from '../../../test/build-attachment.ts'
import { openCase, send } from '../../../test/cases.ts'
import { noTime, openDraftDesk } from '../../../test/draft-desk.ts'
import { buildCustomer, buildEmployee, type SignedIn } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import { upload } from '../../../test/upload.ts'
import type { WrittenEvent } from '../../platform/context.ts'
import { newId } from '../../platform/new-id.ts'
import { sweepFiles } from '../../platform/storage/sweep.ts'

const told: WrittenEvent[] = []
const signals = { publish: (events: readonly WrittenEvent[]) => told.push(...events), subscribe: () => () => undefined }

let server: Awaited<ReturnType<typeof startServer>>
let desk: ReturnType<typeof openDraftDesk>
let mette: SignedIn
let jonas: SignedIn
let caseId: string

beforeAll(async () => {
  server = await startServer({ signals })
  desk = openDraftDesk(server)
  ;[mette, jonas] = [await buildEmployee(server), await buildEmployee(server)]
})
beforeEach(async () => {
  const { id: customerId } = await buildCustomer(server)
  caseId = (await openCase(server, mette, { customerId })).id
  told.length = 0
})
afterAll(() => server.close())

test('what one writes is kept for oneself, on any device, with its files and time', async () => {
  const file = await buildAttachment(server, { uploaderKind: 'employee', uploaderId: mette.id, name: 'log.png' })
  const time = { ...noTime, minutes: 25, customerText: 'Looked at the log' }
  const device = { id: newId(), kind: 'phone' }
  const kept = await desk.keep(mette, caseId, 0, { attachmentIds: [file], time, device })

  expect(kept.statusCode, kept.body).toBe(200)
  const [draft, ...others] = await desk.list(mette, caseId)
  expect(others).toEqual([])
  expect(draft).toMatchObject({
    ...{ kind: 'reply', isShared: false, body: 'Dear Anna,', time, device, version: 1 },
    ...{ owner: { id: mette.id }, can: { write: true, unshare: false }, case: { id: caseId } },
    files: [{ id: file, name: 'log.png', contentType: 'image/png' }],
  })
  expect(await desk.list(jonas, caseId)).toEqual([])
  expect(told).toMatchObject([{ type: 'draft.changed', caseId, passing: { employeeId: mette.id, aboutId: device.id } }])
})

test('of two devices that write on the same version, the later is refused and loses nothing', async () => {
  await desk.keep(mette, caseId, 0)
  const answers = await Promise.all(
    ['From the phone', 'From the desk'].map((body) => desk.keep(mette, caseId, 1, { body })),
  )

  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412])
  expect((await desk.list(mette, caseId))[0]).toMatchObject({ version: 2 })
})

test('of two devices that begin at once, one begins', async () => {
  const answers = await Promise.all(['One', 'Two', 'Three'].map((body) => desk.keep(mette, caseId, 0, { body })))

  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412, 412])
})

test('a draft that is gone, or not yet there, is written on as such or refused', async () => {
  const early = await desk.keep(mette, caseId, 3)
  await desk.keep(mette, caseId, 0)
  const stale = await desk.discard(mette, caseId, 7)
  const gone = await desk.discard(mette, caseId, 1)
  const again = await desk.discard(mette, caseId, 1)

  expect([early.statusCode, stale.statusCode, gone.statusCode, again.statusCode]).toEqual([412, 412, 204, 204])
  expect(await desk.list(mette, caseId)).toEqual([])
  expect((await desk.keep(mette, newId(), 0)).json()).toMatchObject({ code: 'not_found' })
})

test('files of others are left out, and those of a draft outlive the sweep', async () => {
  const uploaded = (by: SignedIn) => upload(server, by, [{ fileName: 'app.log', content: 'restarted' }])
  const [own, foreign] = [await uploaded(mette), await uploaded(jonas)].map(
    (answer) => answer.json<{ id: string }>().id,
  )
  await desk.keep(mette, caseId, 0, { attachmentIds: [own, foreign], pictureIds: [foreign] })
  const nextWeek = new Date(server.clock.now.getTime() + 7 * 24 * 60 * 60 * 1000)

  await sweepFiles(server.database, server.deps.storage, nextWeek)

  const [draft] = await desk.list(mette, caseId)
  expect(draft?.files.map(({ id }) => id)).toEqual([own])
  expect((await send(server, mette, 'GET', `/api/v1/attachments/${own}/content`)).body).toBe('restarted')
  expect((await send(server, jonas, 'GET', `/api/v1/attachments/${foreign}/content`)).statusCode).toBe(404)
  expect(draft?.pictureIds).toEqual([])
})

test('sending a draft removes it in the same go, and what is refused leaves it', async () => {
  const kept = (await desk.keep(mette, caseId, 0)).json<MessageDraft>()
  const draft = { id: kept.id, version: kept.version }
  const refused = await desk.post(mette, caseId, { draft, statusId: newId() })

  expect(refused.json()).toMatchObject({ code: 'reference_refused' })
  expect(await desk.list(mette, caseId)).toHaveLength(1)

  told.length = 0
  const sent = await desk.post(mette, caseId, { draft })

  expect(sent.statusCode, sent.body).toBe(201)
  expect(await desk.list(mette, caseId)).toEqual([])
  expect(told.map(({ type }) => type)).toEqual(expect.arrayContaining(['draft.changed', 'reply.posted']))
})

test('a draft is sent once, by one device, as it was read', async () => {
  const { id } = (await desk.keep(mette, caseId, 0)).json<MessageDraft>()
  await desk.keep(mette, caseId, 1, { body: 'Dear Anna, I went on.' })
  const stale = await desk.post(mette, caseId, { draft: { id, version: 1 } })
  const answers = await Promise.all([1, 2].map(() => desk.post(mette, caseId, { draft: { id, version: 2 } })))

  expect(stale.json()).toMatchObject({ code: 'stale_version' })
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409])
  expect(answers.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({ code: 'draft_gone' })
})

test('nobody sends the draft of somebody else, or that of another case', async () => {
  const kept = (await desk.keep(mette, caseId, 0)).json<MessageDraft>()
  const draft = { id: kept.id, version: kept.version }
  const { id: customerId } = await buildCustomer(server)
  const other = await openCase(server, mette, { customerId })

  expect((await desk.post(jonas, caseId, { draft })).json()).toMatchObject({ code: 'draft_gone' })
  expect((await desk.post(mette, other.id, { draft })).json()).toMatchObject({ code: 'draft_gone' })
  expect(await desk.list(mette, caseId)).toHaveLength(1)
})

test('what one has begun is listed over all cases, latest first', async () => {
  const writer = await buildEmployee(server)
  const { id: customerId } = await buildCustomer(server)
  const other = await openCase(server, mette, { customerId, subject: 'The other one' })
  await desk.keep(writer, caseId, 0)
  server.clock.now = new Date(server.clock.now.getTime() + 1_000)
  await desk.keep(writer, other.id, 0, {}, 'drafts/note')
  await desk.keep(jonas, other.id, 0)

  const page = (await send(server, writer, 'GET', '/api/v1/me/drafts?limit=1&count=exact')).json<{
    data: MessageDraft[]
    page: { after: string; total: number }
  }>()
  const rest = (
    await send(server, writer, 'GET', `/api/v1/me/drafts?limit=1&after=${encodeURIComponent(page.page.after)}`)
  ).json<{ data: MessageDraft[]; page: object }>()

  expect(page.data).toMatchObject([{ kind: 'note', case: { subject: 'The other one' } }])
  expect(page.page.total).toBe(2)
  expect(rest).toMatchObject({ data: [{ kind: 'reply', case: { id: caseId } }], page: { hasMore: false } })
})
