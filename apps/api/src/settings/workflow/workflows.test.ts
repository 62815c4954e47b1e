import type { Workflow, WorkflowPreview, WorkflowVersion } from '@timedesk/contracts/workflows'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildCustomer, statusId } from '../../../test/factories.ts'
import { openCase } from '../../../test/cases.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { DEFAULT_WORKFLOW_ID, openWorkflowDesk, simpleDefinition, transition } from '../../../test/workflow-desk.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openWorkflowDesk>>

beforeAll(async () => {
  server = await startServer()
  desk = await openWorkflowDesk(server)
})
beforeEach(() => {
  server.clock.now = new Date(server.clock.now.getTime() + 5_000)
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

const read = async (id: string) => (await desk.settings('GET', `/workflows/${id}`)).json<Workflow>()

/** The simple workflow without waiting for the customer. */
function withoutWaiting() {
  const { statusIds, transitions, ...rules } = simpleDefinition()
  const isKept = (id: string) => id !== statusId.waiting_customer
  return {
    ...rules,
    statusIds: statusIds.filter(isKept),
    transitions: transitions.filter(({ fromId, toId }) => isKept(fromId) && isKept(toId)),
  }
}

test('every installation begins with the moves of R82 as its default workflow', async () => {
  const workflow = await read(DEFAULT_WORKFLOW_ID)
  expect(workflow).toMatchObject({ name: 'Standard', isDefault: true, isActive: true, version: 1, types: [] })
  const { statusIds, transitions, silence, reopenDays } = workflow.definition
  expect([statusIds, silence, reopenDays]).toEqual([Object.values(statusId), [], 30])

  const moves = (by: 'staff' | 'contact') =>
    Object.fromEntries(
      Object.entries(statusId).map(([category, id]) => [
        category,
        transitions
          .filter(({ fromId, who }) => fromId === id && (by === 'staff' || who.includes('contact')))
          .map(({ toId }) => Object.entries(statusId).find(([, one]) => one === toId)?.[0]),
      ]),
    )
  const active = ['open', 'waiting_customer', 'waiting_third_party', 'solved', 'cancelled']
  expect(moves('staff')).toEqual({
    new: active,
    open: active.filter((one) => one !== 'open'),
    waiting_customer: active.filter((one) => one !== 'waiting_customer'),
    waiting_third_party: active.filter((one) => one !== 'waiting_third_party'),
    solved: ['open', 'closed', 'cancelled'],
    closed: ['open'],
    cancelled: ['open'],
  })
  const solving = ['solved']
  expect(moves('contact')).toEqual({
    new: solving,
    open: solving,
    waiting_customer: solving,
    waiting_third_party: solving,
    solved: ['open', 'closed'],
    closed: [],
    cancelled: [],
  })
})

test('a definition that does not work is refused, with a pointer at each problem', async () => {
  const definition = simpleDefinition({}, { statusIds: [statusId.new, statusId.open, statusId.open] })
  const refused = await desk.settings('POST', '/workflows', { name: 'Broken', definition })
  expect(refused.statusCode).toBe(409)
  expect(refused.json()).toMatchObject({
    code: 'workflow_refused',
    errors: expect.arrayContaining([
      expect.objectContaining({ pointer: '/body/definition/statusIds/2', code: 'status_repeated' }),
      expect.objectContaining({ pointer: '/body/definition/statusIds', code: 'category_missing' }),
      expect.objectContaining({ pointer: '/body/definition/transitions/2/toId', code: 'status_outside' }),
    ]) as unknown,
  })
})

test('a requirement that is none is refused in plain words', async () => {
  const definition = simpleDefinition({ 'new solved': { requires: ['resolution'] } })
  for (const requirement of ['field:nothing', 'colour', 7]) {
    const [first, ...moves] = definition.transitions
    const strange = { ...definition, transitions: [{ ...first, requires: [requirement] }, ...moves] }
    const refused = await desk.settings('POST', '/workflows', { name: 'Strange', definition: strange })
    const message = 'A move requires fields: one of the case by its name, or a custom field as “field:” and its id.'
    expect(refused.json()).toMatchObject({
      code: 'invalid_request',
      detail: message,
      errors: [{ pointer: '/body/definition/transitions/0/requires/0', message }],
    })
  }
})

test('moves that none of those can make whom they name are refused', async () => {
  const definition = simpleDefinition({
    'new open': { who: ['agent', 'contact'] },
    'open cancelled': { who: ['finance'] },
  })
  const refused = await desk.settings('POST', '/workflows', { name: 'For nobody', definition })
  expect(refused.json()).toMatchObject({
    code: 'workflow_refused',
    errors: [
      { pointer: '/body/definition/transitions/0/who', code: 'contact_never' },
      { pointer: '/body/definition/transitions/9/who', code: 'nobody_may' },
    ],
  })
})

test('each saving is a version that stays, with who saved what and why', async () => {
  const { workflow } = await desk.buildFlow(simpleDefinition())
  const gated = simpleDefinition({ 'solved closed': { gates: ['resolution'] } })
  const stale = await desk.settings(
    'PUT',
    `/workflows/${workflow.id}`,
    { name: 'Mine', definition: gated },
    { 'if-match': '"v7"' },
  )
  expect(stale.json()).toMatchObject({ code: 'stale_version' })

  const saved = await desk.save({ ...workflow, name: `${workflow.name} 2` }, gated, { comment: 'Say what solved it' })
  expect(saved.statusCode, saved.body).toBe(200)
  expect(saved.json()).toMatchObject({ version: 2, comment: 'Say what solved it', definition: gated })

  const versions = (await desk.settings('GET', `/workflows/${workflow.id}/versions?count=exact`)).json<{
    data: WorkflowVersion[]
  }>()
  expect(versions).toMatchObject({
    data: [
      { number: 2, name: `${workflow.name} 2`, definition: gated, savedByName: desk.administrator.name },
      { number: 1, name: workflow.name, definition: simpleDefinition() },
    ],
    page: { total: 2 },
  })
  expect(versions.data[0]?.statuses[0]).toMatchObject({ id: statusId.new, color: 'blue' })
})

test('a preview tells which cases a draft touches, and writes nothing', async () => {
  const { workflow, typeId } = await desk.buildFlow(simpleDefinition())
  const { id: customerId } = await buildCustomer(server)
  const waiting = await openCase(server, desk.agent, { customerId, typeId })
  const open = await openCase(server, desk.agent, { customerId, typeId })
  await openCase(server, desk.agent, { customerId })
  await desk.move(waiting.id, 'open')
  await desk.move(waiting.id, 'waiting_customer')
  await desk.move(open.id, 'open')

  const draft = withoutWaiting()
  const definition = {
    ...draft,
    transitions: [
      ...draft.transitions.filter(({ fromId }) => fromId !== statusId.open),
      transition('open', 'solved', { who: ['contact'] }),
    ],
  }
  const preview = (
    await desk.settings('POST', '/workflow-previews', { workflowId: workflow.id, definition })
  ).json<WorkflowPreview>()

  expect(preview).toMatchObject({
    cases: 2,
    problems: [
      { pointer: '/body/definition/statusIds/1', code: 'status_without_way_out' },
      { pointer: '/body/definition/statusIds/4', code: 'status_unreachable' },
    ],
    removed: [
      {
        status: { id: statusId.waiting_customer },
        cases: 1,
        sample: [{ id: waiting.id, number: waiting.number, subject: waiting.subject }],
        suggested: { id: statusId.open },
      },
    ],
    stuck: [{ status: { id: statusId.open }, cases: 1, sample: [{ id: open.id }] }],
    transitions: {
      added: [],
      changed: [{ before: { who: [] }, after: { who: ['contact'] } }],
    },
  })
  expect(preview.transitions.removed).toHaveLength(4)
  expect((await read(workflow.id)).version).toBe(1)
})

test('cases leave a status that is taken out in the same go, to where the new version says', async () => {
  const { id, flow } = await desk.buildCase(simpleDefinition())
  await desk.move(id, 'open')
  await desk.move(id, 'waiting_customer')

  const refused = await desk.save(flow, withoutWaiting())
  expect(refused.json()).toMatchObject({
    code: 'workflow_refused',
    errors: [
      { pointer: '/body/moves', code: 'cases_left_behind', message: 'One case stands in “Waiting for customer”.' },
    ],
  })
  const away = {
    moves: [{ fromId: statusId.waiting_customer, toId: statusId.cancelled }],
    comment: 'No waiting any more',
  }
  expect(
    (
      await desk.save(flow, withoutWaiting(), { moves: [{ ...away.moves[0], toId: statusId.waiting_customer }] })
    ).json(),
  ).toMatchObject({
    errors: [{ pointer: '/body/moves/0/toId', code: 'status_outside' }],
  })

  expect((await desk.save(flow, withoutWaiting(), away)).statusCode).toBe(200)
  expect(await desk.read(id)).toMatchObject({ status: { category: 'cancelled' } })
  expect((await desk.eventsOf(id)).at(-1)).toMatchObject({
    type: 'case.status_changed',
    toId: statusId.cancelled,
    cause: 'workflow',
    reason: 'No waiting any more',
  })
})

test('the default, and one that case types name, stay active; another type takes its cases along', async () => {
  const { id, flow, type } = await desk.buildCase(simpleDefinition())
  const standard = await read(DEFAULT_WORKFLOW_ID)
  for (const used of [standard, flow])
    expect((await desk.save(used, used.definition, { isActive: false })).json()).toMatchObject({ code: 'still_in_use' })

  await desk.move(id, 'open')
  const patch = (workflowId: string | null) =>
    desk.settings('PATCH', `/case-types/${type?.id ?? ''}`, { workflowId }, { 'if-match': '*' })
  expect((await patch(null)).json()).toMatchObject({ workflow: null })
  expect((await desk.read(id)).can.moveTo.map(({ category }) => category)).toContain('waiting_third_party')
  expect((await desk.save(flow, flow.definition, { isActive: false })).json()).toMatchObject({
    isActive: false,
    cases: 0,
  })
  expect((await patch(flow.id)).json()).toMatchObject({ code: 'reference_refused' })

  expect((await desk.save(flow, withoutWaiting())).statusCode).toBe(200)
  await desk.move(id, 'waiting_customer')
  expect((await patch(flow.id)).statusCode).toBe(200)
  expect(await desk.read(id)).toMatchObject({ status: { category: 'open' } })
})
