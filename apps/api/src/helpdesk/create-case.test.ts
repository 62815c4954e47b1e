import type { Case } from '@timedesk/contracts/cases'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildAttachment } from '../../test/build-attachment.ts'
import { openCase, reportCase, send } from '../../test/cases.ts'
import {
  buildContact,
  buildCustomer,
  buildEmployee,
  NORMAL_PRIORITY_ID,
  SUPPORT_ACTIVITY_ID,
  SUPPORT_DEPARTMENT_ID,
  type SignedIn,
} from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'
import { newId } from '../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let agent: SignedIn
let web: string

beforeAll(async () => {
  server = await startServer()
  agent = await buildEmployee(server)
  web = newId()
  await server.database.transact((tx) =>
    tx.department.create({ data: { id: web, name: 'Web', parentId: SUPPORT_DEPARTMENT_ID } }),
  )
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

const create = (payload: object) =>
  send(server, agent, 'POST', '/api/v1/cases', { subject: 'Broken', description: 'It is broken.', ...payload })

async function buildType(given: { parentId?: string; departmentId?: string; responsibleId?: string }): Promise<string> {
  const id = newId()
  await server.database.transact((tx) =>
    tx.caseType.create({
      data: {
        id,
        name: id,
        parentId: given.parentId ?? null,
        departmentId: given.departmentId ?? null,
        responsibleId: given.responsibleId ?? null,
      },
    }),
  )
  return id
}

const dispatchOf = async (id: string) => {
  const answer = await send(server, agent, 'GET', `/api/v1/cases/${id}/timeline?lanes=changes`)
  return answer
    .json<{ data: { event: { type: string } }[] }>()
    .data.map(({ event }) => event)
    .find(({ type }) => type === 'case.dispatched')
}

test('a report without a rule lands in the default queue, and its log says so', async () => {
  const contact = await buildContact(server)
  const reported = await reportCase(server, contact, { externalReference: 'INC-4711', product: '' })
  const found = (await send(server, agent, 'GET', `/api/v1/cases/${String(reported.number)}`)).json<Case>()

  expect(reported).toMatchObject({
    status: { name: 'Received', category: 'new' },
    ball: 'us',
    isMine: true,
    isUnread: false,
    product: null,
    snippet: 'Printing stops with error 0x97.',
    can: { reply: true, solve: true, reopen: false },
  })
  expect(found).toMatchObject({
    id: reported.id,
    department: { id: SUPPORT_DEPARTMENT_ID },
    responsible: null,
    contact: { id: contact.id },
    priority: { id: NORMAL_PRIORITY_ID },
    externalReference: 'INC-4711',
    createdVia: 'extranet',
    createdByName: contact.name,
    isUnread: true,
  })
  expect(await dispatchOf(reported.id)).toMatchObject({ rule: 'by_default', toDepartment: 'Support' })
})

test('the nearest type above that has a rule says who gets the case', async () => {
  const developer = await buildEmployee(server, { departmentId: web })
  const root = await buildType({ departmentId: SUPPORT_DEPARTMENT_ID })
  const middle = await buildType({ parentId: root, departmentId: web, responsibleId: developer.id })
  const leaf = await buildType({ parentId: middle })
  const contact = await buildContact(server)

  const { id } = await reportCase(server, contact, { typeId: leaf })

  const found = (await send(server, agent, 'GET', `/api/v1/cases/${id}`)).json<Case>()
  expect(found).toMatchObject({ department: { name: 'Web' }, responsible: { id: developer.id } })
  expect(await dispatchOf(id)).toMatchObject({ rule: 'by_type', toResponsible: developer.name })
})

test('a rule that names somebody who left falls back to the queue', async () => {
  const former = await buildEmployee(server, { departmentId: web, isActive: false })
  const type = await buildType({ departmentId: web, responsibleId: former.id })
  const { id: customerId } = await buildCustomer(server)

  expect(await openCase(server, agent, { customerId, typeId: type })).toMatchObject({
    department: { id: web },
    responsible: null,
  })
})

test('staff names department and person, who may be of a department below', async () => {
  const developer = await buildEmployee(server, { departmentId: web })
  const { id: customerId } = await buildCustomer(server)
  const chosen = { departmentId: SUPPORT_DEPARTMENT_ID, responsibleId: developer.id }

  expect(await openCase(server, agent, { customerId, ...chosen })).toMatchObject({
    department: { id: SUPPORT_DEPARTMENT_ID },
    responsible: { id: developer.id },
    isUnread: false,
  })
})

test('a case has an agreement by choice alone, or is outside of contract', async () => {
  const { id: customerId } = await buildCustomer(server)
  const agreementId = newId()
  await server.database.transact((tx) =>
    tx.agreement.create({
      data: { id: agreementId, customerId, heading: 'Support', settlement: 'time_spent', validFrom: server.clock.now },
    }),
  )

  const outside = { agreement: null, isOutsideContract: true }
  expect(await openCase(server, agent, { customerId })).toMatchObject({ agreement: null, isOutsideContract: false })
  expect(await openCase(server, agent, { customerId, agreementId })).toMatchObject({ agreement: { id: agreementId } })
  expect(await openCase(server, agent, { customerId, isOutsideContract: true })).toMatchObject(outside)
})

test('time and files come with the description', async () => {
  const { id: customerId } = await buildCustomer(server, { ratePerHour: 60_000 })
  const file = await buildAttachment(server, { uploaderKind: 'employee', uploaderId: agent.id })
  const time = { minutes: 15, activityTypeId: SUPPORT_ACTIVITY_ID }

  const created = await openCase(server, agent, { customerId, attachmentIds: [file], time })

  const unseen = { cost: null, revenue: null, profit: null }
  const amount = { amount: '150.00', currency: 'DKK' }
  expect(created.time).toEqual({ minutes: 15, billableMinutes: 15, amount, ...unseen })
  const log = await send(server, agent, 'GET', `/api/v1/cases/${created.id}/timeline?lanes=dialogue,time`)
  expect(log.json()).toMatchObject({
    data: [
      { kind: 'reply', isDescription: true, attachments: [{ id: file }] },
      { kind: 'time', entry: { minutes: 15 } },
    ],
  })
})

test('what belongs to another customer, or is not active, is refused by its field', async () => {
  const { id: customerId } = await buildCustomer(server)
  const stranger = await buildContact(server)
  const project = newId()
  await server.database.transact((tx) =>
    tx.project.create({ data: { id: project, customerId: stranger.customerId, name: 'Portal' } }),
  )
  const former = await buildEmployee(server, { isActive: false })

  for (const [field, value] of Object.entries({
    customerId: newId(),
    contactId: stranger.id,
    projectId: project,
    responsibleId: former.id,
    departmentId: newId(),
    typeId: newId(),
    priorityId: newId(),
    agreementId: newId(),
  })) {
    const refused = await create({ customerId, [field]: value })
    expect(refused.statusCode, refused.body).toBe(409)
    expect(refused.json()).toMatchObject({ code: 'reference_refused', errors: [{ pointer: `/body/${field}` }] })
  }
})

test('a repeated report with the same key opens one case', async () => {
  const contact = await buildContact(server)
  const report = () =>
    send(
      server,
      contact,
      'POST',
      '/api/extranet/v1/cases',
      { subject: 'Twice', description: 'Sent twice.' },
      { 'idempotency-key': 'once' },
    )

  const [first, again] = [await report(), await report()]

  expect(first.statusCode).toBe(201)
  expect(again.body).toBe(first.body)
  const list = await send(server, contact, 'GET', '/api/extranet/v1/cases?count=exact')
  expect(list.json()).toMatchObject({ page: { total: 1 } })
})
