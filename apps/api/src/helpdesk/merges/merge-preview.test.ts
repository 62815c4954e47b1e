import type { MergePreview } from '@timedesk/contracts/case-merges'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openCase } from '../../../test/cases.ts'
import { buildContact, buildCustomer, buildEmployee } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { openMergeDesk } from '../../../test/merge-desk.ts'
import { money } from '../../../test/voucher-desk.ts'
import { newId } from '../../platform/new-id.ts'

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

const preview = (caseId: string, intoId: string, by = desk.agent) =>
  desk.succeed<MergePreview>('GET', `/cases/${caseId}/merge-preview?intoId=${intoId}`, undefined, by)

test('a preview tells what comes along, who will see what, and changes nothing', async () => {
  const boss = await buildContact(server, { customerId: desk.customerId, seesAllCases: true, name: 'Chris Eld' })
  const source = await desk.open({ contactId: desk.bo.id, subject: 'Smoke', description: 'There is **smoke**.' })
  const survivor = await desk.open({ contactId: desk.anna.id, isOutsideContract: true })
  await desk.succeed('PUT', `/cases/${source.id}/participants/${boss.id}`)
  await desk.note(source.id, 'Ours alone.')
  await desk.work(source.id, 90)
  await desk.as(desk.agent)('PUT', `/cases/${source.id}/following`)
  const before = await desk.read(survivor.id)

  const seen = await preview(source.id, survivor.id)

  expect(seen).toMatchObject({
    refusal: null,
    source: {
      ...{ id: source.id, subject: 'Smoke', contact: { name: 'Bo Dahl' }, agreement: null, isOutsideContract: false },
      beginning: [
        { kind: 'reply', excerpt: 'There is smoke.' },
        { kind: 'note', excerpt: 'Ours alone.' },
      ],
    },
    survivor: { id: survivor.id, isOutsideContract: true },
    carries: { messages: 1, notes: 1, attachments: 0, minutes: 90, followers: 1, timers: 0, tombstones: 0 },
  })
  expect(seen.readers).toEqual([
    { contact: { id: desk.anna.id, name: 'Anna Berg' }, sees: 'source' },
    { contact: { id: desk.bo.id, name: 'Bo Dahl' }, sees: 'survivor' },
  ])
  expect(await desk.read(survivor.id)).toEqual(before)
  expect((await desk.read(source.id)).mergedInto).toBeNull()
})

test('what the work is worth is told to those who may see it, where all of it has a price', async () => {
  const customer = await buildCustomer(server, { ratePerHour: 60_000 })
  const [source, survivor] = await Promise.all(
    [1, 2].map(() => openCase(server, desk.agent, { customerId: customer.id })),
  )
  if (source === undefined || survivor === undefined) throw new Error('There are two')
  await desk.work(source.id, 60)
  const manager = await buildEmployee(server, { role: 'manager' })
  expect((await preview(source.id, survivor.id, manager)).carries).toMatchObject({
    minutes: 60,
    amount: money('600.00'),
  })
})

test('a preview says why it would be refused, in the words of the refusal', async () => {
  const [one, two, three] = [await desk.open(), await desk.open(), await desk.open()]
  const stranger = await openCase(server, desk.agent, { customerId: (await buildCustomer(server)).id })
  for (const [from, into, code] of [
    [one.id, one.id, 'merge_refused'],
    [one.id, stranger.id, 'merge_refused'],
  ] as const) {
    const { refusal } = await preview(from, into)
    const refused = (await desk.merge(from, into)).json<{ code: string; detail: string }>()
    expect([refusal?.code, refusal?.message]).toEqual([refused.code, refused.detail])
    expect(refused.code).toBe(code)
  }
  await desk.merged(one.id, two.id)
  expect((await preview(one.id, three.id)).refusal).toMatchObject({ code: 'case_merged' })
  expect((await preview(three.id, one.id)).refusal).toMatchObject({ code: 'merge_refused' })
  const missing = await desk.as(desk.agent)('GET', `/cases/${two.id}/merge-preview?intoId=${newId()}`)
  expect(missing.json()).toMatchObject({ code: 'reference_refused', errors: [{ pointer: '/query/intoId' }] })
})
