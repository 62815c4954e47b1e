import type { Case } from '@timedesk/contracts/cases'
import type { BoardPerson, DispatchBoard } from '@timedesk/contracts/dispatch-board'
import type { CaseSummary } from '@timedesk/contracts/work-list'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openCase, send } from '../../test/cases.ts'
import { buildDepartment, clearDispatch } from '../../test/dispatch-desk.ts'
import { buildCustomer, buildEmployee, statusId, SUPPORT_ACTIVITY_ID, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { newId } from '../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let admin: SignedIn
let customerId: string
let service: string
let first: string
let lis: SignedIn

beforeAll(async () => {
  server = await startServer()
  admin = await buildEmployee(server, { role: 'administrator' })
  customerId = (await buildCustomer(server)).id
})
beforeEach(async () => {
  service = await buildDepartment(server)
  first = await buildDepartment(server, service)
  lis = await buildEmployee(server, { name: 'Lis Holm', departmentId: first })
})
afterEach(() => clearDispatch(server))
afterAll(() => server.close())

const HOUR_MS = 3_600_000
const inHours = (hours: number) => new Date(server.clock.now.getTime() + hours * HOUR_MS).toISOString()
const open = (given: Record<string, unknown> = {}): Promise<Case> =>
  openCase(server, admin, { customerId, departmentId: first, ...given })
const board = async (query = `departmentId=${service}`) =>
  (await send(server, admin, 'GET', `/api/v1/dispatch-board?${query}`)).json<DispatchBoard>()
const idsOf = ({ data }: { data: CaseSummary[] }) => data.map(({ id }) => id)

async function personOf(name: string): Promise<BoardPerson> {
  const person = (await board()).people.find((one) => one.name === name)
  if (person === undefined) throw new Error(`${name} is not on the board`)
  return person
}

test('the board shows what waits for somebody: the soonest due first, then the oldest', async () => {
  const oldest = await open()
  const late = await open({ deadline: inHours(5) })
  const soon = await open({ deadline: inHours(1) })
  await open({ responsibleId: lis.id })

  const { unassigned, department } = await board()

  expect(idsOf(unassigned)).toEqual([soon.id, late.id, oldest.id])
  expect(unassigned).toMatchObject({ total: 3, hasMore: false })
  expect(department?.id).toBe(service)
  expect(unassigned.data[0]).toMatchObject({ responsible: null, due: { at: inHours(1) } })
})

test('at risk is what is due within the hours asked for, and what is late, whoever has it', async () => {
  server.clock.now = new Date(server.clock.now.getTime() - 2 * HOUR_MS)
  const late = await open({ deadline: inHours(1), responsibleId: lis.id })
  server.clock.now = new Date(server.clock.now.getTime() + 2 * HOUR_MS)
  const soon = await open({ deadline: inHours(3) })
  const later = await open({ deadline: inHours(30) })
  await open()

  expect(idsOf((await board()).atRisk)).toEqual([late.id, soon.id])
  expect(idsOf((await board(`departmentId=${service}&dueWithinHours=48`)).atRisk)).toEqual([late.id, soon.id, later.id])
  expect((await personOf('Lis Holm')).dueCases).toBe(1)
})

test('what is over is on no board', async () => {
  const { id } = await open({ deadline: inHours(1) })
  await send(server, admin, 'PUT', `/api/v1/cases/${id}/status`, { statusId: statusId.cancelled })
  const { unassigned, atRisk } = await board()
  expect([...idsOf(unassigned), ...idsOf(atRisk)]).toEqual([])
})

test('other departments have boards of their own, and without one all is shown', async () => {
  const elsewhere = await buildDepartment(server)
  const { id } = await open({ departmentId: elsewhere, deadline: inHours(1) })

  expect(idsOf((await board()).unassigned)).not.toContain(id)
  expect(idsOf((await board(`departmentId=${elsewhere}`)).unassigned)).toEqual([id])
  expect(idsOf((await board('')).atRisk)).toContain(id)
  expect((await send(server, admin, 'GET', `/api/v1/dispatch-board?departmentId=${newId()}`)).statusCode).toBe(404)
})

test('lists show 25 and count to a hundred', async () => {
  await Promise.all(Array.from({ length: 28 }, () => open()))
  const { unassigned } = await board()
  expect(unassigned.data).toHaveLength(25)
  expect(unassigned).toMatchObject({ hasMore: true, total: 28 })
})

test('people stand with what remains for them to do, and what is left of their day', async () => {
  const big = await open({ responsibleId: lis.id, estimateMinutes: 120 })
  await open({ responsibleId: lis.id })
  const entry = { caseId: big.id, minutes: 45, activityTypeId: SUPPORT_ACTIVITY_ID, workDate: '2026-03-02' }
  await send(server, lis, 'POST', '/api/v1/time-entries', entry)

  expect(await personOf('Lis Holm')).toMatchObject({
    openCases: 2,
    loadMinutes: 75 + 60,
    workingMinutesToday: 444,
    workingMinutesLeft: 444 - 45,
    absence: null,
    skills: [],
    department: { id: first },
  })
})

test('who is away has no minutes left, and the board says who stands in', async () => {
  const ole = await buildEmployee(server, { name: 'Ole Berg', departmentId: first })
  const days = { from: '2026-03-02', to: '2026-03-06' }
  await send(server, admin, 'POST', '/api/v1/absences', { employeeId: lis.id, delegateId: ole.id, ...days })

  expect(await personOf('Lis Holm')).toMatchObject({
    workingMinutesToday: 0,
    workingMinutesLeft: 0,
    absence: { ...days, delegate: { name: 'Ole Berg' } },
  })
  expect((await personOf('Ole Berg')).absence).toBeNull()
})

test('the cases of a person come page by page, the soonest due first', async () => {
  const undated = [await open({ responsibleId: lis.id }), await open({ responsibleId: lis.id })]
  const late = await open({ responsibleId: lis.id, deadline: inHours(5) })
  const soon = await open({ responsibleId: lis.id, deadline: inHours(1) })
  const url = `/api/v1/dispatch-board/people/${lis.id}?limit=2&count=exact`
  type Listed = { data: CaseSummary[]; page: { after: string | null; total: number } }

  const one = (await send(server, admin, 'GET', url)).json<Listed>()
  const other = (await send(server, admin, 'GET', `${url}&after=${String(one.page.after)}`)).json<Listed>()

  expect(idsOf(one)).toEqual([soon.id, late.id])
  expect(idsOf(other)).toEqual(undated.map(({ id }) => id))
  expect(one.page.total).toBe(4)
  expect((await send(server, admin, 'GET', `/api/v1/dispatch-board/people/${newId()}`)).statusCode).toBe(404)
})
