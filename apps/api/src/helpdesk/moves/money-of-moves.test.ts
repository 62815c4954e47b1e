import type { CaseStatus } from '@timedesk/contracts/case-settings'
import type { WorkflowDefinition } from '@timedesk/contracts/workflow-definition'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildPrepaid, buildVoucher } from '../../../test/build-cover.ts'
import { openCase } from '../../../test/cases.ts'
import { buildCustomer, statusId, SUPPORT_ACTIVITY_ID } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { openWorkflowDesk, simpleDefinition, transition } from '../../../test/workflow-desk.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openWorkflowDesk>>

beforeAll(async () => {
  server = await startServer()
  desk = await openWorkflowDesk(server)
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

/** Walks a case through statuses with work in each, on a voucher that runs out, and resolves with what became of it. */
async function settle(definition: WorkflowDefinition, walk: readonly string[]) {
  const { typeId } = await desk.buildFlow(definition)
  const { id: customerId } = await buildCustomer(server, { ratePerHour: 95_000 })
  const { id: agreementId } = await buildPrepaid(server, { customerId })
  await buildVoucher(server, { customerId, agreementId, units: 120, price: 200_000 })
  const { id } = await openCase(server, desk.agent, { customerId, typeId })
  for (const status of walk) {
    server.clock.now = new Date(server.clock.now.getTime() + 60_000)
    const moved = await desk.as(desk.agent)('PUT', `/cases/${id}/status`, { statusId: status })
    expect(moved.statusCode, moved.body).toBe(200)
    const time = { minutes: 50, activityTypeId: SUPPORT_ACTIVITY_ID }
    const noted = await desk.as(desk.agent)('POST', `/cases/${id}/notes`, { body: 'Worked on it.', time })
    expect(noted.statusCode, noted.body).toBe(201)
  }
  const { rows } = await server.database.pool.query<object>(
    `SELECT r.billable_minutes, r.amount, p.kind, p.minutes, p.amount AS piece,
            (SELECT json_agg(json_build_array(l.units, l.revenue)) FROM pool_ledger l WHERE l.entry_id = t.id) AS draws
       FROM time_entry t JOIN time_rating r ON r.entry_id = t.id LEFT JOIN cover_piece p ON p.entry_id = t.id
      WHERE t.case_id = $1 ORDER BY t.created_at, t.id, p.minutes`,
    [id],
  )
  return rows
}

test('what pays for work is the same whatever the company calls its statuses, and however many it has', async () => {
  const standard = await settle(simpleDefinition(), [statusId.open, statusId.solved, statusId.closed])
  expect(standard.length).toBeGreaterThan(3)

  const own = (
    await desk.settings('POST', '/case-statuses', { name: 'In the laboratory', category: 'open' })
  ).json<CaseStatus>()
  await desk.settings('PATCH', `/case-statuses/${statusId.solved}`, { name: 'Mended' }, { 'if-match': '*' })
  const { statusIds, transitions, ...rules } = simpleDefinition()
  const more = [
    transition('new', 'open', { toId: own.id }),
    transition('open', 'solved', { fromId: own.id }),
    transition('open', 'open', { fromId: own.id }),
  ]
  const wide = { ...rules, statusIds: [...statusIds, own.id], transitions: [...transitions, ...more] }
  expect(await settle(wide, [own.id, statusId.solved, statusId.closed])).toEqual(standard)
})
