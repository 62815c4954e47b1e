import { Prisma } from '@timedesk/prisma/client'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildAttachment } from '../../../test/build-attachment.ts'
import { reportCase, send } from '../../../test/cases.ts'
import { buildContact, buildEmployee, statusId, type SignedIn } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { lookAsContact } from '../../../test/look-as-contact.ts'
import { mailOf, openSideDesk } from '../../../test/side-desk.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: ReturnType<typeof openSideDesk>
let agent: SignedIn
let admin: SignedIn
let contact: Awaited<ReturnType<typeof buildContact>>
let caseId: string

beforeAll(async () => {
  server = await startServer()
  desk = openSideDesk(server)
  agent = await buildEmployee(server)
  admin = await buildEmployee(server, { role: 'administrator' })
  contact = await buildContact(server, { role: 'manager', seesAllCases: true })
})
beforeEach(async () => {
  server.clock.now = new Date(server.clock.now.getTime() + 5_000)
  caseId = (await reportCase(server, contact)).id
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

type Queued = {
  toAddress: string
  cc: object[]
  replyTo: string
  inReplyTo: string | null
  subject: string
  text: string
}
const mailsOf = (conversationId: string) =>
  server.database.reader.rows<Queued & { messageId: string; referenceIds: string[]; attachments: object[] }>(Prisma.sql`
    SELECT x.to_address AS "toAddress", x.cc, x.reply_to AS "replyTo", x.in_reply_to AS "inReplyTo", x.reference_ids AS "referenceIds",
      x.message_id AS "messageId", x.subject, x.text, x.attachments
      FROM mail x JOIN side_message m ON m.message_id = x.message_id WHERE m.conversation_id = ${conversationId}::uuid ORDER BY m.at`)

async function eventsOf(id: string): Promise<string[]> {
  const log = await send(server, agent, 'GET', `/api/v1/cases/${id}/timeline?lanes=changes`)
  return log.json<{ data: { event: { type: string } }[] }>().data.map(({ event }) => event.type)
}

test('what is asked goes out as one mail to all of them, and answers have a place to come to', async () => {
  const to = [{ address: 'Kim@Printworks.example', name: 'Kim Print' }, { address: 'lab@printworks.example' }]
  const answer = await desk.start(agent, caseId, { to })

  expect(answer.statusCode, answer.body).toBe(201)
  const started = answer.json<{ id: string; replyAddress: string }>()
  expect(answer.headers.location).toBe(`/api/v1/side-conversations/${started.id}`)
  expect(started).toMatchObject({
    caseId,
    subject: 'Spare part',
    participants: [
      { address: 'kim@printworks.example', name: 'Kim Print' },
      { address: 'lab@printworks.example', name: '' },
    ],
    startedBy: { id: agent.id },
    messageCount: 1,
    last: { direction: 'out', authorName: agent.name, excerpt: 'When can you ship it?' },
    closedAt: null,
  })
  expect(started.replyAddress).toMatch(/^timedesk\+s-[0-9a-f]{32}@localhost$/u)
  expect(await mailsOf(started.id)).toMatchObject([
    {
      toAddress: 'kim@printworks.example',
      cc: [{ address: 'lab@printworks.example', name: '' }],
      replyTo: started.replyAddress,
      inReplyTo: null,
      subject: 'Spare part',
      text: 'When can you ship it?',
    },
  ])
  expect(await desk.said(agent, started.id)).toMatchObject([
    { direction: 'out', author: { id: agent.id }, body: 'When can you ship it?', delivery: { state: 'waiting' } },
  ])
  expect((await eventsOf(caseId)).slice(-2)).toEqual(['side.started', 'side.sent'])
})

test('an answer is read without its quotation, its files with it, and the next mail answers it', async () => {
  const { id, replyAddress } = await desk.started(agent, caseId)
  const [first] = await mailsOf(id)
  server.clock.now = new Date(server.clock.now.getTime() + 5_000)
  const boundary = 'the-part'
  const body = [
    `--${boundary}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n`,
    Buffer.from(`Den er på lager.\n\nDen 26. nov. 2026 skrev Mette <help@x>:\n> When can you ship it?`).toString(
      'base64',
    ),
    `--${boundary}\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename="../offer.pdf"\r\n`,
    `%PDF-1.7 the offer`,
    `--${boundary}--`,
  ].join('\r\n')
  const mail = mailOf(
    {
      To: `Fjordbyte <${replyAddress}>`,
      'Message-ID': '<answer-1@printworks.example>',
      'Content-Type': `multipart/mixed; boundary="${boundary}"`,
    },
    body,
  )

  const taken = await desk.handIn(admin, mail)

  expect(taken.statusCode, taken.body).toBe(200)
  expect(taken.json()).toMatchObject({ outcome: 'received', conversationId: id })
  const [received] = await desk.said(agent, id)
  expect(received).toMatchObject({
    direction: 'in',
    author: { id: null, name: 'Kim Print', address: 'kim@printworks.example' },
    isFromStranger: false,
    isAutomatic: false,
    body: 'Den er på lager.',
    quoted: 'Den 26. nov. 2026 skrev Mette <help@x>:\n> When can you ship it?',
    delivery: null,
    attachments: [{ name: 'offer.pdf', contentType: 'application/pdf' }],
  })
  const file = received?.attachments[0]?.id ?? ''
  expect((await send(server, agent, 'GET', `/api/v1/attachments/${file}/content`)).body).toContain('the offer')
  expect((await eventsOf(caseId)).at(-1)).toBe('side.received')

  server.clock.now = new Date(server.clock.now.getTime() + 5_000)
  expect((await desk.write(agent, id)).statusCode).toBe(201)
  expect((await mailsOf(id)).at(-1)).toMatchObject({
    subject: 'Re: Spare part',
    inReplyTo: '<answer-1@printworks.example>',
    referenceIds: [first?.messageId, '<answer-1@printworks.example>'],
  })
})

test('files of the case go along, and only those', async () => {
  const own = await buildAttachment(server, { uploaderKind: 'employee', uploaderId: agent.id, name: 'order.png' })
  const inNote = await buildAttachment(server, { uploaderKind: 'employee', uploaderId: agent.id, name: 'log.png' })
  await send(server, agent, 'POST', `/api/v1/cases/${caseId}/notes`, { body: 'See.', attachmentIds: [inNote] })
  const other = await desk.start(agent, (await reportCase(server, contact)).id, { forwardedIds: [inNote] })
  expect(other.statusCode).toBe(409)
  expect(other.json()).toMatchObject({ code: 'reference_refused', errors: [{ pointer: '/body/forwardedIds' }] })

  const { id } = await desk.started(agent, caseId, { attachmentIds: [own], forwardedIds: [inNote, inNote] })

  expect((await mailsOf(id))[0]?.attachments).toMatchObject([{ name: 'order.png' }, { name: 'log.png' }])
  const files = await send(server, agent, 'GET', `/api/v1/cases/${caseId}/attachments`)
  expect(files.json()).toMatchObject({ data: [{ id: inNote }] })
})

test('the case moves along, or nothing happens', async () => {
  const refused = await desk.start(agent, caseId, { statusId: statusId.solved, attachmentIds: [agent.id] })
  expect(refused.statusCode).toBe(409)
  expect(await desk.list(agent, caseId)).toEqual([])

  await desk.started(agent, caseId, { statusId: statusId.waiting_third_party })

  const seen = await send(server, agent, 'GET', `/api/v1/cases/${caseId}`)
  expect(seen.json()).toMatchObject({ status: { id: statusId.waiting_third_party } })
})

test('a conversation is closed, and opens again when somebody writes', async () => {
  const { id, version } = await desk.started(agent, caseId)
  const closed = await desk.change(agent, id, version, { isClosed: true })
  expect(closed.statusCode, closed.body).toBe(200)
  expect(closed.json()).toMatchObject({ closedAt: server.clock.now.toISOString() })
  expect((await desk.change(agent, id, version, { isClosed: false })).statusCode).toBe(412)

  const to = [{ address: 'lab@printworks.example', name: 'Lab' }]
  const changed = await desk.change(agent, id, version + 1, { participants: to })
  expect(changed.json()).toMatchObject({ participants: to, closedAt: closed.json<{ closedAt: string }>().closedAt })
  await desk.write(agent, id)

  expect(await desk.get(agent, id)).toMatchObject({ closedAt: null, messageCount: 2 })
  expect((await mailsOf(id)).at(-1)).toMatchObject({ toAddress: 'lab@printworks.example', cc: [] })
  expect((await eventsOf(caseId)).slice(-3)).toEqual(['side.closed', 'side.reopened', 'side.sent'])
  const suggested = await send(server, agent, 'GET', '/api/v1/side-addresses?search=lab@')
  expect(suggested.json()).toEqual({ data: to })
})

test('nobody is asked twice in one mail, and somebody is', async () => {
  const kim = { address: 'kim@printworks.example' }
  for (const to of [[], [kim, { address: 'KIM@printworks.example' }], [{ address: 'kim' }]])
    expect((await desk.start(agent, caseId, { to })).statusCode).toBe(400)
})

test('staff and the customer’s own people are no third parties', async () => {
  const { email } = await server.database.transact((tx) => tx.contact.findUniqueOrThrow({ where: { id: contact.id } }))
  const to = [{ address: 'kim@printworks.example' }, { address: email }]
  const refused = await desk.start(agent, caseId, { to })

  expect(refused.statusCode).toBe(422)
  expect(refused.json()).toMatchObject({
    code: 'field_refused',
    errors: [{ pointer: '/body/to/1', code: 'is_customer' }],
  })
  const { id, version } = await desk.started(agent, caseId)
  const participants = [{ address: `${agent.id}@staff.test` }]
  expect((await desk.change(agent, id, version, { participants })).json()).toMatchObject({
    errors: [{ pointer: '/body/participants/0', code: 'is_staff' }],
  })
})

test('nothing of it reaches the customer: not the words, not the files, not that there is any', async () => {
  const seen = async () => {
    const paths = ['/cases', `/cases/${caseId}`, `/cases/${caseId}/timeline`, '/cases?search=kohlrabi', '/me/notices']
    const answers = await Promise.all(paths.map((path) => send(server, contact, 'GET', `/api/extranet/v1${path}`)))
    return answers.map(({ statusCode, body }) => `${String(statusCode)} ${body}`).join('\n')
  }
  const before = await seen()
  server.clock.now = new Date(server.clock.now.getTime() + 5_000)
  const own = await buildAttachment(server, { uploaderKind: 'employee', uploaderId: agent.id, name: 'kohlrabi.png' })
  const { id, replyAddress } = await desk.started(agent, caseId, {
    body: 'The kohlrabi is ours.',
    attachmentIds: [own],
  })
  await desk.handIn(admin, mailOf({ To: replyAddress }, 'kohlrabi'))

  expect(await seen()).toBe(before)
  const [file] = (await desk.said(agent, id)).flatMap(({ attachments }) => attachments)
  const asked = await send(server, contact, 'GET', `/api/extranet/v1/attachments/${file?.id ?? ''}/content`)
  expect(asked.statusCode).toBe(404)
  expect(await lookAsContact(server, contact, `SELECT id FROM attachment WHERE name = 'kohlrabi.png'`)).toEqual([])
  for (const table of ['side_conversation', 'side_participant', 'side_message'])
    await expect(lookAsContact(server, contact, `SELECT * FROM ${table}`)).rejects.toThrow()
})
