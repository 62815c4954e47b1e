import type { CaseAttachment } from '@timedesk/contracts/case-attachments'
import type { Case } from '@timedesk/contracts/cases'
import type { TimelineCounts, TimelineItem } from '@timedesk/contracts/dialogue'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildAttachment } from '../../test/build-attachment.ts'
import { openCase, send } from '../../test/cases.ts'
import { buildContact, buildEmployee, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { newId } from '../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let agent: SignedIn
let subject: Case

beforeAll(async () => {
  server = await startServer()
  agent = await buildEmployee(server)
})
beforeEach(async () => {
  const contact = await buildContact(server)
  subject = await openCase(server, agent, { customerId: contact.customerId, contactId: contact.id })
})
afterAll(() => server.close())

const read = async <Answer>(path: string, by = agent): Promise<Answer> => {
  const answer = await send(server, by, 'GET', `/api/v1/cases/${subject.id}${path}`)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json<Answer>()
}
const attach = (name: string) => buildAttachment(server, { uploaderKind: 'employee', uploaderId: agent.id, name })
const later = () => {
  server.clock.now = new Date(server.clock.now.getTime() + 1_000)
}
const write = async (kind: 'replies' | 'notes', attachmentIds: string[] = []): Promise<string> => {
  later()
  const body = { body: 'Please restart.', attachmentIds }
  return (await send(server, agent, 'POST', `/api/v1/cases/${subject.id}/${kind}`, body)).json<{ id: string }>().id
}

test('each lane says how many items it holds', async () => {
  await write('replies', [await attach('a.png'), await attach('b.png')])
  await write('notes', [await attach('c.png')])
  const counts = await read<TimelineCounts>('/timeline-counts')
  const lane = async (name: string) =>
    (await read<{ page: { total: number } }>(`/timeline?lanes=${name}&count=exact`)).page.total

  expect(counts).toMatchObject({ dialogue: 2, internal: 1, time: 0, attachments: 3 })
  expect(counts).toEqual({
    ...{ dialogue: await lane('dialogue'), internal: await lane('internal'), attachments: 3 },
    ...{ time: await lane('time'), changes: await lane('changes') },
  })
  expect(counts.changes).toBeGreaterThan(0)
})

test('the files of a case come newest first, each with its message, page by page', async () => {
  const reply = await write('replies', [await attach('first.png')])
  later()
  const note = await write('notes', [await attach('second.png')])
  type Files = { data: CaseAttachment[]; page: { after: string | null; total?: number } }
  const first = await read<Files>('/attachments?limit=1&count=exact')
  const second = await read<Files>(`/attachments?limit=1&count=exact&after=${String(first.page.after)}`)

  expect(first).toMatchObject({
    data: [{ name: 'second.png', message: { id: note, kind: 'note', authorName: agent.name } }],
    page: { total: 2 },
  })
  expect(second).toMatchObject({
    data: [{ name: 'first.png', message: { id: reply, kind: 'reply' } }],
    page: { after: null },
  })
})

test('the log can begin with one of its items, to either side', async () => {
  const ids = [await write('replies'), await write('notes'), await write('replies')]
  const from = async (id: string | undefined, order: string) =>
    (await read<{ data: TimelineItem[] }>(`/timeline?lanes=dialogue,internal&order=${order}&from=${String(id)}`)).data
  const all = (await read<{ data: TimelineItem[] }>('/timeline?lanes=dialogue,internal')).data.map(({ id }) => id)

  expect((await from(ids[1], 'asc')).map(({ id }) => id)).toEqual([ids[1], ids[2]])
  expect((await from(ids[1], 'desc')).map(({ id }) => id)).toEqual([ids[1], ids[0], all[0]])
  expect(await from(newId(), 'asc')).toEqual([])
})

test('a case says up to when the reader has seen it, and forgets it when it is marked as unread', async () => {
  const mark = (method: 'PUT' | 'DELETE') => send(server, agent, method, `/api/v1/cases/${subject.id}/read-mark`)
  const other = await buildEmployee(server)
  later()
  await mark('PUT')

  expect((await read<Case>('')).readUntil).toBe(server.clock.now.toISOString())
  expect((await read<Case>('', other)).readUntil).toBeNull()
  await mark('DELETE')
  expect((await read<Case>('')).readUntil).toBeNull()
})

test.for(['timeline-counts', 'attachments'])('%s of a case that is not there is refused', async (name) => {
  const answer = await send(server, agent, 'GET', `/api/v1/cases/${newId()}/${name}`)
  expect(answer.statusCode).toBe(404)
})
