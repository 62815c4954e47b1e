import type { TimelineItem } from '@timedesk/contracts/dialogue'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openCase, send } from '../../test/cases.ts'
import { buildContact, buildEmployee, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'

let server: Awaited<ReturnType<typeof startServer>>
let agent: SignedIn
let colleague: SignedIn
let contact: Awaited<ReturnType<typeof buildContact>>
let caseId: string

beforeAll(async () => {
  server = await startServer()
  agent = await buildEmployee(server)
  colleague = await buildEmployee(server)
})
beforeEach(async () => {
  contact = await buildContact(server)
  caseId = (await openCase(server, agent, { customerId: contact.customerId, contactId: contact.id })).id
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

type Kind = 'replies' | 'notes'
const write = (by: SignedIn, kind: Kind, seenMessageId?: string) =>
  send(server, by, 'POST', `/api/v1/cases/${caseId}/${kind}`, { body: 'Please restart.', seenMessageId })

async function messages(): Promise<string[]> {
  const answer = await send(server, agent, 'GET', `/api/v1/cases/${caseId}/timeline?lanes=dialogue,internal`)
  return answer.json<{ data: TimelineItem[] }>().data.map(({ id }) => id)
}
const newest = async () => (await messages()).at(-1)

test.for<[Kind, Kind]>([
  ['replies', 'replies'],
  ['replies', 'notes'],
  ['notes', 'replies'],
  ['notes', 'notes'],
])('of two %s and %s at once, on what both have seen, one is told of the other', async ([mine, theirs]) => {
  const seen = await newest()
  const answers = await Promise.all([write(agent, mine, seen), write(colleague, theirs, seen)])

  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409])
  const refused = answers.find(({ statusCode }) => statusCode === 409)
  const sent = answers.find(({ statusCode }) => statusCode === 201)?.json<{ id: string }>()
  expect(refused?.json()).toMatchObject({
    code: 'newer_messages',
    errors: [{ pointer: '/body/seenMessageId', expected: [sent?.id] }],
  })
  const [told] = refused?.json<{ errors: { message: string }[] }>().errors ?? []
  expect(told?.message).toMatch(/ wrote at \d{4}-\d\d-\d\d \d\d:\d\d UTC\.$/u)
  expect(await newest()).toBe(sent?.id)
})

test('of eight at once, each on what it had seen, one is sent', async () => {
  const people = await Promise.all(Array.from({ length: 8 }, () => buildEmployee(server)))
  const seen = await newest()
  const answers = await Promise.all(people.map((one) => write(one, 'replies', seen)))

  expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1)
  expect(answers.filter(({ statusCode }) => statusCode === 409)).toHaveLength(7)
  expect(await messages()).toHaveLength(2)
})

test('an answer of the customer counts, and what was read does not', async () => {
  const seen = await newest()
  await send(server, contact, 'POST', `/api/extranet/v1/cases/${caseId}/replies`, { body: 'It works now.' })
  const refused = await write(agent, 'replies', seen)
  const sent = await write(agent, 'replies', await newest())

  expect(refused.json<{ errors: object[] }>().errors).toHaveLength(1)
  expect(sent.statusCode, sent.body).toBe(201)
})

test('one’s own messages are no news, and who does not say what was seen is not asked', async () => {
  const seen = await newest()
  expect((await write(agent, 'notes', seen)).statusCode).toBe(201)
  expect((await write(agent, 'replies', seen)).statusCode).toBe(201)
  expect((await write(colleague, 'replies')).statusCode).toBe(201)
})
