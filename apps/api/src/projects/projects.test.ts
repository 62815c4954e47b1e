import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCase } from '../../test/build-case.ts'
import { buildCustomer, buildEmployee, SUPPORT_ACTIVITY_ID, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'

type Project = { id: string; number: number; version: number }

let server: Awaited<ReturnType<typeof startServer>>
let lead: SignedIn
let customerId: string

beforeAll(async () => {
  server = await startServer()
  lead = await buildEmployee(server, { role: 'lead' })
  customerId = (await buildCustomer(server, { name: 'Nordlys' })).id
})
afterAll(() => server.close())

const send = (method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object) =>
  server.app.inject({ method, url: `/api/v1/projects${path}`, headers: lead.headers, ...(payload && { payload }) })
const create = async (given: object = {}) =>
  (await send('POST', '', { customerId, name: 'Intranet relaunch', ...given })).json<Project>()
const query = async (text: string, ...values: unknown[]) =>
  (await server.database.pool.query<Record<string, unknown>>(text, values)).rows

test('a project belongs to one active customer', async () => {
  const created = await send('POST', '', { customerId, name: 'Webshop', startsOn: '2026-01-31', ownerId: lead.id })
  expect(created.json()).toMatchObject({
    customer: { id: customerId, name: 'Nordlys' },
    owner: { id: lead.id },
    startsOn: '2026-01-31',
    endsOn: null,
    minutes: 0,
  })
  const inactive = await buildCustomer(server)
  await query('UPDATE customer SET is_active = false WHERE id = $1', inactive.id)

  const refused = await send('POST', '', { customerId: inactive.id, name: 'Lost' })

  expect(refused.json()).toMatchObject({ code: 'reference_refused', errors: [{ pointer: '/body/customerId' }] })
  expect(await query("SELECT 1 FROM project WHERE name = 'Lost'")).toEqual([])
})

test('a project does not end before it starts', async () => {
  const { id } = await create({ startsOn: '2026-03-01' })
  const refused = await send('PATCH', `/${id}`, { endsOn: '2026-02-28' })

  expect(refused.json()).toMatchObject({ code: 'invalid_request', errors: [{ pointer: '/body/endsOn' }] })
  expect((await send('PATCH', `/${id}`, { endsOn: '2026-03-01' })).json()).toMatchObject({ endsOn: '2026-03-01' })
})

test('minutes on the project and on its cases are counted once each', async () => {
  const { id } = await create()
  const { id: caseId } = await buildCase(server, { customerId, projectId: id })
  await buildCase(server, { customerId, projectId: id, category: 'closed' })
  for (const [given, minutes] of [
    [{ caseId }, 25],
    [{ caseId, projectId: id }, 5],
    [{ projectId: id, customerId }, 60],
  ] as const) {
    await server.database.transact((tx) =>
      tx.timeEntry.create({
        data: {
          id: server.deps.newId(),
          ...given,
          customerId,
          employeeId: lead.id,
          activityTypeId: SUPPORT_ACTIVITY_ID,
          workDate: new Date('2026-03-02'),
          bookedOn: new Date('2026-03-02'),
          minutes,
          isBillable: true,
          createdAt: server.clock.now,
        },
      }),
    )
  }

  expect((await send('GET', `/${id}`)).json()).toMatchObject({ activeCases: 1, minutes: 90 })
})

test('a change is told with what was and what is; no change is told of nothing', async () => {
  const { id } = await create({ ownerId: lead.id })
  await send('PATCH', `/${id}`, { ownerId: lead.id, name: 'Intranet relaunch' })
  const changed = await send('PATCH', `/${id}`, { ownerId: null, isActive: false })

  expect(changed.json()).toMatchObject({ owner: null, isActive: false, version: 2 })
  const events = await query('SELECT type, payload FROM event WHERE subject_id = $1 ORDER BY sequence', id)
  expect(events).toEqual([
    { type: 'project.created', payload: { name: 'Intranet relaunch' } },
    {
      type: 'project.changed',
      payload: {
        name: 'Intranet relaunch',
        changes: [
          { field: 'isActive', from: 'true', to: 'false' },
          { field: 'owner', from: lead.name, to: null },
        ],
      },
    },
  ])
})

test('projects are found by name, number and customer', async () => {
  const { id, number } = await create({ name: 'Lighthouse' })
  const other = await buildCustomer(server)
  const found = async (parameters: string) =>
    (await send('GET', `?${parameters}`)).json<{ data: Project[] }>().data.map((project) => project.id)

  expect(await found('search=lightHOUSE')).toEqual([id])
  expect(await found(`search=${String(number)}&customerId=${customerId}`)).toContain(id)
  expect(await found(`search=lighthouse&customerId=${other.id}`)).toEqual([])
  expect(await found('search=lighthouse&isActive=false')).toEqual([])
})
