import type { ExtranetTimeLine } from '@timedesk/contracts/extranet-agreements'
import type { TimeQuestion } from '@timedesk/contracts/time-questions'
import { Prisma } from '@timedesk/prisma/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deliverAll } from '../../../test/deliver-all.ts'
import { buildCase } from '../../../test/build-case.ts'
import { buildCoveredTime, showTo } from '../../../test/build-cover.ts'
import { buildDocument } from '../../../test/build-document.ts'
import { send } from '../../../test/cases.ts'
import { buildContact, buildCustomer, buildEmployee, type SignedIn } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { lookAsContact } from '../../../test/look-as-contact.ts'

let server: Awaited<ReturnType<typeof startServer>>
let mette: SignedIn
let finance: SignedIn

beforeAll(async () => {
  server = await startServer()
  mette = await buildEmployee(server, { name: 'Mette Holm' })
  finance = await buildEmployee(server, { role: 'finance', name: 'Sofie Lund' })
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

/** An hour's time on a case of a requester at a customer that shows its time. */
async function buildWork({ minutes = 60, amount = 95_000, isBillable = true } = {}) {
  const { id: customerId } = await buildCustomer(server)
  await showTo(server, customerId, { showsTime: 'live' })
  const anna = await buildContact(server, { customerId, name: 'Anna Berg' })
  const { id: caseId } = await buildCase(server, { customerId, contactId: anna.id, responsibleId: mette.id })
  const pieces = [
    isBillable ? ({ kind: 'time_spent', minutes, amount } as const) : ({ kind: 'non_billable', minutes } as const),
  ]
  const { id: entryId } = await buildCoveredTime(server, { customerId, caseId, employeeId: mette.id, minutes, pieces })
  const [piece] = await server.database.reader.rows<{ id: string }>(
    Prisma.sql`SELECT id FROM cover_piece WHERE entry_id = ${entryId}::uuid`,
  )
  return { customerId, anna, caseId, entryId, pieceId: piece?.id ?? '', amount }
}
type Work = Awaited<ReturnType<typeof buildWork>>

const question = 'Was that not covered by the warranty?'
const ask = (by: SignedIn, entryId: string) =>
  send(server, by, 'POST', `/api/extranet/v1/time/${entryId}/questions`, { question })
const answer = (id: string, resolution: string, by = finance) =>
  send(server, by, 'PUT', `/api/v1/time-questions/${id}/answer`, { resolution, answer: 'It is not.' })
async function openOf({ customerId }: Work): Promise<TimeQuestion> {
  const listed = await send(server, finance, 'GET', `/api/v1/time-questions?customerId=${customerId}`)
  const [first] = listed.json<{ data: TimeQuestion[] }>().data
  if (first === undefined) throw new Error('No question waits')
  return first
}
const heldBecause = async ({ entryId }: Work) =>
  (
    await server.database.reader.rows<{ because: string | null }>(
      Prisma.sql`SELECT held_because AS because FROM potential_item WHERE entry_id = ${entryId}::uuid`,
    )
  ).map(({ because }) => because)
const claim = ({ customerId, entryId, pieceId, amount }: Work, state: 'draft' | 'posted') =>
  buildDocument(server, {
    ...{ customerId, state },
    lines: [{ net: amount, revenue: 'time', sources: [{ source: 'time', sourceId: pieceId, entryId }] }],
  })

test('a contact questions a line: it is held as disputed, and staff reads who asks what', async () => {
  const work = await buildWork()

  const asked = await ask(work.anna, work.entryId)

  expect(asked.statusCode).toBe(201)
  expect(asked.json<ExtranetTimeLine>()).toMatchObject({
    question: { state: 'open', question, askedBy: 'Anna Berg', resolution: null, answer: '' },
    can: { question: false },
  })
  expect(await heldBecause(work)).toEqual(['disputed'])
  expect(await openOf(work)).toMatchObject({
    ...{ state: 'open', question, askedBy: 'Anna Berg', case: { id: work.caseId } },
    entry: { id: work.entryId, minutes: 60, employee: { name: 'Mette Holm' }, onDraft: null },
  })
})

test('who is responsible for the case hears of it, and who asked hears of the answer', async () => {
  const work = await buildWork()
  await ask(work.anna, work.entryId)
  await answer((await openOf(work)).id, 'confirmed')

  await deliverAll(server)

  const notices = await send(server, mette, 'GET', '/api/v1/me/notices?limit=200')
  const { data } = notices.json<{ data: { event: { type: string }; case: { id: string } }[] }>()
  expect(data.filter((notice) => notice.case.id === work.caseId).map(({ event }) => event.type)).toEqual([
    'time.questioned',
  ])
  const mails = await server.database.reader.rows<{ kind: string }>(
    Prisma.sql`SELECT kind FROM mail WHERE to_address LIKE ${`${work.anna.id}%`}`,
  )
  expect(mails).toEqual([{ kind: 'time.question_answered' }])
})

test('of questions at once about a line, one is asked', async () => {
  const work = await buildWork()

  const answers = await Promise.all(Array.from({ length: 6 }, () => ask(work.anna, work.entryId)))

  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409, 409, 409, 409, 409])
})

test.for([
  ['confirmed', [null]],
  ['adjusted', [null]],
  ['not_charged', []],
] as const)('answered with %s, the line is held no longer: %j', async ([resolution, left]) => {
  const work = await buildWork()
  await ask(work.anna, work.entryId)
  const { id } = await openOf(work)

  const answered = await answer(id, resolution)
  const again = await answer(id, resolution)

  expect(answered.json()).toMatchObject({
    state: 'answered',
    resolution,
    answer: 'It is not.',
    answeredByName: 'Sofie Lund',
  })
  expect(again.json()).toMatchObject({ code: 'question_refused' })
  expect(await heldBecause(work)).toEqual(left)
  const line = await send(server, work.anna, 'GET', `/api/extranet/v1/cases/${work.caseId}/time`)
  expect(line.json()).toMatchObject({ data: [{ question: { state: 'answered', resolution, answer: 'It is not.' } }] })
})

test('what is not charged is written off with its worth and the reason', async () => {
  const work = await buildWork({ amount: 47_500 })
  await ask(work.anna, work.entryId)
  await answer((await openOf(work)).id, 'not_charged')

  const marks = await server.database.reader
    .rows(Prisma.sql`SELECT kind, amount::int, reason, created_by_name AS by FROM potential_mark
    WHERE subject_id = ${work.entryId}::uuid`)

  expect(marks).toEqual([{ kind: 'write_off', amount: 47_500, reason: 'It is not.', by: 'Sofie Lund' }])
})

test('what a draft claims can be questioned, and not be written off before it is released', async () => {
  const work = await buildWork()
  const draft = await claim(work, 'draft')
  await ask(work.anna, work.entryId)
  const open = await openOf(work)

  const refused = await answer(open.id, 'not_charged')
  const confirmed = await answer(open.id, 'confirmed')

  expect(open.entry.onDraft).toBe(draft.id)
  expect(refused.json()).toMatchObject({ code: 'item_taken' })
  expect(confirmed.statusCode).toBe(200)
})

test.for([
  ['what is posted', {}, 'posted'],
  ['what is not charged anyway', { isBillable: false }, null],
] as const)('%s cannot be questioned', async ([, given, state]) => {
  const work = await buildWork(given)
  if (state !== null) await claim(work, state)

  const refused = await ask(work.anna, work.entryId)

  expect(refused.json()).toMatchObject({ status: 409, code: 'question_refused' })
  expect(
    await server.database.reader.rows(Prisma.sql`SELECT 1 FROM time_question WHERE entry_id = ${work.entryId}::uuid`),
  ).toEqual([])
})

test('a question asked while the line is posted waits for that, and is refused', async () => {
  const work = await buildWork()
  const { id } = await claim(work, 'draft')
  let asking: ReturnType<typeof ask> | undefined

  await server.database.transact(async (tx) => {
    await tx.rows(Prisma.sql`SELECT 1 FROM invoice WHERE id = ${id}::uuid FOR UPDATE`)
    asking = ask(work.anna, work.entryId)
    await tx.rows(
      Prisma.sql`INSERT INTO number_series (code, year, next_number, last_issued_on) VALUES ('invoice', 9999, 2, '2026-03-02')`,
    )
    await tx.rows(Prisma.sql`UPDATE invoice SET state = 'posted', number = 'F9999-1', series_code = 'invoice', series_year = 9999, number_in_series = 1,
        seller = '{}', buyer = '{}', posted_at = now(), posted_by_name = 'Sofie Lund', posted_mark = 1 WHERE id = ${id}::uuid`)
    await tx.rows(Prisma.sql`INSERT INTO posting (id, deed, deed_id, position, booked_on, account, debit, credit, currency, document_currency,
        document_amount, text, customer_id, invoice_id, mark, at)
      SELECT gen_random_uuid(), 'invoice', ${id}::uuid, n, '2026-03-02', 'receivable', n * 100, (1 - n) * 100, 'DKK', 'DKK', 0, '', ${work.customerId}::uuid,
        ${id}::uuid, 1, now() FROM generate_series(0, 1) n`)
    await waitForLock()
  })

  expect((await asking)?.json()).toMatchObject({ code: 'question_refused' })
})

/** Until somebody waits for a lock. */
async function waitForLock(): Promise<void> {
  for (;;) {
    const waiting = await server.database.reader.rows(
      Prisma.sql`SELECT 1 FROM pg_locks w JOIN pg_locks held ON held.pid = w.pid AND held.granted
        WHERE NOT w.granted AND held.relation = 'time_question'::regclass AND held.database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    )
    if (waiting.length > 0) return
  }
}

test('nobody questions what they do not see', async () => {
  const work = await buildWork()
  const colleague = await buildContact(server, { customerId: work.customerId })
  const stranger = await buildContact(server, { role: 'manager', seesAllCases: true })
  await showTo(server, stranger.customerId, { showsTime: 'live' })

  const answers = await Promise.all([colleague, stranger].map((by) => ask(by, work.entryId)))
  await ask(work.anna, work.entryId)
  const seen = await Promise.all(
    [stranger, { ...colleague, role: 'requester' as const, seesAllCases: false }].map((who) =>
      lookAsContact(server, who, 'SELECT id FROM time_question'),
    ),
  )
  const inserted = lookAsContact(
    server,
    stranger,
    `INSERT INTO time_question (id, customer_id, entry_id, contact_id, contact_name, question, asked_at)
     VALUES (gen_random_uuid(), '${stranger.customerId}', '${work.entryId}', '${stranger.id}', 'x', 'x', now())`,
  )

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404])
  expect(seen).toEqual([[], []])
  await expect(inserted).rejects.toMatchObject({ code: '42501' })
})

test('where time is shown no longer, its questions are not either', async () => {
  const work = await buildWork()
  await ask(work.anna, work.entryId)
  await showTo(server, work.customerId, { showsTime: 'none' })

  expect(await lookAsContact(server, work.anna, 'SELECT id FROM time_question')).toEqual([])
  expect((await ask(work.anna, work.entryId)).statusCode).toBe(404)
})
