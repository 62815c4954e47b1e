import { listNotices, extranetListNotices, extranetReadNotices } from '@timedesk/contracts/notices'
import type { Notice } from '@timedesk/contracts/notices'
import { Prisma } from '@timedesk/prisma/client'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { deliverAll } from '../../test/deliver-all.ts'
import { reportCase, send } from '../../test/cases.ts'
import { buildContact, buildEmployee, type SignedIn, statusId } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'

type Notices = { data: Notice[]; unread: number }
type Sent = { toAddress: string; subject: string; text: string }

let server: Awaited<ReturnType<typeof startServer>>
let agent: SignedIn
let contact: SignedIn

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

beforeEach(async () => {
  agent = await buildEmployee(server, { name: 'Mette Holm' })
  contact = await buildContact(server, { name: 'Anna Berg' })
})

async function noticesOf(person: SignedIn, path: string): Promise<Notices> {
  return (await send(server, person, 'GET', path)).json<Notices>()
}

const mailsTo = (id: string) =>
  server.database.reader.rows<Sent>(
    Prisma.sql`SELECT to_address AS "toAddress", subject, text FROM mail WHERE to_address LIKE ${`${id}%`} ORDER BY created_at, id`,
  )

async function replyTo(caseId: string, body = 'The margin is 12 %.'): Promise<void> {
  const answer = await send(server, agent, 'POST', `/api/v1/cases/${caseId}/replies`, { body })
  expect(answer.statusCode).toBe(201)
}

test('a reply tells the contact once, in the app and by a mail that repeats nothing', async () => {
  const { id, number } = await reportCase(server, contact, { subject: 'Project Falcon' })
  await replyTo(id)

  await deliverAll(server)
  await server.database.reader.rows(Prisma.sql`UPDATE event_delivery SET state = 'waiting'`)
  await deliverAll(server)

  const { data, unread } = await noticesOf(contact, extranetListNotices.path)
  expect(data.map(({ event, actorName }) => [event.type, actorName])).toEqual([['reply.posted', 'Mette Holm']])
  expect(unread).toBe(1)
  const mails = await mailsTo(contact.id)
  expect(mails).toHaveLength(1)
  expect(mails[0]?.text).toContain(`http://localhost:3000/extranet/cases/${String(number)}`)
  expect(JSON.stringify(mails)).not.toMatch(/margin|Falcon/u)
})

test('why staff moved a case stays inside', async () => {
  const { id } = await reportCase(server, contact)
  await deliverAll(server)
  server.clock.now = new Date(server.clock.now.getTime() + 1_000)
  const move = { statusId: statusId.cancelled, reason: 'The customer never pays.' }
  await send(server, agent, 'PUT', `/api/v1/cases/${id}/status`, move)

  await deliverAll(server)

  const { data } = await noticesOf(contact, extranetListNotices.path)
  expect(data[0]?.event).toMatchObject({ type: 'case.status_changed', toCategory: 'cancelled' })
  expect(JSON.stringify(data)).not.toContain('never pays')
})

test('the mail repeats subject and text where the company allows it', async () => {
  const { id } = await reportCase(server, contact, { subject: 'Project Falcon' })
  await server.database.transact((tx) => tx.company.update({ where: { id: 1 }, data: { mailIncludesText: true } }))
  await replyTo(id)

  await deliverAll(server)
  await server.database.transact((tx) => tx.company.update({ where: { id: 1 }, data: { mailIncludesText: false } }))

  const [mail] = await mailsTo(contact.id)
  expect(mail?.subject).toContain('Project Falcon')
  expect(mail?.text).toContain('The margin is 12 %.')
})

test('a case from the extranet tells the people of its queue, and its author nothing', async () => {
  const { id } = await reportCase(server, contact)

  await deliverAll(server)

  const mine = (await noticesOf(agent, listNotices.path)).data.filter((notice) => notice.case.id === id)
  expect(mine.map(({ event }) => event.type)).toEqual(['case.created'])
  expect((await noticesOf(contact, extranetListNotices.path)).data).toEqual([])
})

test('whoever was deactivated before the delivery is told nothing', async () => {
  const { id } = await reportCase(server, contact)
  await replyTo(id)
  await server.database.transact((tx) => tx.contact.update({ where: { id: contact.id }, data: { isActive: false } }))

  await deliverAll(server)

  expect(await mailsTo(contact.id)).toEqual([])
})

test('notices can be marked as read', async () => {
  const { id } = await reportCase(server, contact)
  await replyTo(id)
  await deliverAll(server)

  await send(server, contact, 'PUT', extranetReadNotices.path)

  expect((await noticesOf(contact, extranetListNotices.path)).unread).toBe(0)
})
