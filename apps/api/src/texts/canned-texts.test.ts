import type { CannedText, RenderedText } from '@timedesk/contracts/canned-texts'
import { Prisma } from '@timedesk/prisma/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCase } from '../../test/build-case.ts'
import { send } from '../../test/cases.ts'
import { buildContact, buildEmployee, SUPPORT_DEPARTMENT_ID, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'

let server: Awaited<ReturnType<typeof startServer>>
let lead: SignedIn
let agent: SignedIn
beforeAll(async () => {
  server = await startServer()
  lead = await buildEmployee(server, { role: 'lead', name: 'Mads Holm' })
  agent = await buildEmployee(server, { role: 'agent', name: 'Ida Lund' })
})
afterAll(() => server.close())

const texts = {
  en: 'Dear {{contact.firstName}}, #{{case.number}}.',
  da: 'Kære {{contact.firstName}}, #{{case.number}}.',
}

let next = 0
async function write(by: SignedIn, given: Record<string, unknown> = {}) {
  next += 1
  const payload = { name: `Text ${String(next)}`, shortcut: `text${String(next)}`, scope: 'everyone', texts, ...given }
  return send(server, by, 'POST', '/api/v1/canned-texts', payload)
}

async function shortcutsFor(by: SignedIn, query = ''): Promise<string[]> {
  const answer = await send(server, by, 'GET', `/api/v1/canned-texts?limit=200${query}`)
  return answer.json<{ data: CannedText[] }>().data.map(({ shortcut }) => shortcut)
}

async function elsewhere(): Promise<string> {
  const id = server.deps.newId()
  await server.database.transact((tx) => tx.department.create({ data: { id, name: `Department ${id}` } }))
  return id
}

test('everybody writes private texts, and only who keeps shared ones writes those', async () => {
  expect((await write(agent, { scope: 'private' })).statusCode).toBe(201)
  expect((await write(agent)).json()).toMatchObject({ code: 'permission_denied' })
  const shared = (await write(lead)).json<CannedText>()
  expect(shared).toMatchObject({ scope: 'everyone', owner: null, can: { edit: true } })
  const seen = await send(server, agent, 'GET', `/api/v1/canned-texts/${shared.id}`)
  expect(seen.json()).toMatchObject({ can: { edit: false } })
  const headers = { 'if-match': seen.headers.etag }
  const changed = await send(server, agent, 'PATCH', `/api/v1/canned-texts/${shared.id}`, { name: 'Mine' }, headers)
  expect(changed.json()).toMatchObject({ code: 'permission_denied' })
})

test('a private text is its owner’s alone, and a department’s text its people’s', async () => {
  const departmentId = await elsewhere()
  const other = await buildEmployee(server, { departmentId })
  await write(agent, { scope: 'private', shortcut: 'mine' })
  await write(lead, { scope: 'department', departmentId, shortcut: 'theirs' })
  await write(lead, { scope: 'department', departmentId: SUPPORT_DEPARTMENT_ID, shortcut: 'ours' })
  expect(await shortcutsFor(agent)).toEqual(expect.arrayContaining(['mine', 'ours']))
  expect(await shortcutsFor(agent)).not.toContain('theirs')
  expect(await shortcutsFor(other)).toEqual(expect.arrayContaining(['theirs']))
  expect(await shortcutsFor(other)).not.toContain('mine')
  expect(await shortcutsFor(lead)).toEqual(expect.arrayContaining(['ours', 'theirs']))
  expect(await shortcutsFor(lead, '&scope=private')).not.toContain('mine')
})

test('a shortcut is free again in another scope, and taken in its own', async () => {
  await write(lead, { shortcut: 'hello' })
  expect((await write(lead, { shortcut: 'HELLO' })).json()).toMatchObject({
    code: 'conflict',
    errors: [{ pointer: '/body/shortcut', code: 'taken' }],
  })
  expect((await write(agent, { shortcut: 'hello', scope: 'private' })).statusCode).toBe(201)
})

test('a variable that does not exist is refused where it stands', async () => {
  const answer = await write(lead, { texts: { en: 'Hello {{contact.nick}}', da: '{{today}}' } })
  expect(answer.json()).toMatchObject({
    status: 422,
    code: 'variable_unknown',
    errors: [
      { pointer: '/body/texts/en', code: 'variable_unknown', message: 'There is no variable {{contact.nick}}.' },
    ],
  })
  expect((await write(lead, { texts: { en: '', da: ' ' } })).json()).toMatchObject({ code: 'invalid_request' })
})

test('a department’s text needs a department that is there', async () => {
  const missing = await write(lead, { scope: 'department' })
  expect(missing.json()).toMatchObject({ code: 'invalid_request', errors: [{ pointer: '/body/departmentId' }] })
  const unknown = await write(lead, { scope: 'department', departmentId: server.deps.newId() })
  expect(unknown.json()).toMatchObject({ code: 'reference_refused' })
})

test('changes are in its history, need the version that was read, and keep what is not named', async () => {
  const text = (await write(lead)).json<CannedText>()
  const change = (payload: object, version: number) =>
    send(server, lead, 'PATCH', `/api/v1/canned-texts/${text.id}`, payload, { 'if-match': `"v${String(version)}"` })
  const answer = await change({ texts: { en: 'Hello', da: '' }, isActive: false }, 1)
  expect(answer.json()).toMatchObject({ name: text.name, texts: { en: 'Hello', da: '' }, isActive: false, version: 2 })
  expect((await change({ name: 'Late' }, 1)).json()).toMatchObject({ code: 'stale_version' })
  const [event] = await server.database.reader.rows<{ payload: object }>(
    Prisma.sql`SELECT payload FROM event WHERE subject_id = ${text.id}::uuid AND type = 'setting.changed'`,
  )
  expect(event?.payload).toMatchObject({
    setting: 'canned_text',
    changes: [{ field: 'english' }, { field: 'danish' }, { field: 'isActive' }],
  })
})

async function speak(language: 'en' | 'da', name = 'Anna Berg') {
  const contact = await buildContact(server, { name })
  await server.database.transact((tx) => tx.contact.update({ where: { id: contact.id }, data: { language } }))
  return buildCase(server, { customerId: contact.customerId, contactId: contact.id })
}

async function offered(by: SignedIn, caseId: string, query: string): Promise<RenderedText[]> {
  const answer = await send(server, by, 'GET', `/api/v1/cases/${caseId}/canned-texts?${query}`)
  return answer.json<{ data: RenderedText[] }>().data
}

test('on a case texts are filled in, in the language of the contact', async () => {
  await write(lead, { shortcut: 'fillme' })
  const danish = await speak('da')
  const english = await speak('en', 'Eve *Star* Stone')
  expect(await offered(agent, danish.id, 'search=fillme')).toMatchObject([
    { language: 'da', body: expect.stringMatching(/^Kære Anna, #\d+\.$/u) as string },
  ])
  expect(await offered(agent, danish.id, 'search=fillme&inOtherLanguage=true')).toMatchObject([
    { language: 'en', body: expect.stringMatching(/^Dear Anna, #\d+\.$/u) as string },
  ])
  expect(await offered(agent, english.id, 'search=fillme')).toMatchObject([
    { body: expect.stringMatching(/^Dear Eve, #\d+\.$/u) as string },
  ])
})

test('whoever asks is who signs, and what is retired is not offered', async () => {
  const { id } = await speak('en')
  await write(lead, { shortcut: 'signed', texts: { en: '{{agent.name}}', da: '' } })
  await write(agent, { shortcut: 'signed2', scope: 'private', texts: { en: '{{agent.firstName}}', da: '' } })
  expect(await offered(agent, id, 'search=signed')).toMatchObject([{ body: 'Ida Lund' }, { body: 'Ida' }])
  expect(await offered(lead, id, 'search=signed')).toMatchObject([{ body: 'Mads Holm' }])
  const retired = (await write(lead, { shortcut: 'oldone' })).json<CannedText>()
  const headers = { 'if-match': '"v1"' }
  await send(server, lead, 'PATCH', `/api/v1/canned-texts/${retired.id}`, { isActive: false }, headers)
  expect(await offered(lead, id, 'search=oldone')).toEqual([])
  const nowhere = await send(server, agent, 'GET', `/api/v1/cases/${server.deps.newId()}/canned-texts`)
  expect(nowhere.json()).toMatchObject({ code: 'not_found' })
})

test('what begins with the search comes first', async () => {
  const { id } = await speak('en')
  await write(lead, { shortcut: 'zz-close', name: 'A' })
  await write(lead, { shortcut: 'close', name: 'B' })
  await write(lead, { shortcut: 'a-close', name: 'C' })
  expect((await offered(lead, id, 'search=close')).map(({ shortcut }) => shortcut)).toEqual([
    'close',
    'a-close',
    'zz-close',
  ])
})
