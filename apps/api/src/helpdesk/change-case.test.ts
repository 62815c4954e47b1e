import type { Case } from '@timedesk/contracts/cases'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openCase, send } from '../../test/cases.ts'
import {
  buildContact,
  buildCustomer,
  buildEmployee,
  statusId,
  SUPPORT_DEPARTMENT_ID,
  type SignedIn,
} from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'
import { newId } from '../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let agent: SignedIn
let web: string
let subject: Case

beforeAll(async () => {
  server = await startServer()
  agent = await buildEmployee(server)
  web = newId()
  await server.database.transact((tx) => tx.department.create({ data: { id: web, name: 'Web', parentId: null } }))
})
beforeEach(async () => {
  server.clock.now = new Date(server.clock.now.getTime() + 5_000)
  subject = await openCase(server, agent, { customerId: (await buildCustomer(server)).id })
  server.clock.now = new Date(server.clock.now.getTime() + 5_000)
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

const move = (to: keyof typeof statusId, reason?: string) =>
  send(server, agent, 'PUT', `/api/v1/cases/${subject.id}/status`, {
    statusId: statusId[to],
    ...(reason !== undefined && { reason }),
  })
const patch = (payload: object, headers: object = {}) =>
  send(server, agent, 'PATCH', `/api/v1/cases/${subject.id}`, payload, headers)
const dispatch = (payload: object) => send(server, agent, 'PUT', `/api/v1/cases/${subject.id}/assignment`, payload)
const eventsOf = async (query = 'lanes=changes') =>
  (await send(server, agent, 'GET', `/api/v1/cases/${subject.id}/timeline?${query}`))
    .json<{ data: { event: { type: string } }[] }>()
    .data.map(({ event }) => event)
const read = async () => (await send(server, agent, 'GET', `/api/v1/cases/${subject.id}`)).json<Case>()

test('a case walks to its end, comes back, and its log tells of each step', async () => {
  for (const [to, reason] of [
    ['waiting_customer'],
    ['solved', 'Printer replaced'],
    ['closed'],
    ['open', 'It broke again'],
  ] as const) {
    const moved = await move(to, reason)
    expect(moved.statusCode, moved.body).toBe(200)
    server.clock.now = new Date(server.clock.now.getTime() + 1000)
  }

  expect(await read()).toMatchObject({
    status: { category: 'open' },
    reopenedCount: 1,
    solvedAt: null,
    closedAt: null,
    version: 5,
  })
  const statusEvents = (await eventsOf()).filter(({ type }) => type === 'case.status_changed')
  expect(statusEvents).toMatchObject([
    { fromCategory: 'new', toCategory: 'waiting_customer' },
    { toCategory: 'solved', reason: 'Printer replaced' },
    { toCategory: 'closed' },
    { toCategory: 'open', reason: 'It broke again' },
  ])
})

test('what a case may move to is what it can be moved to', async () => {
  const offered = new Set((await read()).can.moveTo.map(({ category }) => category))

  for (const to of ['closed', 'new'] as const) {
    expect(offered.has(to)).toBe(false)
    const answer = await move(to)
    expect(answer.statusCode, to).toBe(to === 'new' ? 200 : 409)
  }
  expect(await eventsOf()).toHaveLength(2)
  expect(offered).toEqual(new Set(['open', 'waiting_customer', 'waiting_third_party', 'solved', 'cancelled']))
  expect((await move('open')).statusCode).toBe(200)
})

test('an unknown status is refused', async () => {
  const answer = await send(server, agent, 'PUT', `/api/v1/cases/${subject.id}/status`, { statusId: newId() })
  expect(answer.json()).toMatchObject({ code: 'reference_refused', errors: [{ pointer: '/body/statusId' }] })
})

test('an edit keeps what it does not name, and the log has names before and after', async () => {
  const contact = await buildContact(server, { customerId: subject.customer.id, name: 'Anna Berg' })
  await patch({ product: 'Ledger', tags: ['printing'] })

  const edited = await patch({
    contactId: contact.id,
    product: null,
    tags: ['printing', 'printing'],
    subject: 'Printing',
  })

  expect(edited.statusCode, edited.body).toBe(200)
  expect(edited.json()).toMatchObject({
    subject: 'Printing',
    contact: { name: 'Anna Berg' },
    product: null,
    tags: ['printing'],
  })
  expect((await eventsOf()).filter(({ type }) => type === 'case.changed')).toEqual([
    { type: 'case.changed', isPublic: true, changes: [{ field: 'product', from: null, to: 'Ledger' }] },
    { type: 'case.changed', isPublic: false, changes: [{ field: 'tags', from: null, to: 'printing' }] },
    {
      type: 'case.changed',
      isPublic: true,
      changes: [
        { field: 'subject', from: 'Cannot print invoices', to: 'Printing' },
        { field: 'contact', from: null, to: 'Anna Berg' },
        { field: 'product', from: 'Ledger', to: null },
      ],
    },
  ])
})

test('an edit that changes nothing leaves no trace, and one of staff’s own fields no activity', async () => {
  const before = await read()
  await patch({ subject: before.subject })
  expect(await read()).toEqual(before)

  await patch({ tags: ['internal'] })
  expect(await read()).toMatchObject({ lastActivityAt: before.lastActivityAt, version: 2 })
})

test('of two who edit what they read, the second is told', async () => {
  const etag = String((await send(server, agent, 'GET', `/api/v1/cases/${subject.id}`)).headers.etag)

  const answers = await Promise.all(['One', 'Two'].map((name) => patch({ subject: name }, { 'if-match': etag })))

  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412])
})

test('an edit that does not say what it read is refused, and changes nothing', async () => {
  const url = `/api/v1/cases/${subject.id}`
  const blind = await server.app.inject({ method: 'PATCH', url, headers: agent.headers, payload: { subject: 'Blind' } })

  expect([blind.statusCode, blind.json<{ code: string }>().code]).toEqual([428, 'if_match_required'])
  expect((await read()).subject).toBe(subject.subject)
})

test('an edit cannot refer to another customer’s contact, project or agreement', async () => {
  const stranger = await buildContact(server)
  for (const field of ['contactId', 'projectId', 'agreementId', 'typeId', 'priorityId']) {
    const refused = await patch({ [field]: field === 'contactId' ? stranger.id : newId() })
    expect(refused.json()).toMatchObject({ code: 'reference_refused', errors: [{ pointer: `/body/${field}` }] })
  }
})

test('a case is handed to a queue or to a person of it, and its log says from whom to whom', async () => {
  const developer = await buildEmployee(server, { departmentId: web })

  const handed = await dispatch({ departmentId: web, responsibleId: developer.id, comment: 'Yours' })
  await dispatch({ departmentId: web, responsibleId: developer.id })
  server.clock.now = new Date(server.clock.now.getTime() + 1000)
  const returned = await dispatch({ departmentId: SUPPORT_DEPARTMENT_ID, responsibleId: null })

  expect(handed.json()).toMatchObject({ department: { name: 'Web' }, responsible: { id: developer.id }, version: 2 })
  expect(returned.json()).toMatchObject({ department: { name: 'Support' }, responsible: null, version: 3 })
  expect((await eventsOf()).filter(({ type }) => type === 'case.dispatched')).toMatchObject([
    { rule: 'by_default' },
    {
      rule: 'by_hand',
      fromDepartment: 'Support',
      toDepartment: 'Web',
      toResponsible: developer.name,
      comment: 'Yours',
    },
    { rule: 'by_hand', fromResponsible: developer.name, toDepartment: 'Support', toResponsible: null },
  ])
})

test('a case is not handed to somebody of another department, nor to one who left, nor when it ended', async () => {
  const former = await buildEmployee(server, { departmentId: web, isActive: false })

  for (const responsibleId of [agent.id, former.id, newId()])
    expect((await dispatch({ departmentId: web, responsibleId })).json()).toMatchObject({ code: 'reference_refused' })
  await move('cancelled')
  expect((await dispatch({ departmentId: web, responsibleId: null })).json()).toMatchObject({ code: 'case_closed' })
})

test('the log is paged both ways, filtered by lanes, and of an unknown case is not found', async () => {
  for (const body of ['one', 'two', 'three']) {
    await send(server, agent, 'POST', `/api/v1/cases/${subject.id}/replies`, { body })
  }
  const walk = async (order: string) => {
    const bodies: string[] = []
    let after: string | null = null
    do {
      const query = `order=${order}&limit=2${after === null ? '' : `&after=${after}`}`
      const answer = await send(server, agent, 'GET', `/api/v1/cases/${subject.id}/timeline?${query}`)
      const page = answer.json<{ data: { id: string }[]; page: { after: string | null } }>()
      bodies.push(...page.data.map(({ id }) => id))
      after = page.page.after
    } while (after !== null)
    return bodies
  }
  const [forth, back] = [await walk('asc'), await walk('desc')]

  // Creation, description, dispatch, three replies and the first one's move.
  expect(forth).toHaveLength(7)
  expect(back).toEqual(forth.toReversed())
  expect(await eventsOf('lanes=changes&count=exact')).toHaveLength(3)
  const unknown = await send(server, agent, 'GET', `/api/v1/cases/${newId()}/timeline?lanes=time`)
  expect(unknown.statusCode).toBe(404)
})
