import type { Case } from '@timedesk/contracts/cases'
import { Prisma } from '@timedesk/prisma/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { send } from '../../../test/cases.ts'
import { startServer } from '../../../test/harness.ts'
import { marked, openSearchDesk } from '../../../test/search-desk.ts'
import { collectWords } from './collect-words.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openSearchDesk>>
let creditors: Case
let stock: Case
let password: Case

beforeAll(async () => {
  server = await startServer()
  desk = await openSearchDesk(server)
  creditors = await desk.open(desk.soren, {
    subject: 'Kreditorposter mangler i udtrækket',
    description: 'Udligningen af åbne poster stopper ved årsskiftet.',
  })
  stock = await desk.open(desk.anna, {
    subject: 'Lagerstyringen viser forkert beholdning',
    description: 'Beholdningen af æbletærter er negativ.',
  })
  password = await desk.open(desk.anna, {
    subject: 'Cannot synchronise the calendar',
    description: 'The authentication certificate of the terminal expired.',
  })
  await collectWords(server.database)
})
afterAll(() => server.close())

const found = async (q: string) => (await desk.search(q)).cases.map(({ number }) => number)

test('an unfinished word with a slip in it finds what begins nearly so', async () => {
  const typed: [string, Case][] = [
    ['kredtor', creditors],
    ['kreidtor', creditors],
    ['kreditorr', creditors],
    ['krediotpos', creditors],
    ['udlginin', creditors],
    ['årskift', creditors],
    ['lagersty', stock],
    ['lagrst', stock],
    ['lagersyt', stock],
    ['aebletae', stock],
    ['æbeltær', stock],
    ['sycnhron', password],
    ['auhtent', password],
    ['certfica', password],
    ['expried terminla', password],
  ]
  for (const [text, one] of typed) expect(await found(text), text).toEqual([one.number])
})

test('it says what was looked for instead, and marks it', async () => {
  const { corrections, cases } = await desk.search('kredtor')
  expect(corrections).toEqual([{ typed: 'kredtor', words: ['kreditorposter'] }])
  expect(cases.map(({ subject }) => marked(subject))).toEqual(['[Kreditorposter] mangler i udtrækket'])
})

test('a word that is there as it was typed means nothing else, and what looks like nothing finds nothing', async () => {
  const other = await desk.open(desk.soren, { subject: 'Lagerstyrelsen svarer ikke' })
  await collectWords(server.database)
  expect(await desk.search('lagerstyr')).toMatchObject({ corrections: [] })
  expect(await found('lagerstyre')).toEqual([other.number])
  for (const text of ['xkrexditx', 'qqqqqqqq', 'kred9999']) expect(await found(text), text).toEqual([])
})

test('a word that only one text has, where a near one is everywhere, finds both', async () => {
  for (let at = 0; at < 2; at += 1) await desk.open(desk.anna, { subject: `Opdatering ${String(at)} fejler` })
  const slip = await desk.open(desk.anna, { subject: 'Opdatreing fejler' })
  await collectWords(server.database)
  await server.database.reader.rows(Prisma.sql`UPDATE search_word SET uses = 12 WHERE word = 'opdatering'`)

  const { corrections, cases } = await desk.search('opdatreing')
  expect(corrections).toEqual([{ typed: 'opdatreing', words: ['opdatering'] }])
  expect(cases).toHaveLength(3)
  expect(cases[0]?.number).toBe(slip.number)
  expect(await found('opdatering -opdatreing')).toHaveLength(2)
})

test('contacts find by unfinished words with a slip in them as well', async () => {
  const answer = await send(server, desk.soren, 'GET', '/api/extranet/v1/cases?search=kredtor')
  expect(answer.json<{ data: { number: number }[] }>().data.map(({ number }) => number)).toEqual([creditors.number])
  const none = await send(server, desk.soren, 'GET', '/api/extranet/v1/cases?search=aebletae')
  expect(none.json<{ data: object[] }>().data).toEqual([])
})
