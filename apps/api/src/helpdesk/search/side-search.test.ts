import type { Case } from '@timedesk/contracts/cases'
import { Prisma } from '@timedesk/prisma/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { send } from '../../../test/cases.ts'
import { buildEmployee } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { marked, openSearchDesk } from '../../../test/search-desk.ts'
import { mailOf, openSideDesk } from '../../../test/side-desk.ts'
import { collectWords } from './collect-words.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openSearchDesk>>
let one: Case
let other: Case

beforeAll(async () => {
  server = await startServer()
  desk = await openSearchDesk(server)
  const sides = openSideDesk(server)
  one = await desk.open(desk.soren, { subject: 'Printeren larmer' })
  other = await desk.open(desk.anna, { subject: 'Ny skærm' })
  await sides.started(desk.agent, one.id, {
    to: [{ address: 'jorgen@trykhuset.example', name: 'Jørgen Bødker' }],
    subject: 'Reservedel til tromlen',
    body: 'Hvornår kan I levere varmevalsen?',
  })
  await sides.started(desk.agent, other.id, { subject: 'Screen order', body: 'Is the ultrawide in stock?' })
  await collectWords(server.database)
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

async function found(q: string): Promise<number[]> {
  return (await desk.search(q)).cases.map(({ number }) => number)
}

test('a case is found by what was said with third parties about it: texts, subjects, names and addresses', async () => {
  for (const text of ['varmevalsen', 'tromlen', 'reservedel larmer', 'bødker', 'boedker', 'trykhuset', 'varmeval'])
    expect(await found(text), text).toEqual([one.number])
  for (const text of ['ultrawide', 'screen order', 'kim print', 'printworks'])
    expect(await found(text), text).toEqual([other.number])
  expect(await found('ultrawide tromlen')).toEqual([])
  expect(await found('ny -ultrawide')).toEqual([])
})

test('parts of such words and mistyped ones are found too', async () => {
  expect(await found('valsen')).toEqual([one.number])
  expect(await found('varmevaslen')).toEqual([one.number])
  expect(await found('ultarwi')).toEqual([other.number])
})

test('an excerpt shows the text, and says that it is of a side conversation', async () => {
  const [hit] = (await desk.search('varmevalsen')).cases
  expect(hit?.excerpts.map((excerpt) => [excerpt.in, excerpt.itemId, marked(excerpt), excerpt.by])).toEqual([
    ['side', null, 'Hvornår kan I levere [varmevalsen]?', 'Mette Holm'],
  ])
  const [named] = (await desk.search('bodker')).cases
  expect(named?.excerpts.map(marked)).toEqual(['Reservedel til tromlen – Jørgen [Bødker] jorgen@trykhuset.example'])
})

test('a frequent word is found in them by walking, and in those of a case that went on in another', async () => {
  await server.database.reader.rows(Prisma.sql`UPDATE search_word SET uses = 20000 WHERE word = 'tromlen'`)
  expect(await found('tromlen')).toEqual([one.number])
  const survivor = await desk.open(desk.soren, { subject: 'Larmende printer' })
  await send(server, desk.agent, 'PUT', `/api/v1/cases/${one.id}/merge`, { intoId: survivor.id })

  expect(await found('tromlen')).toEqual([survivor.number])
  expect(await found('varmevalsen')).toEqual([survivor.number])
  expect((await desk.search('varmevalsen')).cases[0]?.excerpts.map(marked)).toEqual([
    'Hvornår kan I levere [varmevalsen]?',
  ])
})

test('contacts find nothing of it, nor do their words know of it', async () => {
  for (const word of ['varmevalsen', 'ultrawide', 'bodker', 'printworks', 'varmeval', 'ultarwide']) {
    for (const contact of [desk.soren, desk.anna]) {
      const answer = await send(server, contact, 'GET', `/api/extranet/v1/cases?search=${word}`)
      expect([word, answer.json<{ data: object[] }>().data]).toEqual([word, []])
    }
    const kept = await server.database.reader.rows(Prisma.sql`SELECT FROM customer_word WHERE word = ${word}`)
    expect(kept).toEqual([])
  }
})

test('whom a conversation is with is found by the names of today', async () => {
  const sides = openSideDesk(server)
  const [conversation] = await sides.list(desk.agent, other.id)
  if (conversation === undefined) throw new Error('The case has no side conversation.')
  const participants = [{ address: 'lis@skaermhuset.example', name: 'Lis Ågård' }]
  await sides.change(desk.agent, conversation.id, conversation.version, { participants })

  expect(await found('ågård')).toEqual([other.number])
  expect(await found('"kim print"')).toEqual([])
})

test('what comes in by mail is found by its text and by who wrote it, also when it is a stranger', async () => {
  const sides = openSideDesk(server)
  const [conversation] = await sides.list(desk.agent, other.id)
  const admin = await buildEmployee(server, { role: 'administrator' })
  const heads = { From: 'Ole Vang <ole@skaermhuset.example>', To: conversation?.replyAddress }
  expect((await sides.handIn(admin, mailOf(heads, 'Den krumme udgave er på fjernlager.'))).statusCode).toBe(200)

  expect(await found('fjernlager')).toEqual([other.number])
  expect(await found('"ole vang"')).toEqual([other.number])
  expect(await found('skærmhuset')).toEqual([other.number])
})
