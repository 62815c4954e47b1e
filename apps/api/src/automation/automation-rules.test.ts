import type { AutomationRule } from '@timedesk/contracts/automation-rules'
import { Prisma } from '@timedesk/prisma/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { send } from '../../test/cases.ts'
import { buildDepartment } from '../../test/dispatch-desk.ts'
import {
  buildEmployee,
  NORMAL_PRIORITY_ID,
  statusId,
  SUPPORT_DEPARTMENT_ID,
  type SignedIn,
} from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { buildRule, writeText } from '../../test/texts-desk.ts'

let server: Awaited<ReturnType<typeof startServer>>
let administrator: SignedIn
beforeAll(async () => {
  server = await startServer()
  administrator = await buildEmployee(server, { role: 'administrator' })
})
afterAll(() => server.close())

const onReply = { kind: 'event', events: ['contact_replied'] }
const toOpen = { kind: 'status', statusId: statusId.open }
const draft = { trigger: onReply, actions: [toOpen] }

const refused = async (given: object) => {
  const answer = await send(server, administrator, 'POST', '/api/v1/automation-rules', {
    name: 'Refused',
    ...draft,
    ...given,
  })
  return answer.json<object>()
}
const change = (id: string, payload: object, version: number) =>
  send(server, administrator, 'PATCH', `/api/v1/automation-rules/${id}`, payload, {
    'if-match': `"v${String(version)}"`,
  })
const list = async () =>
  (await send(server, administrator, 'GET', '/api/v1/automation-rules')).json<{ data: AutomationRule[] }>().data

test('a rule is asked last, and its names are told with it', async () => {
  await buildRule(server, administrator, draft)
  const conditions = [{ field: 'priority', op: 'is', values: [NORMAL_PRIORITY_ID] }]
  const rule = await buildRule(server, administrator, { ...draft, conditions })
  expect(rule).toMatchObject({ isActive: true, stopsAfter: false, runs: 0, lastRunAt: null, version: 1 })
  expect(rule.names).toEqual(
    expect.arrayContaining([
      { id: statusId.open, name: 'Open' },
      { id: NORMAL_PRIORITY_ID, name: 'Normal' },
    ]),
  )
  expect((await list()).at(-1)?.id).toBe(rule.id)
})

test.for<[string, object, object]>([
  [
    'an action twice',
    { actions: [toOpen, toOpen] },
    { code: 'rule_refused', errors: [{ pointer: '/body/actions/1' }] },
  ],
  ['no action', { actions: [] }, { code: 'invalid_request' }],
  [
    'a condition that cannot be asked',
    { conditions: [{ field: 'priority', op: 'contains', values: ['High'] }] },
    { code: 'rule_refused', errors: [{ pointer: '/body/conditions/0/op' }] },
  ],
  [
    'a note with a variable that does not exist',
    { actions: [toOpen, { kind: 'note', body: 'Call {{contact.phone}}' }] },
    { code: 'variable_unknown', errors: [{ pointer: '/body/actions/1/body' }] },
  ],
  [
    'a status that does not exist',
    { actions: [{ kind: 'status', statusId: '00000000-0000-7000-8000-0000000000ff' }] },
    { code: 'reference_refused', errors: [{ pointer: '/body/actions/0/statusId' }] },
  ],
  [
    'somebody to tell who does not exist',
    { actions: [{ kind: 'notify', employeeIds: ['00000000-0000-7000-8000-0000000000ff'] }] },
    { code: 'reference_refused', errors: [{ pointer: '/body/actions/0/employeeIds/0' }] },
  ],
  [
    'to tell nobody',
    { actions: [toOpen, { kind: 'notify' }] },
    { code: 'rule_refused', errors: [{ pointer: '/body/actions/1', code: 'required' }] },
  ],
  [
    'before what is no deadline',
    { trigger: { kind: 'time', since: 'created', minutes: 5, isBefore: true } },
    { code: 'rule_refused', errors: [{ pointer: '/body/trigger/isBefore' }] },
  ],
  ['no event', { trigger: { kind: 'event', events: [] } }, { code: 'invalid_request' }],
])('refused: %s', async ([, given, refusal]) => {
  expect(await refused(given)).toMatchObject(refusal)
})

test('a case is given to somebody of the department that gets it, or of one below', async () => {
  const team = await buildDepartment(server, SUPPORT_DEPARTMENT_ID)
  const within = await buildEmployee(server, { departmentId: team })
  const outside = await buildEmployee(server, { departmentId: await buildDepartment(server) })
  const giving = ({ id }: { id: string }) => ({
    actions: [{ kind: 'assignment', departmentId: SUPPORT_DEPARTMENT_ID, responsibleId: id }],
  })

  expect(await refused(giving(outside))).toMatchObject({
    code: 'reference_refused',
    errors: [{ pointer: '/body/actions/0/responsibleId' }],
  })
  expect((await buildRule(server, administrator, { ...draft, ...giving(within) })).actions).toHaveLength(1)
})

test('a reply says a canned text of everyone’s only', async () => {
  const mine = await writeText(server, administrator, 'Hello', { scope: 'private' })
  expect(await refused({ actions: [{ kind: 'reply', cannedTextId: mine.id }] })).toMatchObject({
    code: 'reference_refused',
  })
  const shared = await writeText(server, administrator, 'Hello')
  expect(
    await buildRule(server, administrator, { ...draft, actions: [{ kind: 'reply', cannedTextId: shared.id }] }),
  ).toMatchObject({
    names: [{ id: shared.id }],
  })
})

test('changes are in its history, and need the version that was read', async () => {
  const rule = await buildRule(server, administrator, draft)
  expect((await change(rule.id, { stopsAfter: true, name: 'Renamed' }, 1)).json()).toMatchObject({
    stopsAfter: true,
    version: 2,
  })
  expect((await change(rule.id, { name: 'Late' }, 1)).json()).toMatchObject({ code: 'stale_version' })
  const [event] = await server.database.reader.rows<{ payload: object }>(
    Prisma.sql`SELECT payload FROM event WHERE subject_id = ${rule.id}::uuid AND type = 'setting.changed'`,
  )
  expect(event?.payload).toMatchObject({
    name: 'Renamed',
    changes: [{ field: 'name' }, { field: 'stopsAfter', from: 'false', to: 'true' }],
  })
  const other = await buildRule(server, administrator, draft)
  expect((await change(other.id, { name: 'Renamed' }, 1)).json()).toMatchObject({ code: 'conflict' })
})

test('a rule that is switched off and on is asked from then on', async () => {
  const rule = await buildRule(server, administrator, draft)
  expect((await change(rule.id, { isActive: false }, 1)).json()).toMatchObject({ activeSince: null })
  server.clock.now = new Date(server.clock.now.getTime() + 60_000)
  const again = await change(rule.id, { isActive: true }, 2)
  expect(again.json()).toMatchObject({ activeSince: server.clock.now.toISOString() })
  server.clock.now = new Date(server.clock.now.getTime() + 60_000)
  const named = await change(rule.id, { name: 'Only its name' }, 3)
  expect(named.json()).toMatchObject({ activeSince: again.json<AutomationRule>().activeSince })
})

test('rules are put in order, all of them or none', async () => {
  await buildRule(server, administrator, draft)
  const ids = (await list()).map(({ id }) => id)
  const order = (ruleIds: string[]) => send(server, administrator, 'PUT', '/api/v1/automation-rule-order', { ruleIds })
  expect((await order(ids.slice(1))).json()).toMatchObject({ code: 'conflict' })
  expect((await order([...ids.slice(1), ...ids.slice(1, 2)])).json()).toMatchObject({ code: 'conflict' })
  const turned = ids.toReversed()
  expect((await order(turned)).json<{ data: AutomationRule[] }>().data.map(({ id }) => id)).toEqual(turned)
  expect((await list()).map(({ id }) => id)).toEqual(turned)
})

test('a rule that never ran is removed', async () => {
  const rule = await buildRule(server, administrator, draft)
  expect((await send(server, administrator, 'DELETE', `/api/v1/automation-rules/${rule.id}`)).statusCode).toBe(204)
  expect((await send(server, administrator, 'GET', `/api/v1/automation-rules/${rule.id}`)).statusCode).toBe(404)
})

test('rules are for administrators; agents read them', async () => {
  const agent = await buildEmployee(server)
  expect((await send(server, agent, 'GET', '/api/v1/automation-rules')).statusCode).toBe(200)
  const answer = await send(server, agent, 'POST', '/api/v1/automation-rules', { name: 'Mine', ...draft })
  expect(answer.json()).toMatchObject({ code: 'permission_denied' })
})
