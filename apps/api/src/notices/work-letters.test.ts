import { Prisma } from '@timedesk/prisma/client'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildCase } from '../../test/build-case.ts'
import { send } from '../../test/cases.ts'
import { deliverAll } from '../../test/deliver-all.ts'
import { buildEmployee, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { buildDepartment, choose, giveTo, mailsTo } from '../../test/notice-desk.ts'
import { workLetters } from './work-letters.ts'

/** A Monday, six in the evening in Copenhagen. */
const EVENING = new Date('2026-03-02T17:00:00.000Z')
const MORNING = new Date('2026-03-03T06:30:00.000Z')
const NINE = new Date('2026-03-03T08:00:00.000Z')
const NIGHTS = { quietHours: { from: '18:00', to: '07:30' } }
const NOTES_BY_MAIL = {
  preferences: [{ reason: 'noted', scope: 'followed', channel: 'mail', isOn: true }],
}

let server: Awaited<ReturnType<typeof startServer>>
let mette: SignedIn
let jonas: SignedIn
let departmentId: string
let caseId: string

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

beforeEach(async () => {
  server.clock.now = EVENING
  departmentId = await buildDepartment(server)
  mette = await buildEmployee(server, { name: 'Mette Holm', departmentId })
  jonas = await buildEmployee(server, { name: 'Jonas Lindqvist', departmentId })
  ;({ id: caseId } = await buildCase(server))
})

/** Gives Jonas the case, which is high and by mail. */
async function give(): Promise<void> {
  await giveTo(server, mette, caseId, { ...jonas, departmentId })
  await deliverAll(server)
}

/** Writes a note on a case that Jonas follows, which is normal. */
async function note(body: string, id = caseId): Promise<void> {
  await send(server, jonas, 'PUT', `/api/v1/cases/${id}/following`)
  const answer = await send(server, mette, 'POST', `/api/v1/cases/${id}/notes`, { body })
  expect(answer.statusCode).toBe(201)
  await deliverAll(server)
}

/** Lets the job run at a moment; whoever is signed in stays so. */
async function work(at: Date): Promise<void> {
  server.clock.now = at
  await workLetters(server.deps, at)
  server.clock.now = EVENING
}

const waiting = () =>
  server.database.reader.rows<{ heldFor: string; releaseAt: Date }>(
    Prisma.sql`SELECT held_for AS "heldFor", release_at AS "releaseAt" FROM held_letter WHERE employee_id = ${jonas.id}::uuid`,
  )

test('in quiet hours a mail waits for their end, and goes once however late and often', async () => {
  await choose(server, jonas, NIGHTS)
  await give()
  expect(await mailsTo(server, jonas)).toEqual([])
  expect(await waiting()).toEqual([{ heldFor: 'quiet', releaseAt: MORNING }])

  await work(new Date(MORNING.getTime() - 1))
  expect(await mailsTo(server, jonas)).toEqual([])

  server.clock.now = NINE
  await Promise.all([1, 2, 3].map(() => workLetters(server.deps, NINE)))
  await workLetters(server.deps, NINE)
  const mails = await mailsTo(server, jonas)
  expect(mails.map(({ kind }) => kind)).toEqual(['case.dispatched'])
  expect(mails[0]?.text).toContain('?unfollow=1')
  expect(await waiting()).toEqual([])
})

test('a delivery that is repeated while the mail waits writes no second one', async () => {
  await choose(server, jonas, NIGHTS)
  await give()
  await server.database.reader.rows(Prisma.sql`UPDATE event_delivery SET state = 'waiting'`)
  await deliverAll(server)
  await work(NINE)

  expect(await mailsTo(server, jonas)).toHaveLength(1)
})

test('high ones come in quiet hours too where one chose so', async () => {
  await choose(server, jonas, { ...NIGHTS, breaksQuiet: true, ...NOTES_BY_MAIL })
  await give()
  await note('This can wait.')

  expect((await mailsTo(server, jonas)).map(({ kind }) => kind)).toEqual(['case.dispatched'])
  expect(await waiting()).toHaveLength(1)
})

test('what can wait comes in one digest, case by case, with the way to unfollow each', async () => {
  const { id: otherId } = await buildCase(server)
  await choose(server, jonas, { digestAt: '09:00', ...NOTES_BY_MAIL })
  await note('One.')
  await note('Two.')
  await note('Three.', otherId)
  expect(await mailsTo(server, jonas)).toEqual([])

  await work(new Date(NINE.getTime() - 1))
  expect(await mailsTo(server, jonas)).toEqual([])
  server.clock.now = NINE
  await Promise.all([1, 2].map(() => workLetters(server.deps, NINE)))

  const mails = await mailsTo(server, jonas)
  expect(mails.map(({ kind, subject }) => [kind, subject])).toEqual([
    ['notice.digest', 'Your digest: 3 notices on 2 cases'],
  ])
  expect(mails[0]?.text.match(/\?unfollow=1/gu)).toHaveLength(2)
  expect(mails[0]?.text.match(/Mette Holm has written a note/gu)).toHaveLength(3)
})

test('high ones pass the digest by', async () => {
  await choose(server, jonas, { digestAt: '09:00' })
  await give()

  expect((await mailsTo(server, jonas)).map(({ kind }) => kind)).toEqual(['case.dispatched'])
})

test('what was read meanwhile is no news, and without news there is no digest', async () => {
  await choose(server, jonas, { digestAt: '09:00', ...NOTES_BY_MAIL })
  await note('One.')
  await send(server, jonas, 'PUT', `/api/v1/me/notice-entries/${caseId}/read-mark`)
  await work(NINE)

  expect(await mailsTo(server, jonas)).toEqual([])
  expect(await waiting()).toEqual([])
})

test('mail that waits follows the settings when they change', async () => {
  await choose(server, jonas, { digestAt: '09:00', ...NOTES_BY_MAIL })
  await note('One.')
  await choose(server, jonas, { digestAt: '10:00' })
  expect(await waiting()).toEqual([{ heldFor: 'digest', releaseAt: new Date('2026-03-03T09:00:00.000Z') }])

  await choose(server, jonas, { digestAt: null })
  await work(EVENING)
  expect((await mailsTo(server, jonas)).map(({ kind }) => kind)).toEqual(['note.written'])
})

test('there is one digest a day, whatever hour is chosen after it', async () => {
  await choose(server, jonas, { digestAt: '18:10', ...NOTES_BY_MAIL })
  await note('One.')
  await work(new Date(EVENING.getTime() + 10 * 60_000))
  await choose(server, jonas, { digestAt: '18:30' })
  await note('Two.')
  await work(new Date(EVENING.getTime() + 30 * 60_000))

  expect(await mailsTo(server, jonas)).toHaveLength(1)
  expect(await waiting()).toEqual([{ heldFor: 'digest', releaseAt: new Date('2026-03-03T17:30:00.000Z') }])
})

test('whoever left meanwhile is written to no more', async () => {
  await choose(server, jonas, NIGHTS)
  await give()
  await server.database.transact((tx) => tx.employee.update({ where: { id: jonas.id }, data: { isActive: false } }))
  await work(NINE)

  expect(await mailsTo(server, jonas)).toEqual([])
})

test('times are those of one’s own zone', async () => {
  await choose(server, jonas, { ...NIGHTS, timeZone: 'America/New_York' })
  await give()

  expect(await mailsTo(server, jonas)).toHaveLength(1)
})
