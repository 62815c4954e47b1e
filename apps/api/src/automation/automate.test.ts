import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openCase, reportCase, send } from '../../test/cases.ts'
import { deliverAll } from '../../test/deliver-all.ts'
import { buildContact, buildEmployee, statusId, SUPPORT_DEPARTMENT_ID, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { doneOn, eventsOn, passMinutes, readCase, redeliver, retireRules, runsOn } from '../../test/rule-desk.ts'
import { buildRule, buildTextField, writeText } from '../../test/texts-desk.ts'
import { openWorkflowDesk, simpleDefinition } from '../../test/workflow-desk.ts'

let server: Awaited<ReturnType<typeof startServer>>
let administrator: SignedIn
let agent: SignedIn
let anna: Awaited<ReturnType<typeof buildContact>>
beforeAll(async () => {
  server = await startServer()
  administrator = await buildEmployee(server, { role: 'administrator' })
  agent = await buildEmployee(server, { name: 'Ida Lund' })
  anna = await buildContact(server, { name: 'Anna Berg' })
})
afterEach(() => retireRules(server))
afterAll(() => server.close())

const on = (...events: string[]) => ({ kind: 'event', events })
const tag = (...add: string[]) => ({ kind: 'tags', add, remove: [] })
const words = (...values: string[]) => ({ field: 'words', op: 'contains', values })
const rule = (given: object) => buildRule(server, administrator, { trigger: on('case_created'), ...given })
const reply = (by: SignedIn, caseId: string, body = 'Thank you', given: object = {}) =>
  by.id === anna.id
    ? send(server, by, 'POST', `/api/extranet/v1/cases/${caseId}/replies`, { body, ...given })
    : send(server, by, 'POST', `/api/v1/cases/${caseId}/replies`, { body, ...given })

async function caseOfAnna(): Promise<string> {
  const { id } = await openCase(server, agent, { customerId: anna.customerId, contactId: anna.id })
  await deliverAll(server)
  return id
}

test('what fits a new case is done in its name, and told in the case’s log', async () => {
  const field = await buildTextField(server, administrator, 'Device')
  const fits = await rule({
    name: 'Printers',
    conditions: [words('printing')],
    actions: [
      tag('printer'),
      { kind: 'field', fieldId: field.id, value: 'unknown' },
      { kind: 'assignment', departmentId: SUPPORT_DEPARTMENT_ID, responsibleId: agent.id },
      { kind: 'estimate', minutes: 30 },
      { kind: 'note', body: 'For {{contact.name}} of {{customer.name}}.' },
      { kind: 'status', statusId: statusId.open },
    ],
  })
  await rule({ name: 'Scanners', conditions: [words('scanner')], actions: [tag('scanner')] })
  const { id } = await reportCase(server, anna, { description: 'Printing stops.' })
  await deliverAll(server)
  expect(await readCase(server, agent, id)).toMatchObject({
    tags: ['printer'],
    fields: [{ name: 'Device', value: 'unknown' }],
    responsible: { name: 'Ida Lund' },
    estimateMinutes: 30,
    status: { category: 'open' },
  })
  expect(await doneOn(server, id)).toEqual(['Printers'])
  const [ran] = await eventsOn(server, id, 'rule.ran')
  expect(ran).toMatchObject({ actorKind: 'system', actorName: 'Printers', payload: { ruleId: fits.id, refusal: null } })
  expect(ran?.payload.actions).toContainEqual({ action: 'field', value: 'Device: unknown' })
  const dispatched = (await eventsOn(server, id, 'case.dispatched')).at(-1)
  expect(dispatched?.payload).toMatchObject({ rule: 'by_automation', ruleName: 'Printers' })
  const timeline = await send(server, agent, 'GET', `/api/v1/cases/${id}/timeline?lanes=internal`)
  expect(timeline.body).toContain('For Anna Berg of')
})

test('rules are asked in order with the case as it is by then, up to one that stops the rest', async () => {
  await rule({ name: 'First', actions: [tag('vip')] })
  await rule({
    name: 'Of the first',
    conditions: [{ field: 'tag', op: 'is', values: ['vip'] }],
    actions: [tag('second')],
    stopsAfter: true,
  })
  await rule({ name: 'Too late', actions: [tag('third')] })
  const id = await caseOfAnna()
  expect(await doneOn(server, id)).toEqual(['First', 'Of the first'])
  expect((await readCase(server, agent, id)).tags).toEqual(['vip', 'second'])
})

test('each thing that happens is answered by who waits for it', async () => {
  const priorities = await send(server, agent, 'GET', '/api/v1/priorities')
  const [urgent] = priorities.json<{ data: { id: string }[] }>().data
  for (const event of [
    'status_changed',
    'dispatched',
    'contact_replied',
    'staff_replied',
    'priority_changed',
    'tag_added',
    'field_changed',
  ])
    await rule({ name: event, trigger: on(event), actions: [{ kind: 'note', body: event }] })
  const { id } = await openCase(server, agent, {
    customerId: anna.customerId,
    contactId: anna.id,
    departmentId: SUPPORT_DEPARTMENT_ID,
  })
  await deliverAll(server)
  expect(await doneOn(server, id)).toEqual(['dispatched'])
  const happened = async (deed: Promise<{ statusCode: number }>): Promise<string[]> => {
    passMinutes(server, 1)
    const before = (await doneOn(server, id)).length
    expect((await deed).statusCode).toBeLessThan(300)
    await deliverAll(server)
    return (await doneOn(server, id)).slice(before).toSorted()
  }
  const edit = (payload: object) => send(server, agent, 'PATCH', `/api/v1/cases/${id}`, payload)
  expect(await happened(reply(anna, id))).toEqual(['contact_replied'])
  expect(await happened(reply(agent, id))).toEqual(['staff_replied', 'status_changed'])
  expect(await happened(edit({ priorityId: urgent?.id }))).toEqual(['priority_changed'])
  expect(await happened(edit({ tags: ['vip'] }))).toEqual(['tag_added'])
  expect(await happened(edit({ tags: [] }))).toEqual([])
  expect(await happened(edit({ product: 'Ledger', subject: 'Another' }))).toEqual(['field_changed'])
})

test('words are those of the message that was written, not of another', async () => {
  await rule({ name: 'Refund', trigger: on('contact_replied'), conditions: [words('refund')], actions: [tag('money')] })
  const id = await caseOfAnna()
  await reply(anna, id, 'Nothing of the kind')
  await deliverAll(server)
  expect(await doneOn(server, id)).toEqual([])
  await reply(anna, id, 'I want a REFUND')
  await deliverAll(server)
  expect(await doneOn(server, id)).toEqual(['Refund'])
})

test('an automatic answer is sent like one by hand, but is no first response', async () => {
  const text = await writeText(
    server,
    administrator,
    'Dear {{contact.firstName}}, we got #{{case.number}}. {{agent.name}}',
  )
  await rule({ name: 'Receipt', actions: [{ kind: 'reply', cannedTextId: text.id }] })
  const { id, number } = await reportCase(server, anna)
  await deliverAll(server)
  const found = await readCase(server, agent, id)
  expect(found).toMatchObject({ firstRepliedAt: null, status: { category: 'new' } })
  const [posted] = await eventsOn(server, id, 'reply.posted')
  expect(posted).toMatchObject({ actorKind: 'system', payload: { isFirst: false } })
  const seen = await send(server, anna, 'GET', `/api/extranet/v1/cases/${id}/timeline`)
  expect(seen.body).toContain(`Dear Anna, we got #${String(number)}.`)
  const mails = await server.database.transact((tx) => tx.mail.findMany({ where: { kind: 'reply.posted' } }))
  expect(mails.filter(({ subject }) => subject.includes(`#${String(number)}]`))).toHaveLength(1)
})

test('one action that is refused undoes the run, and the run log says which and why', async () => {
  const gone = await buildEmployee(server)
  const toGone = { kind: 'assignment', departmentId: SUPPORT_DEPARTMENT_ID, responsibleId: gone.id }
  await rule({ name: 'Gone', actions: [tag('half'), toGone] })
  await rule({ name: 'Still', actions: [tag('whole')] })
  await server.database.transact((tx) => tx.employee.update({ where: { id: gone.id }, data: { isActive: false } }))
  const { id } = await openCase(server, administrator, { customerId: anna.customerId })
  await deliverAll(server)
  expect(await runsOn(server, id)).toEqual([
    { rule: 'Gone', outcome: 'refused', depth: 1, refusal: 'reference_refused', action: 'assignment' },
    { rule: 'Still', outcome: 'done', depth: 1, refusal: null, action: null },
  ])
  expect((await readCase(server, administrator, id)).tags).toEqual(['whole'])
})

test('the gates and demands of the workflow bind rules, which may bring what is demanded', async () => {
  const desk = await openWorkflowDesk(server)
  const { typeId } = await desk.buildFlow(
    simpleDefinition({
      'new solved': { requires: ['resolution'], gates: ['time_registered'] },
      'new open': { requires: ['resolution'] },
    }),
  )
  const move = (category: 'solved' | 'open', given: object = {}) => [
    { kind: 'status', statusId: statusId[category], ...given },
  ]
  await rule({ name: 'Bare', actions: [tag('bare'), ...move('open')] })
  await rule({ name: 'Gated', actions: [tag('gated'), ...move('solved', { resolution: 'Restarted.' })] })
  await rule({ name: 'Bringing', actions: [tag('brings'), ...move('open', { resolution: 'Known.' })] })
  const { id } = await openCase(server, administrator, { customerId: anna.customerId, typeId })
  await deliverAll(server)
  expect(await runsOn(server, id)).toMatchObject([
    { rule: 'Bare', outcome: 'refused', refusal: 'field_required', action: 'status' },
    { rule: 'Gated', outcome: 'refused', refusal: 'gate_closed', action: 'status' },
    { rule: 'Bringing', outcome: 'done' },
  ])
  expect(await readCase(server, administrator, id)).toMatchObject({ tags: ['brings'], status: { category: 'open' } })
})

test('a rule that tells somebody writes them a notice', async () => {
  await rule({ name: 'Tell', actions: [{ kind: 'notify', employeeIds: [agent.id], departmentIds: [] }] })
  const { id } = await openCase(server, administrator, { customerId: anna.customerId })
  await deliverAll(server)
  const notices = await send(server, agent, 'GET', '/api/v1/me/notices')
  expect(notices.body).toContain(id)
})

test('a delivery that is repeated, or handled by several at once, does nothing twice', async () => {
  await rule({
    name: 'Note',
    actions: [{ kind: 'note', body: 'Once' }, tag('done')],
    stopsAfter: true,
    conditions: [{ field: 'tag', op: 'isEmpty' }],
  })
  await rule({ name: 'Later', actions: [tag('later')] })
  const { id } = await openCase(server, agent, { customerId: anna.customerId })
  await Promise.all([deliverAll(server), deliverAll(server), deliverAll(server)])
  await redeliver(server, id)
  await Promise.all([deliverAll(server), deliverAll(server)])
  expect(await doneOn(server, id)).toEqual(['Note'])
  expect(await eventsOn(server, id, 'note.written')).toHaveLength(1)
})
