import { afterAll, beforeAll, expect, test } from 'vitest'
import { reportCase, send } from '../../../test/cases.ts'
import { buildContact, type SignedIn } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import { lookAsContact } from '../../../test/look-as-contact.ts'
import { openSearchDesk } from '../../../test/search-desk.ts'
import { collectWords } from './collect-words.ts'

const SEARCHES = [
  'printer',
  'pritner',
  'printr',
  'toner',
  'tonre',
  'kolrabi',
  'kohlrabi',
  'ohlrab',
  'kohlrabi printer',
  '-kohlrabi',
  'vip',
  'vipkunde',
  'kunde',
  'regneark',
  'reneark',
]

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openSearchDesk>>
let requester: Awaited<ReturnType<typeof buildContact>>
let caseId: string

beforeAll(async () => {
  server = await startServer()
  desk = await openSearchDesk(server)
  requester = await buildContact(server, { customerId: desk.nordlys.id, name: 'Lærke Holm' })
  caseId = (await reportCase(server, requester, { subject: 'Printeren er død', description: 'Den mangler toner.' })).id
  await desk.reply(caseId, 'Vi sender en **ny** printer i morgen.')
  await collectWords(server.database)
})
afterAll(() => server.close())

/** All answers to a contact's searches, in one text. */
async function answersTo(contact: SignedIn): Promise<string> {
  const answers = await Promise.all(
    SEARCHES.map((search) =>
      send(server, contact, 'GET', `/api/extranet/v1/cases?count=exact&search=${encodeURIComponent(search)}`),
    ),
  )
  return answers
    .map(({ statusCode, body }, index) => `${SEARCHES[index] ?? ''} ${String(statusCode)} ${body}`)
    .join('\n')
}

async function countOf(contact: SignedIn, search: string): Promise<number> {
  const answer = await send(server, contact, 'GET', `/api/extranet/v1/cases?count=exact&search=${search}`)
  return answer.json<{ page: { total: number } }>().page.total
}

test('notes, their files and tags move no result, no count and no excerpt of a contact', async () => {
  const before = [await answersTo(requester), await answersTo(desk.soren)]
  expect(before[0]).toContain('Printeren')

  await desk.note(caseId, 'Pritner, printr, tonre og kohlrabi er ord, som kun vi kender.', [
    await desk.file('regneark.xlsx'),
  ])
  const tagged = await send(server, desk.agent, 'PATCH', `/api/v1/cases/${caseId}`, { tags: ['vipkunde', 'kolrabi'] })
  expect(tagged.statusCode, tagged.body).toBe(200)
  await collectWords(server.database)

  const staff = await desk.search('ohlrab vipkunde regneark')
  expect(staff.cases.map(({ id }) => id)).toEqual([caseId])
  expect([await answersTo(requester), await answersTo(desk.soren)]).toEqual(before)
})

test('a mistyped word is found among what the contact sees, and not among what colleagues see', async () => {
  const colleague = await buildContact(server, { customerId: desk.nordlys.id })
  await reportCase(server, colleague, { subject: 'Kassekladden stemmer ikke', description: 'Differencen er 12,50.' })
  await collectWords(server.database)
  expect(await countOf(requester, 'pritneren')).toBe(1)
  expect(await countOf(colleague, 'kassekldden')).toBe(1)
  expect(await countOf(desk.soren, 'kassekldden')).toBe(1)
  expect(await countOf(requester, 'kassekldden')).toBe(0)
  expect(await countOf(desk.anna, 'kassekldden')).toBe(0)
})

test('excerpts tell a contact where the words stand, in what was said to them', async () => {
  const answer = await send(server, requester, 'GET', '/api/extranet/v1/cases?search=ny%20printer')
  expect(answer.json()).toMatchObject({
    data: [
      {
        id: caseId,
        excerpts: [
          { in: 'subject', text: 'Printeren er død', ranges: [{ from: 0, to: 9 }] },
          {
            in: 'reply',
            text: 'Vi sender en ny printer i morgen.',
            ranges: [
              { from: 13, to: 15 },
              { from: 16, to: 23 },
            ],
          },
        ],
      },
    ],
  })
})

test('who may not read the dialogue finds nothing by it', async () => {
  const bookkeeper = await buildContact(server, { customerId: desk.nordlys.id, role: 'bookkeeper', seesAllCases: true })
  expect(await countOf(bookkeeper, 'printeren')).toBe(1)
  expect(await countOf(bookkeeper, 'toner')).toBe(0)
  const answer = await send(server, bookkeeper, 'GET', '/api/extranet/v1/cases?search=printer')
  expect(
    answer
      .json<{ data: { excerpts: { in: string }[] }[] }>()
      .data.flatMap(({ excerpts }) => excerpts.map((one) => one.in)),
  ).toEqual(['subject'])
})

test('the extranet’s role reads no list of all words, and of its own customer’s only what it may', async () => {
  await expect(lookAsContact(server, desk.soren, 'SELECT * FROM search_word')).rejects.toThrow('permission denied')
  await expect(lookAsContact(server, desk.soren, 'SELECT staff_search FROM support_case')).rejects.toThrow(
    'permission denied',
  )
  const words = await lookAsContact<{ word: string }>(server, desk.soren, 'SELECT word FROM customer_word')
  expect(words.map(({ word }) => word)).toContain('toner')
  expect(words.map(({ word }) => word)).not.toContain('kohlrabi')
  const ofOwnCases = { ...requester, seesAllCases: false }
  expect(await lookAsContact(server, ofOwnCases, 'SELECT word FROM customer_word')).toEqual([])
})
