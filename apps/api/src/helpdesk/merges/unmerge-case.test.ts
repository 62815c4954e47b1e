import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { openMergeDesk } from '../../../test/merge-desk.ts'
import { statusId } from '../../../test/factories.ts'
import { signIn } from '../../../test/service-desk.ts'

const DAY_MS = 24 * 60 * 60 * 1000

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

const participantsOf = async (caseId: string) =>
  (await desk.succeed<{ data: { contact: { name: string } }[] }>('GET', `/cases/${caseId}/participants`)).data.map(
    ({ contact }) => contact.name,
  )

/** Moves the clock, and has the agent signed in then. */
async function pass(ms: number): Promise<void> {
  server.clock.now = new Date(server.clock.now.getTime() + ms)
  await signIn(server, desk.agent, 'desk')
}

test('an undone merge puts the case back where it stood; what was said on the survivor stays there', async () => {
  const [source, survivor] = [await desk.open({ contactId: desk.bo.id }), await desk.open()]
  await desk.reply(source.id, 'Which printer?', { statusId: statusId.waiting_customer })
  await desk.merged(source.id, survivor.id)
  expect(await participantsOf(survivor.id)).toEqual(['Bo Dahl'])
  await desk.reply(survivor.id, 'Said after the merge.')
  await pass(7 * DAY_MS)

  const answer = await desk.unmerge(source.id)

  expect(answer.json()).toMatchObject({
    ...{ id: source.id, mergedInto: null, closedAt: null, solvedAt: null, reopenedCount: 0 },
    status: { category: 'waiting_customer' },
    can: { reply: true, merge: true, unmerge: false },
  })
  expect(await desk.wordsOf(source.id)).not.toContain('Said after the merge.')
  expect(await desk.wordsOf(survivor.id)).toContain('Said after the merge.')
  expect(await desk.wordsOf(survivor.id)).not.toContain('Which printer?')
  expect(await participantsOf(survivor.id)).toEqual([])
  expect(await desk.eventsOf(source.id, 'case.unmerged', 'case.status_changed')).toMatchObject([
    { toCategory: 'waiting_customer' },
    { cause: 'merge' },
    { type: 'case.unmerged', otherId: survivor.id },
    { toCategory: 'waiting_customer', cause: 'unmerge' },
  ])
  expect(await desk.eventsOf(survivor.id, 'case.released')).toMatchObject([{ otherId: source.id }])
})

test('the survivor gets back what the merge took in its place, as far as nobody changed it since', async () => {
  const [source, survivor] = [await desk.open({ subject: 'Smoke' }), await desk.open({ subject: 'Fire' })]
  await desk.succeed('PUT', `/cases/${source.id}/merge`, { intoId: survivor.id, subject: 'source' })
  expect(await desk.read(survivor.id)).toMatchObject({ subject: 'Smoke' })
  await desk.unmerge(source.id)
  expect(await desk.read(survivor.id)).toMatchObject({ subject: 'Fire' })

  await desk.succeed('PUT', `/cases/${source.id}/merge`, { intoId: survivor.id, subject: 'source' })
  await desk.succeed('PATCH', `/cases/${survivor.id}`, { subject: 'Smoke and fire' })
  await desk.unmerge(source.id)
  expect(await desk.read(survivor.id)).toMatchObject({ subject: 'Smoke and fire' })
})

test('later than seven days, or of what is not merged, nothing is undone', async () => {
  const [source, survivor] = [await desk.open(), await desk.open()]
  expect((await desk.unmerge(source.id)).json()).toMatchObject({ code: 'merge_refused' })
  await desk.merged(source.id, survivor.id)
  await pass(7 * DAY_MS + 1)
  expect((await desk.unmerge(source.id)).json()).toMatchObject({ code: 'undo_expired' })
  expect((await desk.read(source.id)).can.unmerge).toBe(false)
})

test('a case that comes back brings what had been merged into it before, and may be merged again', async () => {
  const [one, two, three] = [await desk.open(), await desk.open({ contactId: desk.bo.id }), await desk.open()]
  await desk.merged(one.id, two.id)
  await desk.merged(two.id, three.id)
  expect((await desk.read(one.id)).mergedInto).toMatchObject({ id: three.id })
  expect((await desk.read(three.id)).tombstones.map(({ id }) => id).toSorted()).toEqual([one.id, two.id].toSorted())

  await desk.unmerge(two.id)

  expect((await desk.read(one.id)).mergedInto).toMatchObject({ id: two.id })
  expect((await desk.read(two.id)).mergedInto).toBeNull()
  expect((await desk.read(three.id)).tombstones).toEqual([])
  expect(await participantsOf(three.id)).toEqual([])
  await desk.merged(two.id, three.id)
  await desk.unmerge(one.id)
  expect((await desk.read(one.id)).mergedInto).toBeNull()
  expect((await desk.read(two.id)).mergedInto).toMatchObject({ id: three.id })
})

test('who came with two cases, or was let in by hand, stays when one of them goes', async () => {
  const [one, two, survivor] = [
    await desk.open({ contactId: desk.bo.id }),
    await desk.open({ contactId: desk.bo.id }),
    await desk.open(),
  ]
  await desk.merged(one.id, survivor.id)
  await desk.merged(two.id, survivor.id)
  await desk.unmerge(one.id)
  expect(await participantsOf(survivor.id)).toEqual(['Bo Dahl'])
  expect(await desk.eventsOf(survivor.id, 'case.participant_removed')).toEqual([])
  await desk.succeed('PUT', `/cases/${survivor.id}/participants/${desk.bo.id}`)
  await desk.unmerge(two.id)
  expect(await participantsOf(survivor.id)).toEqual(['Bo Dahl'])
})

test('a case that had ended before stays as it was, and the database keeps a merge as it was', async () => {
  const [source, survivor] = [await desk.open(), await desk.open()]
  await desk.succeed('PUT', `/cases/${source.id}/status`, { statusId: statusId.cancelled })
  await desk.merged(source.id, survivor.id)
  expect((await desk.read(source.id)).status.category).toBe('cancelled')
  const { pool } = server.database
  await expect(
    pool.query('UPDATE case_merge SET merged_by_name = $1 WHERE source_id = $2', ['x', source.id]),
  ).rejects.toThrow(/kept/u)
  await expect(
    pool.query('UPDATE support_case SET merged_into_id = $1 WHERE id = $2', [source.id, survivor.id]),
  ).rejects.toThrow()
  await desk.unmerge(source.id)
  expect((await desk.read(source.id)).status.category).toBe('cancelled')
})
