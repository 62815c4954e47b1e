import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { openWorkflowDesk, simpleDefinition } from '../../../test/workflow-desk.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openWorkflowDesk>>
let made = 0

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

/** A custom field for text, for one type only. */
async function buildField(rules: { typeIds: string[]; requiredFor?: string }): Promise<string> {
  made += 1
  const key = `field_${String(made)}`
  const answer = await desk.settings('POST', '/custom-fields', { key, name: key, kind: 'text', rules })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json<{ id: string }>().id
}

async function buildType(): Promise<string> {
  const { typeId } = await desk.buildFlow(simpleDefinition())
  return typeId
}

test('a custom field that a move requires may come along with it', async () => {
  const { id, flow, type } = await desk.buildCase(simpleDefinition())
  const fieldId = await buildField({ typeIds: [type?.id ?? ''] })
  const asking = simpleDefinition({ 'new solved': { requires: [`field:${fieldId}`] } })
  expect((await desk.save(flow, asking)).statusCode).toBe(200)

  expect((await desk.read(id)).can.moveTo[1]).toMatchObject({ category: 'solved', requires: [`field:${fieldId}`] })
  const pointer = `/body/fill/fields/${fieldId}`
  const { name } = (await desk.settings('GET', `/custom-fields/${fieldId}`)).json<{ name: string }>()
  expect((await desk.move(id, 'solved')).json()).toMatchObject({
    code: 'field_required',
    errors: [{ pointer, message: `The move needs ${name}.` }],
  })
  const wrong = await desk.move(id, 'solved', { fill: { fields: { [fieldId]: 7 } } })
  expect(wrong.json()).toMatchObject({ code: 'field_refused', errors: [{ pointer }] })
  const moved = await desk.move(id, 'solved', { fill: { fields: { [fieldId]: 'Warehouse 2' } } })
  expect(moved.json()).toMatchObject({ status: { category: 'solved' }, fields: [{ value: 'Warehouse 2' }] })
})

test('a field that the case does not show is asked of nobody', async () => {
  const fieldId = await buildField({ typeIds: [await buildType()] })
  const { id } = await desk.buildCase(simpleDefinition({ 'new solved': { requires: [`field:${fieldId}`] } }))
  expect((await desk.move(id, 'solved')).statusCode).toBe(200)
})

test('a field that is demanded to solve a case is asked for whatever the workflow says', async () => {
  const { id, type } = await desk.buildCase(simpleDefinition())
  const fieldId = await buildField({ typeIds: [type?.id ?? ''], requiredFor: 'solve' })
  expect((await desk.move(id, 'open')).statusCode).toBe(200)
  expect((await desk.move(id, 'solved')).json()).toMatchObject({
    code: 'field_required',
    errors: [{ pointer: `/body/fill/fields/${fieldId}` }],
  })
  const fill = { fields: { [fieldId]: 'Replaced' } }
  expect((await desk.move(id, 'solved', { fill })).statusCode).toBe(200)
})

test('a field that a workflow requires stays active', async () => {
  const fieldId = await buildField({ typeIds: [await buildType()] })
  await desk.buildFlow(simpleDefinition({ 'new solved': { requires: [`field:${fieldId}`] } }))
  const patched = await desk.settings('PATCH', `/custom-fields/${fieldId}`, { isActive: false }, { 'if-match': '*' })
  expect(patched.json()).toMatchObject({ code: 'still_in_use' })
})
