import type { CaseView } from '@timedesk/contracts/case-views'
import { Prisma } from '@timedesk/prisma/client'
import { shippedViews } from '@timedesk/domain/query/shipped-views'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { send } from '../../../test/cases.ts'
import { buildCustomer, buildEmployee, SUPPORT_DEPARTMENT_ID, type SignedIn } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { newId } from '../../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let agent: SignedIn
let lead: SignedIn
const told: { type: string; employeeId: string | null | undefined }[] = []

beforeAll(async () => {
  server = await startServer({
    signals: {
      publish: (written) =>
        told.push(...written.map(({ type, passing }) => ({ type, employeeId: passing?.employeeId }))),
      subscribe: () => () => undefined,
    },
  })
  agent = await buildEmployee(server)
  lead = await buildEmployee(server, { role: 'lead' })
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

async function save(by: SignedIn, given: object = {}): Promise<CaseView> {
  const payload = { name: newId(), scope: 'private', query: 'is:active', ...given }
  const answer = await send(server, by, 'POST', '/api/v1/case-views', payload)
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json<CaseView>()
}
const viewsOf = async (by: SignedIn) =>
  (await send(server, by, 'GET', '/api/v1/case-views')).json<{ data: CaseView[] }>().data
const change = (by: SignedIn, { id, version }: CaseView, payload: object) =>
  send(server, by, 'PATCH', `/api/v1/case-views/${id}`, payload, { 'if-match': `"v${String(version)}"` })
const order = (by: SignedIn, ...views: [string, boolean][]) =>
  send(server, by, 'PUT', '/api/v1/case-view-order', { views: views.map(([id, isPinned]) => ({ id, isPinned })) })

test('who has saved nothing sees the shipped views, all of them pinned', async () => {
  const views = await viewsOf(await buildEmployee(server))

  expect(views.filter(({ scope }) => scope === 'shipped')).toMatchObject(
    shippedViews.map(({ id, query, sort }) => ({ id, query, sort, name: null, isPinned: true, can: { edit: false } })),
  )
})

test('a view keeps what it names: a renamed customer keeps its views', async () => {
  const { id: customerId } = await buildCustomer(server, { name: 'Nordlys Software' })
  const view = await save(agent, { query: 'customer:"nordlys software" responsible:me -tag:spam' })
  expect(view.query).toBe('customer:"Nordlys Software" responsible:me -tag:spam')

  await server.database.transact((tx) => tx.customer.update({ where: { id: customerId }, data: { name: 'Sydlys' } }))
  const read = await send(server, agent, 'GET', `/api/v1/case-views/${view.id}`)

  expect(read.json<CaseView>().query).toBe('customer:Sydlys responsible:me -tag:spam')
})

test('of two of the same name one is written by its number, both by their name', async () => {
  const [one] = [await buildCustomer(server, { name: 'Twins' }), await buildCustomer(server, { name: 'twins' })]
  const { number } = await server.database.transact((tx) => tx.customer.findUniqueOrThrow({ where: { id: one.id } }))

  expect((await save(agent, { query: `customer:#${String(number)}` })).query).toBe(`customer:#${String(number)}`)
  expect((await save(agent, { query: 'customer:TWINS' })).query).toBe('customer:Twins')
})

test('what is gone stays by its id, and so does a name that is a word of the language', async () => {
  const gone = newId()
  const view = await save(agent, { query: `customer:${gone} status:00000000-0000-7000-8000-000000000002` })

  expect(view.query).toBe(`customer:${gone} status:00000000-0000-7000-8000-000000000002`)
})

test('a private view is its owner’s alone, and comes pinned', async () => {
  const view = await save(agent, { group: 'status', sort: 'due', icon: 'star', columns: ['subject', 'due'] })

  expect(view).toMatchObject({
    ...{ scope: 'private', group: 'status', sort: 'due', icon: 'star', columns: ['subject', 'due'], isPinned: true },
    ...{ owner: { id: agent.id }, can: { edit: true }, version: 1 },
  })
  expect((await send(server, lead, 'GET', `/api/v1/case-views/${view.id}`)).statusCode).toBe(404)
  expect((await change(lead, view, { name: 'Mine' })).statusCode).toBe(404)
  expect(told.at(-1)).toEqual({ type: 'views.changed', employeeId: agent.id })
})

test('shared views need the right to write them, and everybody hears of them', async () => {
  const given = { name: newId(), scope: 'everyone', query: 'is:active' }
  const refused = await send(server, agent, 'POST', '/api/v1/case-views', given)
  expect(refused.json()).toMatchObject({ status: 403, code: 'permission_denied', missingPermission: 'views:write' })

  const shared = await save(lead, given)
  expect(told.at(-1)).toEqual({ type: 'views.changed', employeeId: null })
  expect((await viewsOf(agent)).find(({ id }) => id === shared.id)).toMatchObject({
    ...{ isPinned: false, owner: null, can: { edit: false } },
  })
  expect((await change(agent, shared, { name: 'Ours' })).statusCode).toBe(403)
  expect((await change(lead, shared, { scope: 'private' })).json()).toMatchObject({
    owner: { id: lead.id },
    version: 2,
  })
  expect((await viewsOf(agent)).some(({ id }) => id === shared.id)).toBe(false)
})

test('a department’s view is seen in it and below it', async () => {
  const [below, beside] = [newId(), newId()]
  await server.database.transact(async (tx) => {
    await tx.department.create({ data: { id: below, name: 'Hosting', parentId: SUPPORT_DEPARTMENT_ID } })
    await tx.department.create({ data: { id: beside, name: 'Sales' } })
  })
  const view = await save(lead, { scope: 'department', departmentId: SUPPORT_DEPARTMENT_ID })
  const sees = async (departmentId: string) =>
    (await viewsOf(await buildEmployee(server, { departmentId }))).some(({ id }) => id === view.id)

  expect(view.department).toEqual({ id: SUPPORT_DEPARTMENT_ID, name: 'Support' })
  expect([await sees(SUPPORT_DEPARTMENT_ID), await sees(below), await sees(beside)]).toEqual([true, true, false])
  const other = await buildEmployee(server, { role: 'manager' })
  expect((await change(other, view, { departmentId: beside })).json()).toMatchObject({ department: { id: beside } })
  expect([await sees(SUPPORT_DEPARTMENT_ID), await sees(beside)]).toEqual([false, true])
  const nowhere = await send(server, lead, 'POST', '/api/v1/case-views', { name: 'X', scope: 'department', query: '' })
  expect(nowhere.json()).toMatchObject({ code: 'invalid_request', errors: [{ pointer: '/body/departmentId' }] })
})

test('a query that cannot be read, a stale version and a taken name are refused', async () => {
  const view = await save(agent, { name: 'Printers' })
  const other = await save(agent, { name: 'Screens' })

  expect((await change(agent, view, { query: 'stauts:new' })).json()).toMatchObject({
    ...{ status: 422, code: 'query_refused', errors: [{ pointer: '/body/query', at: 0, length: 6 }] },
  })
  expect((await change(agent, { ...view, version: 7 }, { name: 'Y' })).json()).toMatchObject({ code: 'stale_version' })
  expect((await change(agent, other, { name: 'printers' })).json()).toMatchObject({
    ...{ code: 'conflict', errors: [{ pointer: '/body/name' }] },
  })
  expect((await change(agent, view, { name: 'Printers' })).json()).toMatchObject({ version: 1 })
})

test('everybody orders and pins for themselves; what is not named follows', async () => {
  const own = await save(agent)
  const answer = await order(agent, ['unassigned', true], [own.id, false], ['inbox', true])
  const ids = answer.json<{ data: CaseView[] }>().data.map(({ id, isPinned }) => [id, isPinned])
  const later = await save(agent)

  expect(ids.slice(0, 4)).toEqual([
    ['unassigned', true],
    [own.id, false],
    ['inbox', true],
    ['mine', true],
  ])
  expect((await viewsOf(agent)).findLastIndex(({ id }) => id === later.id)).toBeGreaterThan(ids.length - 1)
  expect((await viewsOf(lead))[0]?.id).toBe('inbox')
  const unknown = await order(agent, ['inbox', true], [newId(), true])
  expect(unknown.json()).toMatchObject({ code: 'reference_refused', errors: [{ pointer: '/body/views/1/id' }] })
})

test('a removed view is gone for everybody, with its places and a word in the log', async () => {
  const view = await save(lead, { name: 'Short-lived', scope: 'everyone' })
  await order(agent, [view.id, true])

  expect((await send(server, agent, 'DELETE', `/api/v1/case-views/${view.id}`)).statusCode).toBe(403)
  expect((await send(server, lead, 'DELETE', `/api/v1/case-views/${view.id}`)).statusCode).toBe(204)

  expect((await viewsOf(agent)).some(({ id }) => id === view.id)).toBe(false)
  expect(
    await server.database.reader.rows(
      Prisma.sql`SELECT type FROM event WHERE subject_id = ${view.id}::uuid ORDER BY sequence`,
    ),
  ).toEqual([{ type: 'view.created' }, { type: 'view.removed' }])
  expect(
    await server.database.reader.rows(Prisma.sql`SELECT 1 FROM case_view_place WHERE view_key = ${view.id}`),
  ).toEqual([])
})
