import { Prisma } from '@timedesk/prisma/client'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openCase, send } from '../../test/cases.ts'
import { deliverAll } from '../../test/deliver-all.ts'
import { buildContact, buildEmployee, statusId, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'
import { doneOn, eventsOn, passMinutes, redeliver, retireRules, runsOn } from '../../test/rule-desk.ts'
import { signIn } from '../../test/service-desk.ts'
import { buildRule } from '../../test/texts-desk.ts'
import { createAutomate } from './automate.ts'
import { workTimeRules } from './work-time-rules.ts'

let server: Awaited<ReturnType<typeof startServer>>
let administrator: SignedIn
beforeAll(async () => {
  server = await startServer()
  administrator = await buildEmployee(server, { role: 'administrator' })
})
afterEach(() => retireRules(server))
afterAll(() => server.close())

async function rule(name: string, given: object): Promise<void> {
  await signIn(server, administrator, 'desk')
  await buildRule(server, administrator, { name, ...given })
}
const becomes = (category: keyof typeof statusId) => ({ field: 'category', op: 'is', values: [category] })
const setStatus = (category: keyof typeof statusId) => [{ kind: 'status', statusId: statusId[category] }]
const onTag = (tag: string, next: string) => ({
  trigger: { kind: 'event', events: ['tag_added'] },
  conditions: [
    { field: 'tag', op: 'is', values: [tag] },
    { field: 'tag', op: 'isNot', values: [next] },
  ],
  actions: [{ kind: 'tags', add: [next], remove: [] }],
})

async function openedCase(): Promise<string> {
  await signIn(server, administrator, 'desk')
  const { customerId, id: contactId } = await buildContact(server)
  const { id } = await openCase(server, administrator, { customerId, contactId })
  return id
}

async function tagCase(caseId: string, ...tags: string[]): Promise<void> {
  await send(server, administrator, 'PATCH', `/api/v1/cases/${caseId}`, { tags })
  await deliverAll(server)
}

test('two rules that would feed each other stop, and the run log says so', async () => {
  const trigger = { kind: 'event', events: ['status_changed'] }
  await rule('To open', { trigger, conditions: [becomes('waiting_customer')], actions: setStatus('open') })
  await rule('To waiting', { trigger, conditions: [becomes('open')], actions: setStatus('waiting_customer') })
  const id = await openedCase()
  await send(server, administrator, 'PUT', `/api/v1/cases/${id}/status`, { statusId: statusId.open })
  await deliverAll(server)
  expect(await runsOn(server, id)).toEqual([
    { rule: 'To waiting', outcome: 'done', depth: 1, refusal: null, action: null },
    { rule: 'To open', outcome: 'done', depth: 2, refusal: null, action: null },
    { rule: 'To waiting', outcome: 'stopped', depth: 2, refusal: 'loop', action: null },
  ])
  const ran = await eventsOn(server, id, 'rule.ran')
  expect(ran.at(-1)?.payload).toMatchObject({ rule: 'To waiting', refusal: 'loop', actions: [] })
})

test('what happens once makes a rule run once, whichever way it comes round', async () => {
  const trigger = { kind: 'event', events: ['status_changed', 'tag_added'] }
  const tags = (tag: string) => [{ kind: 'tags', add: [tag], remove: [] }]
  await rule('A', { trigger, actions: [...setStatus('waiting_customer'), ...tags('a')] })
  await rule('B', { trigger, actions: [...setStatus('open'), ...tags('b')] })
  const id = await openedCase()
  await tagCase(id, 'start')
  const runs = await runsOn(server, id)
  expect(runs.filter(({ outcome }) => outcome === 'done').map((run) => run.rule)).toEqual(['A', 'B'])
  expect(runs.filter(({ outcome }) => outcome === 'stopped')).toHaveLength(2)
})

test('what somebody does by hand begins a new chain', async () => {
  const trigger = { kind: 'event', events: ['status_changed'] }
  await rule('To waiting', { trigger, conditions: [becomes('open')], actions: setStatus('waiting_customer') })
  const id = await openedCase()
  for (let turn = 0; turn < 2; turn += 1) {
    await send(server, administrator, 'PUT', `/api/v1/cases/${id}/status`, { statusId: statusId.open })
    await deliverAll(server)
  }
  expect(await doneOn(server, id)).toEqual(['To waiting', 'To waiting'])
})

test('a chain of many rules ends', async () => {
  for (const step of [7, 6, 5, 4, 3, 2, 1])
    await rule(`Step ${String(step)}`, onTag(`t${String(step)}`, `t${String(step + 1)}`))
  const id = await openedCase()
  await tagCase(id, 't1')
  const runs = await runsOn(server, id)
  expect(runs.map(({ outcome, depth }) => [outcome, depth])).toEqual([
    ['done', 1],
    ['done', 2],
    ['done', 3],
    ['done', 4],
    ['done', 5],
    ['stopped', 6],
  ])
  expect(runs.at(-1)).toMatchObject({ rule: 'Step 6', refusal: 'too_long' })
})

test('a worker that dies in the midst of it leaves nothing, and the next one does all of it once', async () => {
  await rule('First', onTag('start', 'one'))
  await rule('Second', onTag('one', 'two'))
  const id = await openedCase()
  await deliverAll(server)
  await send(server, administrator, 'PATCH', `/api/v1/cases/${id}`, { tags: ['start'] })
  const automate = createAutomate(server.deps)
  await deliverAll(server, {
    automate: async (tx, event, written) => {
      await automate(tx, event, written)
      throw new Error('the power went off')
    },
  })
  expect(await runsOn(server, id)).toEqual([])
  expect(await eventsOn(server, id, 'rule.ran')).toEqual([])
  await redeliver(server, id)
  await Promise.all([deliverAll(server), deliverAll(server)])
  await redeliver(server, id)
  await deliverAll(server)
  expect(await doneOn(server, id)).toEqual(['First', 'Second'])
})

test('time rules that would feed each other stop too', async () => {
  const since = { kind: 'time', since: 'status', minutes: 10 }
  await rule('To waiting', { trigger: since, conditions: [becomes('open')], actions: setStatus('waiting_customer') })
  await rule('To open', { trigger: since, conditions: [becomes('waiting_customer')], actions: setStatus('open') })
  const id = await openedCase()
  await send(server, administrator, 'PUT', `/api/v1/cases/${id}/status`, { statusId: statusId.open })
  for (let turn = 0; turn < 6; turn += 1) {
    passMinutes(server, 11)
    await workTimeRules(server.deps, server.clock.now)
  }
  expect((await runsOn(server, id)).map(({ rule: name, outcome }) => [name, outcome])).toEqual([
    ['To waiting', 'done'],
    ['To open', 'done'],
    ['To waiting', 'stopped'],
  ])
})

test('the run log is history: the database refuses to change it', async () => {
  await rule('First', onTag('start', 'one'))
  const id = await openedCase()
  await tagCase(id, 'start')
  await expect(
    server.database.reader.rows(Prisma.sql`UPDATE automation_run SET outcome = 'refused' WHERE case_id = ${id}::uuid`),
  ).rejects.toThrow(/append-only/u)
  expect(await integrityViolations(server)).toEqual([])
})
