import type { PolicyPreview, ServicePolicy } from '@timedesk/contracts/service-policies'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCase } from '../../test/cases.ts'
import { buildAgreement } from '../../test/build-agreement.ts'
import { buildCustomer, buildEmployee, NORMAL_PRIORITY_ID, SUPPORT_DEPARTMENT_ID } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { openServiceDesk } from '../../test/service-desk.ts'
import { newId } from '../platform/new-id.ts'
import { reapplyPolicies } from './reapply-policies.ts'

const URGENT_PRIORITY_ID = '00000000-0000-7000-8000-000000000011'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openServiceDesk>>

beforeAll(async () => {
  server = await startServer()
  desk = await openServiceDesk(server)
})
afterAll(() => server.close())

const read = async (id: string) =>
  (await desk.ask(desk.administrator, 'GET', `/service-policies/${id}`)).json<ServicePolicy>()
const patch = (id: string, payload: object, match = '*') =>
  desk.ask(desk.administrator, 'PATCH', `/service-policies/${id}`, payload, { 'if-match': match })

test('a policy comes back as it was promised, by priority and most urgent first', async () => {
  const lead = await buildEmployee(server, { role: 'lead', name: 'Mette Holm' })
  const calendarId = await desk.weekdays()
  const created = await desk.promise(
    {},
    {
      name: 'Gold',
      calendarId,
      warnAt: [90, 50, 50],
      targets: [
        { priorityId: NORMAL_PRIORITY_ID, firstResponse: 240, nextResponse: null, resolution: 960 },
        { priorityId: URGENT_PRIORITY_ID, firstResponse: 30, nextResponse: 60, resolution: 240 },
      ],
      escalations: [
        {
          share: 120,
          clock: 'resolution',
          notify: { leads: true, employeeIds: [lead.id] },
          assign: { departmentId: SUPPORT_DEPARTMENT_ID, responsibleId: lead.id },
        },
      ],
    },
  )

  expect(await read(created.id)).toMatchObject({
    name: 'Gold',
    calendar: { id: calendarId, name: 'Weekdays 8–16' },
    warnAt: [50, 90],
    targets: [
      { priority: { level: 1 }, firstResponse: 30, nextResponse: 60, resolution: 240 },
      { priority: { id: NORMAL_PRIORITY_ID }, firstResponse: 240, nextResponse: null, resolution: 960 },
    ],
    escalations: [
      {
        share: 120,
        clock: 'resolution',
        notify: { responsible: false, leads: true, departments: [], employees: [{ id: lead.id, name: 'Mette Holm' }] },
        assign: { department: { id: SUPPORT_DEPARTMENT_ID }, responsible: { name: 'Mette Holm' } },
      },
    ],
    isShownToCustomers: false,
    isActive: true,
    version: 1,
  })
})

test('what changes is told by name, and saying nothing new changes nothing', async () => {
  const { id, name } = await desk.promise({ firstResponse: 60 })
  await patch(id, { warnAt: [75], isActive: false })
  await patch(id, { warnAt: [75], isActive: false })

  expect((await read(id)).version).toBe(2)
  const { rows } = await server.database.pool.query<{ payload: object }>(
    'SELECT payload FROM event WHERE subject_id = $1 ORDER BY sequence',
    [id],
  )
  expect(rows.map(({ payload }) => payload)).toEqual([
    { setting: 'service_policy', name },
    {
      setting: 'service_policy',
      name,
      changes: [
        { field: 'warnAt', from: '', to: '75 %' },
        { field: 'isActive', from: 'true', to: 'false' },
      ],
    },
  ])
})

test.for([
  ['an unknown calendar', { calendarId: newId() }, 'reference_refused', '/body/calendarId'],
  ['an unknown priority', { targets: [target(newId())] }, 'reference_refused', '/body/targets/0/priorityId'],
  ['a priority twice', { targets: [target(), target()] }, 'conflict', '/body/targets/1/priorityId'],
  [
    'somebody who is not there',
    { escalations: [{ share: 90, notify: { employeeIds: [newId()] } }] },
    'reference_refused',
    '/body/escalations/0/notify/employeeIds/0',
  ],
  ['no minutes at all', { targets: [{ ...target(), resolution: 0 }] }, 'invalid_request', '/body/targets/0/resolution'],
] as const)('%s is refused', async ([, given, code, pointer]) => {
  const answer = await desk.ask(desk.administrator, 'POST', '/service-policies', {
    name: newId(),
    targets: [],
    ...given,
  })

  expect(answer.json()).toMatchObject({ code, errors: [{ pointer }] })
})

test('an agreement of another customer, and a name that is taken, are refused', async () => {
  const [one, other] = [await buildCustomer(server), await buildCustomer(server)]
  const agreement = await buildAgreement(server, { customerId: one.id })
  const { name } = await desk.promise({})

  const refused = [{ name: newId(), customerId: other.id, agreementId: agreement.id }, { name }].map((given) =>
    desk.ask(desk.administrator, 'POST', '/service-policies', { targets: [], ...given }),
  )

  expect((await Promise.all(refused)).map((answer) => answer.json<{ code: string }>().code)).toEqual([
    'reference_refused',
    'conflict',
  ])
})

test('somebody who saw an older version is told so', async () => {
  const { id } = await desk.promise({})
  const { etag } = (await desk.ask(desk.administrator, 'GET', `/service-policies/${id}`)).headers
  await patch(id, { position: 4 })

  expect((await patch(id, { position: 5 }, etag)).json()).toMatchObject({ code: 'stale_version' })
})

test('the preview says which open cases a draft would win, and from whom', async () => {
  const customer = await buildCustomer(server)
  const present = await desk.promise({ firstResponse: 60 }, { customerId: customer.id, position: 9_000 })
  const agent = await buildEmployee(server)
  const first = await openCase(server, agent, { customerId: customer.id })
  const second = await openCase(server, agent, { customerId: customer.id })
  await openCase(server, agent, { customerId: (await buildCustomer(server)).id })
  const policy = { name: 'Drafted', customerId: customer.id, targets: [target()] }

  const answer = await desk.ask(desk.administrator, 'POST', '/service-policy-previews', { policy })

  const preview = answer.json<PolicyPreview>()
  expect(preview).toMatchObject({
    wins: 2,
    changes: 2,
    taken: [{ policy: { id: present.id, name: present.name }, cases: 2 }],
    lost: [],
  })
  expect(preview.cases.map((found) => found.case.number).toSorted()).toEqual([first.number, second.number])
  expect(preview.openCases).toBeGreaterThan(2)
  expect((await desk.ledger(first.id)).policy?.name).toBe(present.name)
})

test('the order decides among policies for the same, and applying them gives open cases the first', async () => {
  const customer = await buildCustomer(server)
  const one = await desk.promise({ firstResponse: 60 }, { customerId: customer.id, position: 1 })
  const other = await desk.promise({ firstResponse: 30 }, { customerId: customer.id, position: 2 })
  const { id } = await openCase(server, await buildEmployee(server), { customerId: customer.id })
  expect((await desk.ledger(id)).policy?.name).toBe(one.name)

  await desk.ask(desk.administrator, 'PUT', '/service-policy-order', { policyIds: [other.id, one.id] })
  expect((await desk.ledger(id)).policy?.name).toBe(one.name)
  await reapplyPolicies(server.deps, 'reapplied')
  await reapplyPolicies(server.deps, 'reapplied')

  expect((await desk.ledger(id)).policy).toMatchObject({ name: other.name, why: 'customer' })
  const applied = await desk.log(id, ['case.policy_applied'])
  expect(applied.map(({ policy, cause }) => [policy, cause])).toEqual([
    [one.name, 'created'],
    [other.name, 'reapplied'],
  ])
})

function target(priorityId = NORMAL_PRIORITY_ID) {
  return { priorityId, firstResponse: 60, nextResponse: null, resolution: null }
}
