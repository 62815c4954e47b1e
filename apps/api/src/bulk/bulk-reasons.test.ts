import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBulkDesk } from '../../test/bulk-desk.ts'
import { statusId } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { openWorkflowDesk, simpleDefinition } from '../../test/workflow-desk.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openBulkDesk>>

beforeAll(async () => {
  server = await startServer()
  desk = await openBulkDesk(server)
})
afterAll(() => server.close())

const toSolved = { kind: 'status', statusId: statusId.solved }
const checklist = { pointer: '/body/override', code: 'checklist_done' }
const resolution = { pointer: '/body/override', code: 'resolution' }

test('a plan names each gate that is closed and each field that is empty, and of how many cases', async () => {
  const flows = await openWorkflowDesk(server)
  const gated = await flows.buildFlow(
    simpleDefinition({ 'new solved': { gates: ['resolution', 'checklist_done'], requires: [] } }),
  )
  const asking = await flows.buildFlow(simpleDefinition({ 'new solved': { requires: ['product'] } }))
  const bare = await desk.openCase({ typeId: gated.typeId })
  const told = await desk.openCase({ typeId: gated.typeId })
  for (const { id } of [bare, told])
    await desk.as(desk.agent)('POST', `/cases/${id}/checklist-items`, { text: 'Make a copy', isRequired: true })
  await desk.as(desk.agent)('PATCH', `/cases/${told.id}`, { resolution: 'A new driver.' })
  const empty = await desk.openCase({ typeId: asking.typeId })

  const { id, plan } = await desk.plan([bare.id, told.id, empty.id], toSolved)
  const cases = await desk.casesOf(id)

  expect(plan.groups).toMatchObject([
    {
      ...{ code: 'gate_closed', cases: 2 },
      errors: [
        { ...checklist, cases: 2 },
        { ...resolution, cases: 1 },
      ],
      examples: [{ errors: [resolution, checklist] }, { errors: [checklist] }],
    },
    { code: 'field_required', cases: 1, errors: [{ pointer: '/body/fill/product', code: 'field_required', cases: 1 }] },
  ])
  expect(cases.map((one) => one.plan?.refusal?.errors.map(({ code }) => code))).toEqual([
    ['resolution', 'checklist_done'],
    ['checklist_done'],
    ['field_required'],
  ])
})
