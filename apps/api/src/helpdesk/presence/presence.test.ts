import type { Presence } from '@timedesk/contracts/presence'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openCase, send } from '../../../test/cases.ts'
import { buildCustomer, buildEmployee, type SignedIn } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import type { WrittenEvent } from '../../platform/context.ts'
import { sweepRows } from '../../platform/jobs/sweep-rows.ts'
import { newId } from '../../platform/new-id.ts'

const told: WrittenEvent[] = []
const signals = { publish: (events: readonly WrittenEvent[]) => told.push(...events), subscribe: () => () => undefined }

let server: Awaited<ReturnType<typeof startServer>>
let anna: SignedIn
let bo: SignedIn
let caseId: string

beforeAll(async () => {
  server = await startServer({ signals })
  ;[anna, bo] = [await buildEmployee(server, { name: 'Anna' }), await buildEmployee(server, { name: 'Bo' })]
})
beforeEach(async () => {
  const { id: customerId } = await buildCustomer(server)
  caseId = (await openCase(server, anna, { customerId })).id
  told.length = 0
})
afterAll(() => server.close())

const url = () => `/api/v1/cases/${caseId}/presence`
const announce = (by: SignedIn, state: string, windowId: string) => send(server, by, 'PUT', url(), { state, windowId })
const people = async () =>
  (await send(server, anna, 'GET', url()))
    .json<{ data: Presence[] }>()
    .data.map(({ employee, state }) => [employee.name, state])
const pass = (seconds: number) => {
  server.clock.now = new Date(server.clock.now.getTime() + seconds * 1000)
}

test('who is at a case is told with what they do, writers first', async () => {
  await announce(anna, 'viewing', newId())
  const answer = await announce(bo, 'replying', newId())

  expect(answer.json<{ data: Presence[] }>().data).toMatchObject([
    { employee: { name: 'Bo' }, state: 'replying', until: new Date(server.clock.now.getTime() + 45_000).toISOString() },
    { employee: { name: 'Anna' }, state: 'viewing' },
  ])
})

test('somebody with two windows is one person, who does the most of either', async () => {
  const [one, other] = [newId(), newId()]
  await announce(anna, 'noting', one)
  await announce(anna, 'viewing', other)
  expect(await people()).toEqual([['Anna', 'noting']])

  await send(server, anna, 'DELETE', `${url()}?windowId=${one}`)
  expect(await people()).toEqual([['Anna', 'viewing']])
})

test('who says nothing more is forgotten, first by readers and then by the sweep', async () => {
  const window = newId()
  await announce(anna, 'viewing', window)
  pass(40)
  await announce(anna, 'viewing', window)
  pass(40)
  expect(await people()).toEqual([['Anna', 'viewing']])

  pass(6)
  expect(await people()).toEqual([])
  await sweepRows(server.database, new Date(server.clock.now.getTime() + 11 * 60_000))
  expect(await server.database.transact((tx) => tx.casePresence.count({ where: { caseId } }))).toBe(0)
})

test('staff hear when somebody comes, writes or goes, and not that somebody is still there', async () => {
  const window = newId()
  for (const state of ['viewing', 'viewing', 'replying', 'replying']) await announce(bo, state, window)
  await send(server, bo, 'DELETE', `${url()}?windowId=${window}`)
  await send(server, bo, 'DELETE', `${url()}?windowId=${window}`)

  expect(told).toHaveLength(3)
  expect(told).toMatchObject(
    Array(3).fill({ type: 'presence.changed', caseId, isInternal: true, passing: { employeeId: null } }),
  )
})

test('a list asks for many cases at once and is told of those where somebody is', async () => {
  await announce(bo, 'viewing', newId())
  const answer = await send(server, anna, 'GET', `/api/v1/case-presences?caseIds=${caseId},${newId()}`)

  expect(answer.json()).toMatchObject({ data: [{ caseId, people: [{ employee: { name: 'Bo' } }] }] })
  expect((await announceAt(newId())).json()).toMatchObject({ code: 'not_found' })
})

function announceAt(id: string) {
  return send(server, anna, 'PUT', `/api/v1/cases/${id}/presence`, { state: 'viewing', windowId: newId() })
}
