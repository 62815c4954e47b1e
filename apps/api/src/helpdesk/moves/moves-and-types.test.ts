import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { deliverAll } from '../../../test/deliver-all.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { runsOn } from '../../../test/rule-desk.ts'
import { buildRule, writeMacro } from '../../../test/texts-desk.ts'
import { openWorkflowDesk, simpleDefinition } from '../../../test/workflow-desk.ts'
import { statusId, type SignedIn } from '../../../test/factories.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openWorkflowDesk>>
/** A type whose cases are solved with a resolution and closed with time on them. */
let gatedTypeId: string

beforeAll(async () => {
  server = await startServer()
  desk = await openWorkflowDesk(server)
  const gated = simpleDefinition({
    'open solved': { gates: ['resolution'] },
    'solved closed': { gates: ['time_registered'] },
  })
  gatedTypeId = (await desk.buildFlow(gated)).typeId
})
beforeEach(() => {
  server.clock.now = new Date(server.clock.now.getTime() + 5_000)
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

const retype = (id: string, typeId: string | null, by = desk.agent) => desk.as(by)('PATCH', `/cases/${id}`, { typeId })

async function buildSolvedCase(): Promise<string> {
  const { id } = await desk.buildCase(simpleDefinition())
  expect((await desk.move(id, 'solved')).statusCode).toBe(200)
  return id
}

test.for(['status', 'replies', 'notes'])(
  'a move by %s brings no type along whose cases move otherwise',
  async (path) => {
    const closed = simpleDefinition({ 'new solved': { who: ['lead'], requires: ['product'], gates: ['resolution'] } })
    const { id, flow, type } = await desk.buildCase(closed)
    const { typeId } = await desk.buildFlow(simpleDefinition())
    const send = (fill: object) => {
      const move = { statusId: statusId.open, fill, ...(path !== 'status' && { body: 'Looked into it.' }) }
      return desk.as(desk.agent)(path === 'status' ? 'PUT' : 'POST', `/cases/${id}/${path}`, move)
    }

    const refused = await send({ typeId })
    expect(refused.statusCode, refused.body).toBe(409)
    expect(refused.json()).toMatchObject({
      code: 'reference_refused',
      errors: [{ pointer: '/body/fill/typeId', code: 'other_workflow' }],
    })
    expect(await desk.read(id)).toMatchObject({ status: { category: 'new' }, type: { id: type?.id } })

    const sibling = await desk.settings('POST', '/case-types', { name: `Sibling by ${path}`, workflowId: flow.id })
    const sent = await send({ typeId: sibling.json<{ id: string }>().id })
    expect(sent.statusCode, sent.body).toBeLessThan(300)
    expect(await desk.read(id)).toMatchObject({ status: { category: 'open' }, type: { name: `Sibling by ${path}` } })
  },
)

test('a macro fills in no type either whose cases move otherwise', async () => {
  const { id } = await desk.buildCase(simpleDefinition({ 'new solved': { gates: ['resolution'] } }))
  const { typeId } = await desk.buildFlow(simpleDefinition())
  const macro = await writeMacro(server, desk.administrator, {
    changes: [{ kind: 'status', statusId: statusId.solved }],
  })
  const ran = await run(id, macro.id, desk.agent, { fill: { typeId } })
  expect(ran.json()).toMatchObject({ errors: [{ pointer: '/body/fill/typeId', code: 'other_workflow' }] })
})

async function run(caseId: string, macroId: string, by: SignedIn, given: object = {}) {
  return desk.as(by)('POST', `/cases/${caseId}/macro-runs`, { macroId, ...given }, { 'if-match': '*' })
}

test('a solved case comes to a type with gates through them, or by an override that the log tells', async () => {
  const id = await buildSolvedCase()
  const { type } = await desk.read(id)

  const refused = await retype(id, gatedTypeId)
  expect(refused.statusCode, refused.body).toBe(409)
  expect(refused.json()).toMatchObject({
    code: 'gate_closed',
    errors: [{ pointer: '/body/typeId', code: 'resolution' }],
  })
  expect((await desk.read(id)).type?.id).toBe(type?.id)

  expect((await retype(id, gatedTypeId, desk.lead)).statusCode).toBe(200)
  const after = (await desk.read(id)).type
  expect((await desk.eventsOf(id)).slice(-2)).toMatchObject([
    { type: 'case.changed', changes: [{ field: 'type' }] },
    {
      type: 'case.gate_overridden',
      to: 'Solved',
      gates: ['resolution'],
      reason: `${String(type?.name)} → ${String(after?.name)}`,
    },
  ])
})

test('what the case has opens the gates, and one that is closed has met those of being solved too', async () => {
  const id = await buildSolvedCase()
  await desk.move(id, 'closed')
  const refused = (await retype(id, gatedTypeId)).json<{ errors: { code: string }[] }>()
  expect(refused.errors.map(({ code }) => code)).toEqual(['resolution', 'time_registered'])

  const open = await buildSolvedCase()
  await desk.as(desk.agent)('PATCH', `/cases/${open}`, { resolution: 'New driver' })
  expect((await retype(open, gatedTypeId)).statusCode).toBe(200)
  expect((await desk.eventsOf(open)).map(({ type }) => type)).not.toContain('case.gate_overridden')
})

test('a type before and after the move is no way round', async () => {
  const { id, type } = await desk.buildCase(simpleDefinition({ 'new solved': { gates: ['resolution'] } }))
  expect((await desk.move(id, 'solved')).json()).toMatchObject({ code: 'gate_closed' })
  const { typeId } = await desk.buildFlow(simpleDefinition())
  expect((await retype(id, typeId)).statusCode).toBe(200)
  expect((await desk.move(id, 'solved')).statusCode).toBe(200)
  expect((await retype(id, type?.id ?? '')).json()).toMatchObject({ code: 'gate_closed' })
})

test('a macro brings a solved case there for who may override, a rule never', async () => {
  const changes = [{ kind: 'type', typeId: gatedTypeId }]
  const macro = await writeMacro(server, desk.administrator, { changes })
  const id = await buildSolvedCase()
  expect((await run(id, macro.id, desk.agent)).json()).toMatchObject({ code: 'gate_closed' })
  const ran = await run(id, macro.id, desk.lead)
  expect(ran.statusCode, ran.body).toBeLessThan(300)

  await buildRule(server, desk.administrator, {
    trigger: { kind: 'event', events: ['staff_replied'] },
    actions: changes,
  })
  const ruled = await buildSolvedCase()
  await desk.as(desk.lead)('POST', `/cases/${ruled}/replies`, { body: 'It is solved.' })
  await deliverAll(server)
  expect((await desk.read(ruled)).type?.id).not.toBe(gatedTypeId)
  expect(await runsOn(server, ruled)).toMatchObject([{ outcome: 'refused', refusal: 'gate_closed', action: 'type' }])
})
