import type { ExtranetCase } from '@timedesk/contracts/extranet-cases'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildContact } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { lookAsContact } from '../../../test/look-as-contact.ts'
import { openMergeDesk } from '../../../test/merge-desk.ts'
import { upload } from '../../../test/upload.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openMergeDesk>>

beforeAll(async () => {
  server = await startServer()
  desk = await openMergeDesk(server)
})
beforeEach(() => {
  server.clock.now = new Date(server.clock.now.getTime() + 5_000)
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

type Contact = typeof desk.anna

const textOf = async (by: Contact, caseId: string) => (await desk.ask(by, 'GET', `/cases/${caseId}/timeline`)).body
const caseIdsOf = async (by: Contact, query = '') =>
  (await desk.ask(by, 'GET', `/cases?limit=200${query}`)).json<{ data: { id: string }[] }>().data.map(({ id }) => id)

/** Bo's case goes on in Anna's. */
async function mergedPair() {
  const survivor = await desk.report(desk.anna, { subject: 'Of Anna', description: 'Said by Anna: marigold.' })
  const source = await desk.report(desk.bo, { subject: 'Of Bo', description: 'Said by Bo: foxglove.' })
  await desk.note(source.id, 'Between us: kohlrabi.')
  await desk.merged(source.id, survivor.id)
  return { survivor, source }
}

test('both contacts read the dialogue of both cases on the survivor, and nothing internal of either', async () => {
  const { survivor, source } = await mergedPair()
  for (const contact of [desk.anna, desk.bo]) {
    const text = await textOf(contact, survivor.id)
    expect(text).toContain('marigold')
    expect(text).toContain('foxglove')
    expect(text).not.toContain('kohlrabi')
    expect(text).not.toContain('case.merged')
  }
  expect(await caseIdsOf(desk.bo)).toContain(survivor.id)
  expect(await caseIdsOf(desk.bo)).not.toContain(source.id)
  const seen = (await desk.ask(desk.bo, 'GET', `/cases/${source.id}`)).json<ExtranetCase>()
  expect(seen).toMatchObject({
    mergedInto: { id: survivor.id, number: survivor.number },
    can: { reply: true, solve: false, reopen: false, followUp: false },
  })
  // Anna does not see Bo's case itself, only what was said on it.
  expect((await desk.ask(desk.anna, 'GET', `/cases/${source.id}`)).statusCode).toBe(404)
})

test('the number that stands in old mails finds where the case goes on, for those who see it', async () => {
  const { survivor, source } = await mergedPair()
  const found = await desk.ask(desk.bo, 'GET', `/cases?search=${String(source.number)}`)

  expect(found.json<{ data: { id: string }[] }>().data.map(({ id }) => id)).toContain(survivor.id)
})

test('an answer to a tombstone lands on the survivor, and wakes it', async () => {
  const { survivor, source } = await mergedPair()
  const url = '/api/extranet/v1/attachments'
  const uploaded = await upload(server, desk.bo, [{ fileName: 'smoke.txt', content: 'smoke' }], { url })
  const file = uploaded.json<{ id: string }>().id

  const answer = await desk.ask(desk.bo, 'POST', `/cases/${source.id}/replies`, {
    body: 'It still smokes.',
    attachmentIds: [file],
  })

  expect(answer.statusCode, answer.body).toBe(201)
  expect(await textOf(desk.anna, survivor.id)).toContain('It still smokes.')
  const own = (await desk.timeline(survivor.id)).find(
    (item) => item.kind === 'reply' && item.body === 'It still smokes.',
  )
  expect(own).toMatchObject({ attachments: [{ id: file }] })
  expect(own?.origin).toBeUndefined()
  expect((await desk.read(survivor.id)).isUnread).toBe(true)
  expect((await desk.ask(desk.anna, 'GET', `/attachments/${file}/content`)).statusCode).toBe(200)
})

test('the words of a merged case find the one that it goes on in, for staff and for contacts, and notes for staff alone', async () => {
  const survivor = await desk.report(desk.anna, { description: 'Said by Anna: larkspur.' })
  const source = await desk.report(desk.bo, { description: 'Said by Bo: wisteria.' })
  await desk.note(source.id, 'Between us: rutabaga.')
  await desk.merged(source.id, survivor.id)
  const found = async (words: string) =>
    (await desk.succeed<{ data: { id: string }[] }>('GET', `/cases?search=${words}`)).data.map(({ id }) => id)
  expect(await found('wisteria')).toEqual([survivor.id])
  expect(await found('rutabaga')).toEqual([survivor.id])
  for (const contact of [desk.anna, desk.bo]) {
    expect(await caseIdsOf(contact, '&search=wisteria')).toEqual([survivor.id])
    expect(await caseIdsOf(contact, '&search=rutabaga')).toEqual([])
  }
})

test('a third contact of the customer, and one of another, see nothing of a family or of who takes part', async () => {
  const { survivor, source } = await mergedPair()
  const third = await buildContact(server, { customerId: desk.customerId })
  const stranger = await buildContact(server, { role: 'manager', seesAllCases: true })
  for (const contact of [third, stranger]) {
    for (const { id } of [survivor, source]) {
      expect((await desk.ask(contact, 'GET', `/cases/${id}`)).statusCode).toBe(404)
      expect((await desk.ask(contact, 'GET', `/cases/${id}/timeline`)).statusCode).toBe(404)
      expect((await desk.ask(contact, 'POST', `/cases/${id}/replies`, { body: 'Hello' })).statusCode).toBe(404)
    }
    expect(await caseIdsOf(contact, '&search=foxglove')).toEqual([])
    const who = { ...contact, role: 'requester', seesAllCases: contact === stranger } as const
    const rows = await lookAsContact(
      server,
      who,
      'SELECT case_id FROM reply UNION ALL SELECT case_id FROM case_participant',
    )
    expect(rows).toEqual([])
    const [survivorOf] = await lookAsContact<{ id: string | null }>(
      server,
      { ...stranger, seesAllCases: true },
      `SELECT case_survivor('${source.id}') AS id`,
    )
    expect(survivorOf?.id).toBeNull()
  }
})

test('who takes part by hand sees and answers a case, in the database too, until they are taken off', async () => {
  const { id } = await desk.report(desk.anna, { description: 'Said by Anna: hyacinth.' })
  expect((await desk.ask(desk.bo, 'GET', `/cases/${id}`)).statusCode).toBe(404)
  const added = await desk.succeed<object>('PUT', `/cases/${id}/participants/${desk.bo.id}`)
  expect(added).toMatchObject({
    data: [{ contact: { id: desk.bo.id }, addedByName: desk.agent.name, mergedFrom: null }],
  })

  expect((await desk.ask(desk.bo, 'GET', `/cases/${id}`)).json()).toMatchObject({ can: { reply: true } })
  expect(await textOf(desk.bo, id)).toContain('hyacinth')
  expect((await desk.ask(desk.bo, 'POST', `/cases/${id}/replies`, { body: 'Me too.' })).statusCode).toBe(201)
  const seen = await lookAsContact(
    server,
    { ...desk.bo, role: 'requester', seesAllCases: false },
    'SELECT case_id FROM case_participant',
  )
  expect(seen).toContainEqual({ case_id: id })

  await desk.succeed('DELETE', `/cases/${id}/participants/${desk.bo.id}`)
  expect((await desk.ask(desk.bo, 'GET', `/cases/${id}`)).statusCode).toBe(404)
  expect(await textOf(desk.anna, id)).toContain('Me too.')
  expect(await desk.eventsOf(id, 'case.participant_added', 'case.participant_removed')).toMatchObject([
    { contactName: 'Bo Dahl' },
    { type: 'case.participant_removed' },
  ])
})

test('nobody of another customer, nobody inactive and not the contact of the case itself takes part', async () => {
  const { id } = await desk.report(desk.anna)
  const stranger = await buildContact(server)
  const refused = await desk.as(desk.agent)('PUT', `/cases/${id}/participants/${stranger.id}`)
  expect(refused.json()).toMatchObject({ code: 'reference_refused', errors: [{ pointer: '/params/contactId' }] })
  expect(await desk.succeed('PUT', `/cases/${id}/participants/${desk.anna.id}`)).toEqual({ data: [] })
})

test('an answer that meets a merge is kept, on the case or on the one that it goes on in', async () => {
  for (let round = 0; round < 5; round += 1) {
    const [survivor, source] = [await desk.report(desk.anna), await desk.report(desk.bo)]
    const [merged, said] = await Promise.all([
      desk.merge(source.id, survivor.id),
      desk.ask(desk.bo, 'POST', `/cases/${source.id}/replies`, { body: 'In the midst of it.' }),
    ])
    expect([merged.statusCode, said.statusCode], said.body).toEqual([200, 201])
    expect(await desk.wordsOf(survivor.id)).toContain('In the midst of it.')
  }
})
