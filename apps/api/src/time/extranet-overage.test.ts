import type { ExtranetTimeLine } from '@timedesk/contracts/extranet-agreements'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCase } from '../../test/build-case.ts'
import { buildCoveredTime, buildPrepaid, showTo, type CoveredPiece } from '../../test/build-cover.ts'
import { send } from '../../test/cases.ts'
import { buildContact, buildCustomer, buildEmployee, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { lookAsContact } from '../../test/look-as-contact.ts'

type Waiting = {
  data: { case: { id: string; number: number }; line: ExtranetTimeLine }[]
  page: { after: string | null }
}

let server: Awaited<ReturnType<typeof startServer>>
let mette: SignedIn

beforeAll(async () => {
  server = await startServer()
  mette = await buildEmployee(server)
})
afterAll(() => server.close())

/** A customer whose time is shown as it is registered, its manager, and work of any pieces on a case of its own. */
async function buildHouse(showsTime: 'live' | 'none' = 'live') {
  const { id: customerId } = await buildCustomer(server)
  await showTo(server, customerId, { showsTime })
  const { id: agreementId } = await buildPrepaid(server, { customerId, overagePolicy: 'approve' })
  const manager = await buildContact(server, { customerId, role: 'manager', seesAllCases: true })
  const work = async (hold: NonNullable<CoveredPiece['hold']> | null, workDate: string) => {
    const { id: caseId } = await buildCase(server, { customerId })
    const overage = { kind: 'overage', minutes: 30, amount: 47_500, agreementId } as const
    const pieces = [hold === null ? overage : { ...overage, hold }]
    await buildCoveredTime(server, { customerId, caseId, employeeId: mette.id, minutes: 30, workDate, pieces })
    return caseId
  }
  return { customerId, manager, work }
}

const read = (by: SignedIn, query = '') => send(server, by, 'GET', `/api/extranet/v1/overage${query}`)
const waitingFor = async (by: SignedIn, query = '') => (await read(by, query)).json<Waiting>()

test('what waits to be accepted is listed over all cases, oldest first, page by page', async () => {
  const { manager, work } = await buildHouse()
  const later = await work('approval', '2026-03-03')
  const earlier = await work('approval', '2026-03-02')
  await work('declined', '2026-03-01')
  await work('blocked', '2026-03-01')
  await work(null, '2026-03-01')

  const first = await waitingFor(manager, '?limit=1')
  const second = await waitingFor(manager, `?limit=1&after=${encodeURIComponent(first.page.after ?? '')}`)

  expect([...first.data, ...second.data].map((waiting) => waiting.case.id)).toEqual([earlier, later])
  expect(first.data[0]?.line.can).toEqual({ question: true, decideOverage: true })
  expect(second.page.after).toBeNull()
})

test('it waits unseen where no time is shown, and for other customers', async () => {
  const hidden = await buildHouse('none')
  await hidden.work('approval', '2026-03-02')
  const other = await buildHouse()

  expect((await waitingFor(hidden.manager)).data).toEqual([])
  expect((await waitingFor(other.manager)).data).toEqual([])
  const { id, customerId } = { ...other.manager, customerId: other.customerId }
  expect(await lookAsContact(server, { id, customerId }, 'SELECT * FROM extranet_overage')).toEqual([])
})

test.for(['requester', 'bookkeeper'] as const)('a %s, who decides on nothing, is refused', async (role) => {
  const { customerId } = await buildHouse()
  const contact = await buildContact(server, { customerId, role })

  expect((await read(contact)).statusCode).toBe(403)
})
