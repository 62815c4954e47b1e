import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildAgreement } from '../../test/build-agreement.ts'
import { buildCase } from '../../test/build-case.ts'
import { buildContact, buildCustomer, SUPPORT_ACTIVITY_ID } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { openMoneyDesk } from '../../test/money-desk.ts'
import { newId } from '../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openMoneyDesk>>

beforeAll(async () => {
  server = await startServer()
  desk = await openMoneyDesk(server)
})
afterAll(() => server.close())

test('the card tells of cases, projects, agreements, contacts, work and potential of one customer', async () => {
  const { id: customerId, name } = await buildCustomer(server)
  const agreement = await buildAgreement(server, { customerId, ratePerHour: 60_000 })
  const projectId = newId()
  await server.database.transact((tx) => tx.project.create({ data: { id: projectId, customerId, name: 'Intranet' } }))
  await buildContact(server, { customerId })
  await buildCase(server, { customerId, category: 'solved' })
  const waiting = await buildCase(server, {
    customerId,
    projectId,
    category: 'waiting_customer',
    responsibleId: desk.agent.id,
  })
  await desk.send(desk.agent, 'POST', '/time-entries', {
    caseId: waiting.id,
    minutes: 45,
    activityTypeId: SUPPORT_ACTIVITY_ID,
  })
  await buildCase(server)

  const answer = await desk.send(desk.finance, 'GET', `/customers/${customerId}/card`)

  expect(answer.statusCode, answer.body).toBe(200)
  expect(answer.json()).toMatchObject({
    customer: { id: customerId, name, activeCases: 1, ratePerHour: null },
    activeCases: [
      {
        id: waiting.id,
        status: { name: 'Waiting for customer', category: 'waiting_customer' },
        priority: 'Normal',
        responsible: { id: desk.agent.id, name: desk.agent.name },
      },
    ],
    projects: [{ id: projectId, name: 'Intranet', isActive: true, activeCases: 1 }],
    agreements: [{ id: agreement.id, settlement: 'time_spent', state: 'active' }],
    contacts: 1,
    caseCounts: { active: 1, total: 2 },
    minutesLast90Days: 45,
    potential: { amount: '450.00', currency: 'DKK' },
  })
})

test('who may not read the potential sees none', async () => {
  const { id: customerId } = await buildCustomer(server, { ratePerHour: 60_000 })
  await desk.work(customerId, 60)

  const card = await desk.send(desk.agent, 'GET', `/customers/${customerId}/card`)

  expect(card.json()).toMatchObject({ minutesLast90Days: 60, potential: null })
})

test('an unknown customer has no card', async () => {
  const answer = await desk.send(desk.agent, 'GET', `/customers/${newId()}/card`)

  expect(answer.statusCode).toBe(404)
})
