import type { CaseBadge } from '@timedesk/contracts/case-badges'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildAgreement } from '../../../test/build-agreement.ts'
import { buildApiToken } from '../../../test/build-api-token.ts'
import { buildCoveredTime, buildPrepaid, buildVoucher } from '../../../test/build-cover.ts'
import { openCase, send } from '../../../test/cases.ts'
import { buildCustomer, buildEmployee, type SignedIn } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import { openQueryDesk } from '../../../test/query-desk.ts'
import { newId } from '../../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let agent: SignedIn
let desk: Awaited<ReturnType<typeof openQueryDesk>>

beforeAll(async () => {
  server = await startServer()
  desk = await openQueryDesk(server)
  agent = desk.agent
})
afterAll(() => server.close())

const badgesOf = async (ids: string[], by = agent) =>
  (await send(server, by, 'GET', `/api/v1/case-badges?caseIds=${ids.join(',')}`)).json<{ data: CaseBadge[] }>().data

/** A case of a customer with a voucher of ten hours, of which some minutes are used. */
async function openPrepaid(used: number, given: object = {}): Promise<string> {
  const { id: customerId } = await buildCustomer(server)
  const { id: agreementId } = await buildPrepaid(server, { customerId })
  const { id: poolId } = await buildVoucher(server, { customerId, agreementId })
  const { id: caseId } = await openCase(server, agent, { customerId, ...given })
  const piece = { kind: 'voucher' as const, minutes: used, poolId, agreementId, units: used }
  if (used > 0)
    await buildCoveredTime(server, { customerId, caseId, employeeId: agent.id, minutes: used, pieces: [piece] })
  return caseId
}

test('cover is what was prepaid, what is nearly used up, or nothing', async () => {
  const fresh = await openPrepaid(0)
  const low = await openPrepaid(480)
  const empty = await openPrepaid(600)
  const outside = await openPrepaid(0, { isOutsideContract: true })
  const { id: customerId } = await buildCustomer(server)
  await buildAgreement(server, { customerId })
  const byTheHour = (await openCase(server, agent, { customerId })).id
  const lead = await buildEmployee(server, { role: 'lead' })
  const limited = await buildApiToken(server, lead, ['cases:read'])

  const ids = [byTheHour, empty, fresh, low, outside]
  const badges = await badgesOf(ids, lead)

  expect(badges.map(({ caseId }) => caseId)).toEqual(ids)
  expect(badges.map(({ cover }) => cover)).toEqual([null, 'outside', 'covered', 'low', 'outside'])
  expect((await badgesOf(ids, limited)).map(({ cover }) => cover)).toEqual([null, null, null, null, null])
})

test('the rest is the reader’s own', async () => {
  const [one, two] = [(await desk.open()).id, (await desk.open()).id]
  const other = await buildEmployee(server)
  const until = '2026-03-03T09:00:00.000Z'
  await desk.succeed('PUT', `/cases/${one}/following`)
  await desk.succeed('PUT', `/cases/${one}/snooze`, { until })
  await desk.draft(one)
  await desk.draft(two)
  await desk.succeed('PUT', `/cases/${two}/drafts/reply/sharing`)

  const nothing = { isFollowed: false, snoozedUntil: null, draft: null }
  expect(await badgesOf([one, two, newId()])).toMatchObject([
    { caseId: one, isFollowed: true, snoozedUntil: until, draft: 'own' },
    { caseId: two, isFollowed: false, snoozedUntil: null, draft: 'shared' },
  ])
  expect(await badgesOf([one, two], other)).toMatchObject([nothing, { ...nothing, draft: 'shared' }])
})
