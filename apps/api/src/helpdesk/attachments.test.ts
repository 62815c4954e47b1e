import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { FILE_SIZE_BYTES_MAX } from '@timedesk/contracts/limits'
import { Prisma } from '@timedesk/prisma/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCase } from '../../test/build-case.ts'
import { buildContact, buildEmployee, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { multipart, upload } from '../../test/upload.ts'
import { newId } from '../platform/new-id.ts'
import { openLocalDisk } from '../platform/storage/local-disk.ts'
import { sweepFiles } from '../platform/storage/sweep.ts'

const PNG = Buffer.from('\x89PNG\r\n\x1a\nthe rest of a picture', 'latin1')
const EXTRANET = '/api/extranet/v1/attachments'

let folder: string
let server: Awaited<ReturnType<typeof startServer>>
let agent: SignedIn
let contact: Awaited<ReturnType<typeof buildContact>>

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'timedesk-files-'))
  server = await startServer({ storage: await openLocalDisk(folder) })
  agent = await buildEmployee(server)
  contact = await buildContact(server)
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

const content = (person: SignedIn, id: string, { url = '/api/v1/attachments', headers = {}, query = '' } = {}) =>
  server.app.inject({ url: `${url}/${id}/content${query}`, headers: { ...person.headers, ...headers } })

async function draftOf(person: SignedIn, file: Buffer | string = PNG, url = '/api/v1/attachments'): Promise<string> {
  const response = await upload(server, person, [{ fileName: 'error.png', content: file }], { url })
  return response.json<{ id: string }>().id
}

/** Gives a draft to a new public message, or to a new note, of a case of the contact's customer. */
async function claim(id: string, kind: 'reply' | 'note'): Promise<void> {
  const { id: caseId } = await buildCase(server, { customerId: contact.customerId })
  await server.database.transact(async (tx) => {
    await tx.supportCase.update({ where: { id: caseId }, data: { contactId: contact.id } })
    const messageId = newId()
    const common = {
      id: messageId,
      caseId,
      customerId: contact.customerId,
      authorName: 'Somebody',
      body: 'See the file',
    }
    if (kind === 'reply')
      await tx.reply.create({ data: { ...common, kind: 'reply', authorKind: 'system', postedAt: server.clock.now } })
    else await tx.note.create({ data: { ...common, writtenAt: server.clock.now } })
    const message = kind === 'reply' ? { replyId: messageId } : { noteId: messageId }
    await tx.attachment.update({
      where: { id },
      data: { caseId, customerId: contact.customerId, claimedAt: server.clock.now, ...message },
    })
  })
}

const stored = async () => {
  const entries = await readdir(path.join(folder, 'files'), { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).length
}

test('an uploaded file comes back byte for byte, as a download that no browser runs', async () => {
  const uploaded = await upload(server, agent, [{ fileName: 'Skærm — fejl.png', content: PNG }])
  const { id } = uploaded.json<{ id: string }>()
  const read = await content(agent, id)

  expect(uploaded.statusCode).toBe(201)
  expect(uploaded.json()).toMatchObject({ name: 'Skærm — fejl.png', contentType: 'image/png', sizeBytes: PNG.length })
  expect(read.rawPayload).toEqual(PNG)
  expect(read.headers).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': `attachment; filename="Sk_rm _ fejl.png"; filename*=UTF-8''Sk%C3%A6rm%20%E2%80%94%20fejl.png`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  })
})

test('pictures may be shown in place, and nothing else', async () => {
  const picture = await content(agent, await draftOf(agent), { query: '?inline=true' })
  const script = await content(agent, await draftOf(agent, '<svg onload="alert(1)"/>'), { query: '?inline=true' })

  expect(picture.headers['content-disposition']).toMatch(/^inline;/u)
  expect(script.headers['content-disposition']).toMatch(/^attachment;/u)
  expect(script.headers['content-type']).toBe('text/plain; charset=utf-8')
})

test.for([
  { bytes: FILE_SIZE_BYTES_MAX - 1, status: 201 },
  { bytes: FILE_SIZE_BYTES_MAX, status: 201 },
  { bytes: FILE_SIZE_BYTES_MAX + 1, status: 413, code: 'body_too_large' },
  { bytes: 0, status: 422, code: 'file_refused' },
])('a file of $bytes bytes is answered with $status', async ({ bytes, status, code }) => {
  const before = await stored()
  const response = await upload(server, agent, [{ fileName: 'large.bin', content: Buffer.alloc(bytes, 1) }])

  expect(response.statusCode).toBe(status)
  expect(response.json()).toMatchObject(code === undefined ? { sizeBytes: bytes } : { code })
  expect(await stored()).toBe(before + (status === 201 ? 1 : 0))
})

test.for([
  { what: 'no part', parts: [] },
  {
    what: 'a second file',
    parts: [
      { fileName: 'a', content: 'a' },
      { fileName: 'b', content: 'b' },
    ],
  },
  {
    what: 'a field beside the file',
    parts: [
      { fileName: 'a', content: 'a' },
      { name: 'note', content: 'b' },
    ],
  },
  { what: 'a part of another name', parts: [{ name: '__proto__', fileName: 'a', content: 'a' }] },
])('$what is refused and leaves nothing', async ({ parts }) => {
  const before = await stored()
  const response = await upload(server, agent, parts)

  expect([response.statusCode, response.json()]).toMatchObject([400, { code: 'invalid_request' }])
  expect(await stored()).toBe(before)
})

test('an upload that breaks off leaves nothing', async () => {
  const before = await stored()
  await server.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = server.app.server.address() as AddressInfo
  const { payload, headers } = multipart([{ fileName: 'half.bin', content: Buffer.alloc(2_000_000, 1) }])
  const sending = request({
    port,
    method: 'POST',
    path: '/api/v1/attachments',
    headers: { ...agent.headers, ...headers, 'content-length': payload.length },
  })
  sending.on('error', () => undefined)
  sending.write(payload.subarray(0, 1_000_000))

  await expect.poll(stored).toBe(before + 1)
  sending.destroy()
  await expect.poll(stored).toBe(before)
})

test('a repeated upload under the same key makes one draft and keeps one file', async () => {
  const before = await stored()
  const headers = { 'idempotency-key': 'the-same-screenshot' }
  const first = await upload(server, agent, [{ fileName: 'a.png', content: PNG }], { headers })
  const again = await upload(server, agent, [{ fileName: 'a.png', content: PNG }], { headers })

  expect(again.json()).toEqual(first.json())
  expect(again.headers['idempotency-replayed']).toBe('true')
  expect(await stored()).toBe(before + 1)
})

test('a draft is for its uploader alone', async () => {
  const ofAgent = await draftOf(agent)
  const ofContact = await draftOf(contact, PNG, EXTRANET)
  const colleague = await buildEmployee(server)
  const neighbour = await buildContact(server, { customerId: contact.customerId, seesAllCases: true })

  expect((await content(agent, ofAgent)).statusCode).toBe(200)
  expect((await content(colleague, ofAgent)).statusCode).toBe(404)
  expect((await content(agent, ofContact)).statusCode).toBe(404)
  expect((await content(contact, ofContact, { url: EXTRANET })).statusCode).toBe(200)
  expect((await content(neighbour, ofContact, { url: EXTRANET })).statusCode).toBe(404)
})

test('the file of a reply is for the contacts who see the case, and for staff', async () => {
  const id = await draftOf(agent)
  await claim(id, 'reply')
  const stranger = await buildContact(server, { seesAllCases: true })
  const requester = await buildContact(server, { customerId: contact.customerId })
  const bookkeeper = await buildContact(server, {
    customerId: contact.customerId,
    role: 'bookkeeper',
    seesAllCases: true,
  })

  expect((await content(contact, id, { url: EXTRANET })).statusCode).toBe(200)
  expect((await content(await buildEmployee(server), id)).statusCode).toBe(200)
  expect((await content(stranger, id, { url: EXTRANET })).statusCode).toBe(404)
  expect((await content(requester, id, { url: EXTRANET })).statusCode).toBe(404)
  expect((await content(bookkeeper, id, { url: EXTRANET })).statusCode).toBe(403)
})

test('the file of an internal note is for staff alone', async () => {
  const id = await draftOf(agent)
  await claim(id, 'note')

  expect((await content(agent, id)).statusCode).toBe(200)
  expect((await content(contact, id, { url: EXTRANET })).statusCode).toBe(404)
})

test('the database itself shows a contact no file of others', async () => {
  const id = await draftOf(agent)
  await claim(id, 'note')
  const seen = await server.database.transactAs(
    {
      ...contact,
      kind: 'contact',
      role: 'manager',
      seesAllCases: true,
      language: 'en',
      permissions: new Set(),
      sessionId: newId(),
      key: '',
    },
    (tx) =>
      tx.rows(
        Prisma.sql`SELECT id FROM attachment WHERE note_id IS NOT NULL OR uploader_kind = 'employee' AND claimed_at IS NULL`,
      ),
  )

  expect(seen).toEqual([])
})

test('one range, HEAD and If-None-Match are answered', async () => {
  const id = await draftOf(agent, '0123456789')
  const part = await content(agent, id, { headers: { range: 'bytes=2-4' } })
  const end = await content(agent, id, { headers: { range: 'bytes=-3' } })
  const beyond = await content(agent, id, { headers: { range: 'bytes=10-' } })
  const known = await content(agent, id, { headers: { 'if-none-match': String(part.headers.etag) } })
  const head = await server.app.inject({
    method: 'HEAD',
    url: `/api/v1/attachments/${id}/content`,
    headers: agent.headers,
  })

  expect([part.statusCode, part.body, part.headers['content-range']]).toEqual([206, '234', 'bytes 2-4/10'])
  expect(end.body).toBe('789')
  expect([beyond.statusCode, beyond.headers['content-range']]).toEqual([416, 'bytes */10'])
  expect([known.statusCode, known.body]).toEqual([304, ''])
  expect([head.statusCode, head.headers['content-length'], head.body]).toEqual([200, '10', ''])
})

test('the sweep removes drafts after a day, and leaves what a message holds', async () => {
  const [forgotten, kept] = [await draftOf(agent, 'forgotten'), await draftOf(agent, 'kept')]
  await claim(kept, 'reply')
  const later = new Date(Date.now() + 25 * 60 * 60 * 1000)
  await sweepFiles(server.database, server.deps.storage, later)

  expect((await content(agent, forgotten)).statusCode).toBe(404)
  expect((await content(agent, kept)).body).toBe('kept')
  const claimed = await server.database.reader.rows(Prisma.sql`SELECT 1 FROM attachment WHERE claimed_at IS NOT NULL`)
  expect(await stored()).toBe(claimed.length)
})
