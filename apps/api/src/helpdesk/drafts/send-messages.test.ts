import type { MessageDraft } from '@timedesk/contracts/drafts'
import type { NoticeEntry } from '@timedesk/contracts/notices'
import { Prisma } from '@timedesk/prisma/client'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { reportCase, send } from '../../../test/cases.ts'
import { buildApiToken } from '../../../test/build-api-token.ts'
import { deliverAll } from '../../../test/deliver-all.ts'
import { openDraftDesk } from '../../../test/draft-desk.ts'
import { buildContact, buildEmployee, type SignedIn } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { sendMessages } from './send-messages.ts'

const NOW = new Date('2026-03-02T09:00:00.000Z')
const AT = new Date('2026-03-02T09:05:00.000Z')

let server: Awaited<ReturnType<typeof startServer>>
let desk: ReturnType<typeof openDraftDesk>
let mette: SignedIn
let jonas: SignedIn
let anna: SignedIn
let caseId: string
let draft: MessageDraft

beforeAll(async () => {
  server = await startServer()
  desk = openDraftDesk(server)
})
beforeEach(async () => {
  server.clock.now = NOW
  ;[mette, jonas] = [await buildEmployee(server, { name: 'Mette' }), await buildEmployee(server, { name: 'Jonas' })]
  anna = await buildContact(server)
  caseId = (await reportCase(server, anna)).id
  await deliverAll(server)
  draft = (await desk.keep(mette, caseId, 0)).json<MessageDraft>()
  const scheduled = await desk.schedule(mette, draft, { sendAt: AT.toISOString(), seenMessageId: await newest() })
  expect(scheduled.statusCode, scheduled.body).toBe(200)
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

const newest = async () => {
  const [row] = await server.database.reader.rows<{ id: string }>(
    Prisma.sql`SELECT id FROM reply WHERE case_id = ${caseId}::uuid ORDER BY id DESC LIMIT 1`,
  )
  return row?.id
}
const work = (world = server.deps) => {
  server.clock.now = AT
  return sendMessages(world, AT)
}
const sent = () =>
  server.database.reader.rows<{ body: string }>(
    Prisma.sql`SELECT body FROM reply WHERE case_id = ${caseId}::uuid AND author_id = ${mette.id}::uuid`,
  )
const kept = async () => (await desk.list(mette, caseId))[0]
const notSent = () =>
  server.database.reader.rows<{ code: string; by: string }>(
    Prisma.sql`SELECT payload ->> 'code' AS code, actor_kind AS by FROM event WHERE type = 'message.not_sent' AND case_id = ${caseId}::uuid`,
  )
const change = (run: (tx: Parameters<Parameters<typeof server.database.transact>[0]>[0]) => Promise<unknown>) =>
  server.database.transact(run)

test('doubled workers send one message', async () => {
  await Promise.all(Array.from({ length: 6 }, () => work()))
  await work()

  expect(await sent()).toEqual([{ body: 'Dear Anna,' }])
  expect(await notSent()).toEqual([])
})

test('a worker that dies before its commit leaves nothing, and the next one sends', async () => {
  const { database } = server.deps
  const dying = {
    ...server.deps,
    database: {
      ...database,
      transact: <Result>(run: Parameters<typeof database.transact<Result>>[0]) =>
        database.transact<Result>(async (tx) => {
          await run(tx)
          throw new Error('killed')
        }),
    },
  }
  await expect(work(dying)).rejects.toThrow('Some messages could not be sent')
  expect(await sent()).toEqual([])
  await work()

  expect(await sent()).toHaveLength(1)
})

test('a message that is called back while it goes out is sent or back, never both', async () => {
  const [back] = await Promise.all([desk.callBack(mette, draft), work()])
  const messages = await sent()

  expect(back.statusCode === 200 ? messages : [back.json<{ code: string }>().code]).toEqual(
    back.statusCode === 200 ? [] : ['draft_gone'],
  )
  expect(await kept()).toEqual(back.statusCode === 200 ? expect.objectContaining({ sending: null }) : undefined)
})

test('what the customer wrote meanwhile keeps it back, and its writer hears why', async () => {
  const answer = await send(server, anna, 'POST', `/api/extranet/v1/cases/${caseId}/replies`, { body: 'Solved now.' })
  expect(answer.statusCode).toBe(201)
  await work()
  await work()

  expect(await sent()).toEqual([])
  expect(await kept()).toMatchObject({
    ...{ body: 'Dear Anna,', sending: null, can: { write: true } },
    problem: { at: AT.toISOString(), code: 'newer_messages' },
  })
  expect(await notSent()).toEqual([{ code: 'newer_messages', by: 'system' }])
  await deliverAll(server)
  const entries = await send(server, mette, 'GET', '/api/v1/me/notice-entries')
  expect(entries.json<{ data: NoticeEntry[] }>().data).toMatchObject([
    { case: { id: caseId }, level: 'high', latest: { reason: 'not_sent' } },
  ])
  const others = await send(server, jonas, 'GET', '/api/v1/me/notice-entries')
  expect(others.body).not.toContain('not_sent')
})

test('what is written on after that is no longer a problem', async () => {
  await desk.post(jonas, caseId, {})
  await work()
  const { version = 0 } = (await kept()) ?? {}
  await desk.keep(mette, caseId, version, { body: 'Dear Anna, then' })

  expect(await kept()).toMatchObject({ problem: null })
})

test('of somebody who left, nothing is sent; the draft is there for whoever takes it over', async () => {
  await change((tx) => tx.employee.update({ where: { id: mette.id }, data: { isActive: false } }))
  await work()

  expect(await sent()).toEqual([])
  const [left] = await desk.list(jonas, caseId)
  expect(left).toMatchObject({ owner: { name: 'Mette', isActive: false }, problem: { code: 'permission_denied' } })
  expect((await desk.takeOver(jonas, caseId, mette.id)).statusCode).toBe(201)
})

test('of a token, no more is sent than it still may', async () => {
  await desk.callBack(mette, draft)
  const token = await buildApiToken(server, mette, ['cases:write'])
  const back = await kept()
  if (back === undefined) throw new Error('It was called back')
  expect((await desk.schedule(token, back, { sendAt: AT.toISOString() })).statusCode).toBe(200)
  await change((tx) => tx.apiToken.updateMany({ where: { employeeId: mette.id }, data: { revokedAt: NOW } }))
  await work()

  expect(await sent()).toEqual([])
  expect(await kept()).toMatchObject({ sending: null, problem: { code: 'permission_denied' } })
})

test('of a case that goes on elsewhere, it stays where it was written and is told of where the case is', async () => {
  const other = (await reportCase(server, anna)).id
  const merged = await send(server, jonas, 'PUT', `/api/v1/cases/${caseId}/merge`, { intoId: other })
  expect(merged.statusCode, merged.body).toBeLessThan(300)
  await work()

  expect(await desk.list(mette, other)).toMatchObject([{ case: { id: caseId }, problem: { code: 'case_merged' } }])
  const told = await server.database.reader.rows(
    Prisma.sql`SELECT 1 FROM event WHERE type = 'message.not_sent' AND case_id = ${other}::uuid`,
  )
  expect(told).toHaveLength(1)
})

test('the customer sees nothing of what is to go out, nor that it did not', async () => {
  const look = async () => {
    const timeline = await send(server, anna, 'GET', `/api/extranet/v1/cases/${caseId}/timeline`)
    const notices = await send(server, anna, 'GET', '/api/extranet/v1/notices')
    return timeline.body + notices.body
  }
  expect(await look()).not.toContain('Dear Anna,')
  await desk.post(jonas, caseId, { body: 'A colleague was quicker.' })
  await work()
  await deliverAll(server)
  const seen = await look()

  expect(seen).toContain('A colleague was quicker.')
  expect(seen).not.toMatch(/Dear Anna,|not_sent/u)
})

test('a fault is tried again for a while from the first one on, then the draft is given back', async () => {
  const { database } = server.deps
  let runs = 0
  const faulty = {
    ...server.deps,
    database: {
      ...database,
      transact: <Result>(run: Parameters<typeof database.transact<Result>>[0]) => {
        runs += 1
        return runs % 2 === 1 ? Promise.reject<Result>(new Error('no room')) : database.transact<Result>(run)
      },
    },
  }
  const workAt = async (minutes: number) => {
    runs = 0
    const at = new Date(AT.getTime() + minutes * 60_000)
    await expect(sendMessages(faulty, at)).rejects.toThrow('Some messages could not be sent')
  }
  // The worker was away for an hour: what fails then is no older than that.
  for (const minutes of [60, 74]) await workAt(minutes)
  expect(await kept()).toMatchObject({ sending: { at: AT.toISOString() } })
  await workAt(76)

  expect(await kept()).toMatchObject({ sending: null, problem: { code: 'fault' } })
})
