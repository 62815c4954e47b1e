import type { ExtranetTimeLine } from '@timedesk/contracts/extranet-agreements'
import { Prisma } from '@timedesk/prisma/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deliverAll } from '../../test/deliver-all.ts'
import { buildCase } from '../../test/build-case.ts'
import { buildCoveredTime, buildPrepaid, showTo } from '../../test/build-cover.ts'
import { send } from '../../test/cases.ts'
import { buildContact, buildCustomer, buildEmployee, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'
import type { WrittenEvent } from '../platform/context.ts'

let server: Awaited<ReturnType<typeof startServer>>
let mette: SignedIn
const published: WrittenEvent[] = []

beforeAll(async () => {
  const signals = {
    publish: (events: readonly WrittenEvent[]) => void published.push(...events),
    subscribe: () => () => undefined,
  }
  server = await startServer({ signals })
  mette = await buildEmployee(server)
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

const reason = 'Go on, we need it today.'
const decide = (by: SignedIn, entryId: string, verdict: 'accepted' | 'declined') =>
  send(server, by, 'PUT', `/api/extranet/v1/time/${entryId}/overage-decision`, { verdict, reason })

/** Whatever contacts said so far is carried out. */
async function deliver(): Promise<void> {
  await deliverAll(server, { notify: () => Promise.resolve() })
}

/** Work beyond a voucher that waits for a word, and the manager who may say it. */
async function buildOverage(hold: 'approval' | 'blocked' = 'approval') {
  const { id: customerId } = await buildCustomer(server)
  await showTo(server, customerId, { showsTime: 'live' })
  const { id: agreementId } = await buildPrepaid(server, { customerId, overagePolicy: 'approve' })
  const manager = await buildContact(server, { customerId, role: 'manager', seesAllCases: true, name: 'Anna Berg' })
  const { id: caseId } = await buildCase(server, { customerId })
  const pieces = [{ kind: 'overage', minutes: 30, amount: 47_500, agreementId, hold } as const]
  const { id: entryId } = await buildCoveredTime(server, {
    customerId,
    caseId,
    employeeId: mette.id,
    minutes: 30,
    pieces,
  })
  return { customerId, caseId, manager, entryId }
}

const holdsOf = async (entryId: string) =>
  (
    await server.database.reader.rows<{ hold: string | null }>(
      Prisma.sql`SELECT hold FROM cover_piece WHERE entry_id = ${entryId}::uuid`,
    )
  ).map(({ hold }) => hold)
const decisionsOn = (entryId: string) =>
  server.database.reader.rows(Prisma.sql`SELECT verdict, reason, decided_by_id AS id, decided_by_name AS name
    FROM overage_decision WHERE entry_id = ${entryId}::uuid`)
const toldOf = (entryId: string) =>
  server.database.reader.rows(Prisma.sql`SELECT actor_kind AS kind, actor_name AS name, payload ->> 'minutes' AS minutes
    FROM event WHERE type = 'overage.decided' AND payload ->> 'entryId' = ${entryId}`)

test.for([
  ['accepted', null],
  ['declined', 'declined'],
] as const)('what a manager %s is carried out in the manager’s name', async ([verdict, hold]) => {
  const { caseId, manager, entryId } = await buildOverage()
  const before = await send(server, manager, 'GET', `/api/extranet/v1/cases/${caseId}/time`)

  const answer = await decide(manager, entryId, verdict)
  published.length = 0
  await deliver()

  expect(before.json<{ data: ExtranetTimeLine[] }>().data.map(({ can }) => can.decideOverage)).toEqual([true])
  expect(answer.statusCode).toBe(202)
  expect(await holdsOf(entryId)).toEqual([hold])
  expect(await decisionsOn(entryId)).toEqual([{ verdict, reason, id: null, name: 'Anna Berg' }])
  expect(await toldOf(entryId)).toEqual([{ kind: 'contact', name: 'Anna Berg', minutes: '30' }])
  expect(published.map(({ type }) => type)).toEqual(['overage.decided'])
  expect((await decide(manager, entryId, verdict)).json()).toMatchObject({ code: 'nothing_to_decide' })
})

test('of words at once the first counts, once', async () => {
  const { manager, entryId } = await buildOverage()

  await Promise.all([decide(manager, entryId, 'accepted'), decide(manager, entryId, 'accepted')])
  await Promise.all([deliver(), deliver()])

  expect(await decisionsOn(entryId)).toHaveLength(1)
  const deliveries = await server.database.reader.rows<{
    state: string
  }>(Prisma.sql`SELECT d.state FROM event_delivery d
    JOIN event e ON e.id = d.event_id WHERE d.consumer = 'consent' AND e.payload ->> 'entryId' = ${entryId}`)
  expect(deliveries.map(({ state }) => state)).toEqual(['done', 'done'])
})

test('what is blocked is staff’s to decide', async () => {
  const { manager, entryId } = await buildOverage('blocked')

  expect((await decide(manager, entryId, 'accepted')).json()).toMatchObject({ code: 'nothing_to_decide' })
})

test('what was written off meanwhile is decided on no more', async () => {
  const { customerId, manager, entryId } = await buildOverage()
  await decide(manager, entryId, 'accepted')
  await server.database.transact((tx) =>
    tx.rows(Prisma.sql`INSERT INTO potential_mark (id, customer_id, source, subject_id, kind, reason, amount, created_by_name, created_at)
      VALUES (gen_random_uuid(), ${customerId}::uuid, 'time', ${entryId}::uuid, 'write_off', 'Goodwill', 47500, 'Sofie Lund', now())`),
  )

  await deliver()

  expect(await holdsOf(entryId)).toEqual(['approval'])
  expect(await decisionsOn(entryId)).toEqual([])
})

test('nobody else decides', async () => {
  const { customerId, entryId } = await buildOverage()
  const requester = await buildContact(server, { customerId, seesAllCases: true })
  const bookkeeper = await buildContact(server, { customerId, role: 'bookkeeper', seesAllCases: true })
  const stranger = await buildContact(server, { role: 'manager', seesAllCases: true })
  await showTo(server, stranger.customerId, { showsTime: 'live' })

  const answers = await Promise.all([requester, bookkeeper, stranger].map((by) => decide(by, entryId, 'accepted')))

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403, 404])
  await deliver()
  expect(await holdsOf(entryId)).toEqual(['approval'])
})
