import { Prisma } from '@timedesk/prisma/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { send } from '../../../test/cases.ts'
import { startServer } from '../../../test/harness.ts'
import { openSearchDesk } from '../../../test/search-desk.ts'
import { collectWords } from './collect-words.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openSearchDesk>>

beforeAll(async () => {
  server = await startServer()
  desk = await openSearchDesk(server)
})
afterAll(() => server.close())

async function usesOf(word: string): Promise<number | null> {
  const [row] = await server.database.reader.rows<{ uses: number }>(
    Prisma.sql`SELECT uses FROM search_word WHERE word = ${word}`,
  )
  return row?.uses ?? null
}

test('words of all that is written are known after a run, and another run changes nothing', async () => {
  const one = await desk.open(desk.soren, { subject: 'Kassekladde', description: 'Bilaget mangler.', tags: ['haster'] })
  await desk.reply(one.id, 'Bilaget er fundet.')
  await desk.note(one.id, 'Udlægget også.')
  await collectWords(server.database)
  for (const word of ['kassekladde', 'bilaget', 'haster', 'udlaegget', 'nordlys', 'kirkegard'])
    expect(await usesOf(word), word).toBe(1)
  const all = Prisma.sql`SELECT word, uses FROM search_word ORDER BY word`
  const before = await server.database.reader.rows(all)
  await Promise.all([collectWords(server.database), collectWords(server.database)])
  expect(await server.database.reader.rows(all)).toEqual(before)
})

test('what is changed later is known by its new words', async () => {
  const one = await desk.open(desk.soren, { subject: 'Første', description: 'Andet.' })
  await collectWords(server.database)
  await send(server, desk.agent, 'PATCH', `/api/v1/cases/${one.id}`, {
    subject: 'Regnskabsafslutning',
    tags: ['årsskifte'],
  })
  await collectWords(server.database)
  expect(await usesOf('regnskabsafslutning')).toBe(1)
  expect(await usesOf('arsskifte')).toBe(1)
})

test('an event that is committed behind a later one is read too', async () => {
  const one = await desk.open(desk.soren, { subject: 'Langsom', description: 'Dobbelt.' })
  await collectWords(server.database)
  await server.database.reader.rows(Prisma.sql`DELETE FROM search_word WHERE word = 'langsom'`)
  // It is younger than what is taken for settled, as if it had been written just now behind another one.
  await collectWords(server.database)
  expect(await usesOf('langsom')).toBe(1)
  expect(one.subject).toBe('Langsom')
})

test('texts are counted when the log has grown', async () => {
  for (let count = 0; count < 3; count += 1)
    await desk.open(desk.anna, { subject: 'Containerkran', description: 'Kranen står stille igen.' })
  await server.database.reader.rows(Prisma.sql`UPDATE search_progress SET counted_sequence = -1000000`)
  await collectWords(server.database)
  expect(await usesOf('containerkran')).toBe(3)
  expect(await usesOf('kranen')).toBe(3)
})
