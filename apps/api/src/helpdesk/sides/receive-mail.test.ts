import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildCase } from '../../../test/build-case.ts'
import { send } from '../../../test/cases.ts'
import { buildEmployee, type SignedIn } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { mailOf, openSideDesk } from '../../../test/side-desk.ts'
import { readMail } from './read-mail.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: ReturnType<typeof openSideDesk>
let agent: SignedIn
let admin: SignedIn
let caseId: string

beforeAll(async () => {
  server = await startServer()
  desk = openSideDesk(server)
  agent = await buildEmployee(server)
  admin = await buildEmployee(server, { role: 'administrator' })
})
beforeEach(async () => {
  passSeconds()
  caseId = (await buildCase(server)).id
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

function passSeconds(): void {
  server.clock.now = new Date(server.clock.now.getTime() + 5_000)
}

const outcomeOf = async (mail: string) => {
  const taken = await desk.handIn(admin, mail)
  return { status: taken.statusCode, ...taken.json<{ outcome?: string; conversationId?: string; code?: string }>() }
}

test('a mail handed in twice, also at the same time, is one message', async () => {
  const { id, replyAddress } = await desk.started(agent, caseId)
  const mail = mailOf({ 'X-Original-To': replyAddress, To: undefined })

  const outcomes = await Promise.all([outcomeOf(mail), outcomeOf(mail), outcomeOf(mail)])

  expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['known', 'known', 'received'])
  expect(await desk.get(agent, id)).toMatchObject({ messageCount: 2 })
})

test('one without an id is told by what it is', async () => {
  const { id, replyAddress } = await desk.started(agent, caseId)
  const mail = mailOf({ To: replyAddress, 'Message-ID': undefined })

  expect(await outcomeOf(mail)).toMatchObject({ outcome: 'received' })
  expect(await outcomeOf(mail)).toMatchObject({ outcome: 'known' })
  expect(await outcomeOf(`${mail}And two more.`)).toMatchObject({ outcome: 'received' })
  expect(await desk.get(agent, id)).toMatchObject({ messageCount: 3 })
})

test('an answer to the sender’s address is told by the mail that it answers', async () => {
  const { id, replyAddress } = await desk.started(agent, caseId)
  const other = await desk.started(agent, caseId, { subject: 'Another part' })
  await outcomeOf(mailOf({ To: replyAddress, 'Message-ID': '<one@printworks.example>' }))

  const answer = mailOf({ 'In-Reply-To': '<one@printworks.example>' })
  expect(await outcomeOf(answer)).toMatchObject({ outcome: 'received', conversationId: id })
  const later = mailOf({ References: '<unknown@x> <one@printworks.example>' })
  expect(await outcomeOf(later)).toMatchObject({ outcome: 'received', conversationId: id })
  const both = mailOf({ 'In-Reply-To': '<one@printworks.example>', Cc: other.replyAddress })
  expect(await outcomeOf(both)).toMatchObject({ outcome: 'received', conversationId: other.id })
})

test('a mail of somebody else is shown as such, and an automatic one opens nothing', async () => {
  const { id, replyAddress, version } = await desk.started(agent, caseId)
  await desk.change(agent, id, version, { isClosed: true })

  await outcomeOf(
    mailOf({ To: replyAddress, From: 'out@printworks.example', 'Auto-Submitted': 'auto-replied' }, 'Away.'),
  )

  expect(await desk.get(agent, id)).toMatchObject({ closedAt: expect.any(String) as string })
  const [automatic] = await desk.said(agent, id)
  expect(automatic).toMatchObject({
    isFromStranger: true,
    isAutomatic: true,
    author: { name: 'out@printworks.example' },
  })
  await outcomeOf(mailOf({ To: replyAddress }))
  expect(await desk.get(agent, id)).toMatchObject({ closedAt: null, messageCount: 3, last: { direction: 'in' } })
})

test.for([
  ['belongs to no conversation', mailOf({ To: `help+s-${'0'.repeat(32)}@fjordbyte.example` })],
  ['names no sender', mailOf({ From: undefined })],
  ['is none', 'just words'],
])('a mail that %s is refused', async ([, mail]) => {
  expect(await outcomeOf(mail ?? '')).toMatchObject({ status: 422, code: 'mail_refused' })
})

test('whoever may not hand in mail cannot put words into anybody’s mouth', async () => {
  const { id, replyAddress } = await desk.started(agent, caseId)

  expect((await desk.handIn(agent, mailOf({ To: replyAddress }))).statusCode).toBe(403)
  expect(await desk.get(agent, id)).toMatchObject({ messageCount: 1 })
})

test('an answer finds its way when the case was merged', async () => {
  const { customerId } = await server.database.transact((tx) =>
    tx.supportCase.findUniqueOrThrow({ where: { id: caseId } }),
  )
  const { id: intoId } = await buildCase(server, { customerId })
  const { id, replyAddress } = await desk.started(agent, caseId)
  const merged = await send(server, agent, 'PUT', `/api/v1/cases/${caseId}/merge`, { intoId })
  expect(merged.statusCode, merged.body).toBe(200)

  passSeconds()
  expect(await outcomeOf(mailOf({ To: replyAddress }))).toMatchObject({ outcome: 'received', conversationId: id })
  passSeconds()
  expect((await desk.write(agent, id)).statusCode).toBe(201)

  expect(await desk.list(agent, intoId)).toMatchObject([{ id, messageCount: 3 }])
  const log = await send(server, agent, 'GET', `/api/v1/cases/${intoId}/timeline?lanes=changes&order=desc`)
  const told = log.json<{ data: { event: { type: string } }[] }>().data.map(({ event }) => event.type)
  expect(told.slice(0, 2)).toEqual(['side.sent', 'side.received'])
})

test('a page without plain text is read as text, without what runs in it', async () => {
  const html = '<p>It ships <b>tomorrow</b>.</p><script>alert(1)</script><p>Kim</p>'
  const mail = mailOf({ 'Content-Type': 'text/html; charset=utf-8' }, html)

  expect(await readMail(Buffer.from(mail))).toMatchObject({ body: 'It ships tomorrow.\n\nKim', files: [] })
})

test('what is too long to be shown is kept whole beside the message', async () => {
  const read = await readMail(Buffer.from(mailOf({}, 'x'.repeat(150_000))))

  expect(read.body).toHaveLength(100_000)
  expect(read.files).toMatchObject([{ name: 'mail.txt' }])
  expect(read.files[0]?.content).toHaveLength(150_000)
})
