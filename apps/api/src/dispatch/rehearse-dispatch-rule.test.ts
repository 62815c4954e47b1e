import type { Rehearsal } from '@timedesk/contracts/rehearsals'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openCase, send } from '../../test/cases.ts'
import { buildDepartment, buildPeople, buildRule, clearDispatch } from '../../test/dispatch-desk.ts'
import { buildCustomer, buildEmployee, SUPPORT_DEPARTMENT_ID, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { newId } from '../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let admin: SignedIn

beforeAll(async () => {
  server = await startServer()
  admin = await buildEmployee(server, { role: 'administrator' })
})
afterEach(() => clearDispatch(server))
afterAll(() => server.close())

const rehearse = (change: object) =>
  send(server, admin, 'POST', '/api/v1/rehearsals', { change: { kind: 'dispatch_rule', ...change } })
const figureOf = ({ figures }: Rehearsal, name: string) => figures.find(({ figure }) => figure === name)

test('a drafted rule tells who would have got the cases of the last days, and dispatches nothing', async () => {
  const team = await buildDepartment(server)
  const people = await buildPeople(server, team, 2)
  const { id: customerId } = await buildCustomer(server)
  const ruled = [await openCase(server, admin, { customerId }), await openCase(server, admin, { customerId })]
  await openCase(server, admin, { customerId, departmentId: SUPPORT_DEPARTMENT_ID })
  const conditions = [{ field: 'customer', op: 'is', values: [customerId] }]
  const rule = { name: 'In turns', conditions, target: { kind: 'round_robin', departmentId: team } }

  const found = (await rehearse({ rule })).json<Rehearsal>()

  expect(figureOf(found, 'rule_hits')).toMatchObject({ asIs: 0, draft: 2 })
  expect(figureOf(found, 'other_assignee')).toMatchObject({ draft: 2 })
  const told = found.rows.map(({ case: { id }, differences }) => [
    id,
    differences.map(({ what, asIs, draft }) => [what, asIs, draft]),
  ])
  expect(told.toReversed()).toEqual(
    ruled.map(({ id }, turn) => [
      id,
      [
        ['assignee', 'Support', people[turn]?.name],
        ['rule', null, 'In turns'],
      ],
    ]),
  )
  expect(await server.database.transact((tx) => tx.supportCase.count({ where: { departmentId: team } }))).toBe(0)
})

test('a changed rule is rehearsed in its place', async () => {
  const [team, other] = [await buildDepartment(server), await buildDepartment(server)]
  const { id: customerId } = await buildCustomer(server)
  const rule = await buildRule(server, admin, { kind: 'queue', departmentId: team }, [
    { field: 'customer', op: 'is', values: [customerId] },
  ])
  await buildRule(server, admin, { kind: 'queue', departmentId: SUPPORT_DEPARTMENT_ID })
  const opened = await openCase(server, admin, { customerId })
  const draft = { name: rule.name, conditions: rule.conditions, target: { kind: 'queue', departmentId: other } }

  const found = (await rehearse({ ruleId: rule.id, rule: draft })).json<Rehearsal>()
  expect(found.rows.map(({ case: { id } }) => id)).toEqual([opened.id])
  expect(figureOf(found, 'rule_hits')).toMatchObject({ asIs: 1, draft: 1 })

  const off = (await rehearse({ ruleId: rule.id, rule: { ...draft, isActive: false } })).json<Rehearsal>()
  expect(figureOf(off, 'rule_hits')).toMatchObject({ asIs: 1, draft: 0 })
})

test('what saving would refuse is refused', async () => {
  const target = { kind: 'queue', departmentId: SUPPORT_DEPARTMENT_ID }
  const wrong = [{ field: 'words', op: 'is', values: ['x'] }]
  expect((await rehearse({ rule: { name: 'x', conditions: wrong, target } })).json()).toMatchObject({
    code: 'rule_refused',
    errors: [{ pointer: '/body/change/rule/conditions/0/op' }],
  })
  const gone = { kind: 'queue', departmentId: newId() }
  expect((await rehearse({ rule: { name: 'x', conditions: [], target: gone } })).json()).toMatchObject({
    code: 'reference_refused',
  })
  expect((await rehearse({ ruleId: newId(), rule: { name: 'x', conditions: [], target } })).statusCode).toBe(404)
})
