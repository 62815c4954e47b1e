import type { Case } from '@timedesk/contracts/cases'
import type { RecurringCase, RecurringRun } from '@timedesk/contracts/recurring-cases'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildContact, buildCustomer, buildEmployee } from '../../../test/factories.ts'
import { openFieldDesk, option } from '../../../test/field-desk.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { createDueCases } from './create-due-cases.ts'

let server: Awaited<ReturnType<typeof startServer>>
let made = 0

beforeAll(async () => {
  server = await startServer()
})
beforeEach(() => {
  server.clock.now = new Date('2026-03-02T09:00:00.000Z')
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

/** An administrator who has just signed in: sessions end while the clock of a test runs on. */
const desk = () => openFieldDesk(server)

/** Lets the job run at a moment, as a worker of its own would. */
const runAt = async (at: string) => {
  server.clock.now = new Date(at)
  await createDueCases(server.deps, server.clock.now)
}

/** A recurring case of a template of its own, each day at eight unless it says otherwise. */
async function build(given: object = {}, filledIn: object = {}) {
  made += 1
  const name = `Check ${String(made)}`
  const customer = await buildCustomer(server)
  const template = await (
    await desk()
  ).create('/case-templates', { name, subject: name, description: 'Check it.', ...filledIn })
  const answer = await (
    await desk()
  ).send('POST', '/recurring-cases', {
    name,
    templateId: template.id,
    customerId: customer.id,
    every: { unit: 'day' },
    startsOn: '2026-03-01',
    ...given,
  })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  const { id } = answer.json<RecurringCase>()
  const runs = async () =>
    (await (await desk()).send('GET', `/recurring-cases/${id}/runs`)).json<{ data: RecurringRun[] }>().data
  return {
    id,
    customerId: customer.id,
    runs,
    told: async () => (await runs()).map(({ dueOn, state, reason }) => [dueOn, reason ?? state]),
    cases: async () => {
      const { rows } = await server.database.pool.query('SELECT 1 FROM support_case WHERE customer_id = $1', [
        customer.id,
      ])
      return rows.length
    },
    lastCase: async () => {
      const [run] = await runs()
      return (await (await desk()).send('GET', `/cases/${String(run?.case?.id)}`)).json<Case>()
    },
  }
}

test('a case is opened at its minute and not again, with all that its template says', async () => {
  const admin = await desk()
  const options = [option('First'), option('Gone')]
  const floor = await admin.buildField({ kind: 'choice', options })
  const room = await admin.buildField({ kind: 'choice', options: options.map(({ label }) => option(label)) })
  const gone = room.options[1]
  const fields = { [floor.id]: options[0]?.id, [room.id]: gone?.id }
  const left = await buildEmployee(server)
  const checklist = await admin.create('/checklist-templates', { name: 'Check', items: [{ text: 'Look' }] })
  const recurring = await build(
    {},
    { fields, responsibleId: left.id, checklistId: checklist.id, estimateMinutes: 45, tags: ['check'] },
  )
  await server.database.transact((tx) => tx.employee.update({ where: { id: left.id }, data: { isActive: false } }))
  await admin.patch(`/custom-fields/${room.id}`, { options: [room.options[0], { ...gone, isActive: false }] })
  await admin.buildField({ rules: { requiredFor: 'always' } })

  await runAt('2026-03-03T06:59:59Z')
  expect(await recurring.cases()).toBe(0)
  await runAt('2026-03-03T07:00:00Z')
  await runAt('2026-03-03T07:01:00Z')
  await runAt('2026-03-03T22:59:00Z')
  expect(await recurring.told()).toEqual([['2026-03-03', 'created']])
  const opened = await recurring.lastCase()
  expect(opened).toMatchObject({
    createdVia: 'recurring',
    createdByName: 'Timedesk',
    createdAt: '2026-03-03T07:00:00.000Z',
    isUnread: false,
    responsible: null,
    estimateMinutes: 45,
    tags: ['check'],
    status: { category: 'new' },
  })
  expect(opened.fields.map(({ label }) => label)).toEqual(['First'])
  const listed = (await (await desk()).send('GET', `/cases/${opened.id}/checklist`)).json<{
    data: { text: string }[]
  }>()
  expect(listed.data.map(({ text }) => text)).toEqual(['Look'])
  const shown = (await (await desk()).send('GET', `/recurring-cases/${recurring.id}`)).json<RecurringCase>()
  expect(shown.lastCase?.id).toBe(opened.id)
  expect(shown.next[0]?.day).toBe('2026-03-04')
})

test('late, the latest day is opened and the days before it are told as overtaken', async () => {
  const recurring = await build()
  await runAt('2026-03-03T07:00:00Z')
  await runAt('2026-03-07T19:00:00Z')
  expect(await recurring.told()).toEqual([
    ['2026-03-07', 'created'],
    ['2026-03-06', 'overtaken'],
    ['2026-03-05', 'overtaken'],
    ['2026-03-04', 'overtaken'],
    ['2026-03-03', 'created'],
  ])
  expect(await recurring.cases()).toBe(2)
})

test('doubled workers open one case', async () => {
  const recurring = await build()
  server.clock.now = new Date('2026-03-03T07:00:00Z')
  await Promise.all(Array.from({ length: 6 }, () => createDueCases(server.deps, server.clock.now)))
  expect(await recurring.told()).toEqual([['2026-03-03', 'created']])
  expect(await recurring.cases()).toBe(1)
})

test('a worker that dies before its commit leaves nothing, and the next one opens the case', async () => {
  const recurring = await build()
  const { database } = server.deps
  const dying = {
    ...server.deps,
    database: {
      ...database,
      transact: <Result>(work: Parameters<typeof database.transact<Result>>[0]) =>
        database.transact<Result>(async (tx) => {
          await work(tx)
          throw new Error('killed')
        }),
    },
  }
  server.clock.now = new Date('2026-03-03T07:00:00Z')
  await expect(createDueCases(dying, server.clock.now)).rejects.toThrow('Some recurring cases could not be opened')
  expect(await recurring.cases()).toBe(0)
  await runAt('2026-03-03T09:00:00Z')
  expect(await recurring.told()).toEqual([['2026-03-03', 'created']])
  expect(await recurring.cases()).toBe(1)
})

test('a pause is not made up for, nor what a new rule would have been before it', async () => {
  const recurring = await build()
  const path = `/recurring-cases/${recurring.id}`
  await runAt('2026-03-03T07:00:00Z')
  await (await desk()).patch(path, { isActive: false })
  await runAt('2026-03-05T12:00:00Z')
  await (await desk()).patch(path, { isActive: true })
  await runAt('2026-03-05T12:01:00Z')
  expect(await recurring.told()).toEqual([['2026-03-03', 'created']])
  await (await desk()).patch(path, { time: '14:00', startsOn: '2026-01-01' })
  await runAt('2026-03-05T13:00:00Z')
  expect(await recurring.told()).toEqual([
    ['2026-03-05', 'created'],
    ['2026-03-03', 'created'],
  ])
})

test('a time that summer time leaves out comes an hour later, one that comes twice the first time', async () => {
  const recurring = await build({
    time: '02:30',
    startsOn: '2026-03-29',
    every: { unit: 'month', interval: 7, dayOfMonth: 25 },
  })
  const spring = await build({ time: '02:30', startsOn: '2026-03-29', endsOn: '2026-03-29' })
  server.clock.now = new Date('2026-03-28T12:00:00Z')
  await runAt('2026-03-29T01:29:00Z')
  expect(await spring.cases()).toBe(0)
  await runAt('2026-03-29T01:30:00Z')
  expect(await spring.told()).toEqual([['2026-03-29', 'created']])
  await runAt('2026-10-25T00:29:00Z')
  expect(await recurring.cases()).toBe(0)
  await runAt('2026-10-25T00:30:00Z')
  await runAt('2026-10-25T01:30:00Z')
  expect(await recurring.told()).toEqual([['2026-10-25', 'created']])
})

test('a customer that is gone is refused that day and told why; the others are opened', async () => {
  const recurring = await build()
  const other = await build()
  const anna = await buildContact(server, { customerId: other.customerId })
  await (await desk()).patch(`/recurring-cases/${other.id}`, { contactId: anna.id })
  await server.database.transact(async (tx) => {
    await tx.customer.update({ where: { id: recurring.customerId }, data: { isActive: false } })
    await tx.contact.update({ where: { id: anna.id }, data: { isActive: false } })
  })
  await runAt('2026-03-03T07:00:00Z')
  expect(await recurring.runs()).toMatchObject([
    {
      dueOn: '2026-03-03',
      state: 'skipped',
      case: null,
      reason: 'refused',
      detail: 'The customer does not exist or is not active.',
    },
  ])
  expect(await recurring.cases()).toBe(0)
  expect(await other.lastCase()).toMatchObject({ contact: null })
})
