import type { Case } from '@timedesk/contracts/cases'
import type { TimeEntry } from '@timedesk/contracts/time'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCase, send } from '../../../test/cases.ts'
import { buildCustomer, buildEmployee, SUPPORT_ACTIVITY_ID, type SignedIn } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { openServiceDesk } from '../../../test/service-desk.ts'
import { verifyClocks } from '../../../test/verify-clocks.ts'
import { openVoucherDesk } from '../../../test/voucher-desk.ts'

let server: Awaited<ReturnType<typeof startServer>>
let agent: SignedIn

beforeAll(async () => {
  server = await startServer()
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

const act = async <Answer>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, payload?: object) => {
  const answer = await send(server, agent, method, `/api/v1${path}`, payload)
  if (answer.statusCode >= 300) throw new Error(answer.body)
  return answer.json<Answer>()
}

test('the promises of a merged case stand still until the merge is undone, and nothing is breached meanwhile', async () => {
  const desk = await openServiceDesk(server)
  agent = await desk.staff()
  const { id: customerId } = await buildCustomer(server)
  await desk.promise({ firstResponse: 60, resolution: 240 }, { customerId, calendarId: null })
  const [source, survivor] = [
    await openCase(server, agent, { customerId }),
    await openCase(server, agent, { customerId }),
  ]
  await desk.pass(30)
  await act('PUT', `/cases/${source.id}/merge`, { intoId: survivor.id })
  await desk.deliver()
  await desk.pass(24 * 60)
  await desk.work()

  expect(await desk.clock(source.id, 'first_response')).toMatchObject({ state: 'stopped', result: null, breach: null })
  expect(await act<Case>('GET', `/cases/${source.id}`)).toMatchObject({ due: null })
  expect(await desk.log(source.id, ['clock.warned', 'clock.breached'])).toEqual([])
  expect(await desk.log(survivor.id, ['clock.breached'])).not.toEqual([])

  await act('DELETE', `/cases/${source.id}/merge`)
  expect(await desk.clock(source.id, 'first_response')).toMatchObject({ state: 'running', remaining: 30 })
  const { stored, recomputed } = await verifyClocks(server.database.reader, [source.id, survivor.id], server.clock.now)
  expect(stored).toEqual(recomputed)
})

test('what the time of a merged case is worth and what paid for it stays; the survivor shows the sum of both', async () => {
  const desk = openVoucherDesk(server)
  agent = await buildEmployee(server, { role: 'manager' })
  const { customerId, agreementId } = await desk.prepaid()
  const voucher = await desk.sell(agreementId)
  const [source, survivor] = [
    await openCase(server, agent, { customerId }),
    await openCase(server, agent, { customerId, isOutsideContract: true }),
  ]
  const time = { minutes: 60, activityTypeId: SUPPORT_ACTIVITY_ID }
  const entry = await act<TimeEntry>('POST', '/time-entries', { caseId: source.id, ...time })
  await act('PUT', `/cases/${source.id}/merge`, { intoId: survivor.id })

  expect(await act<TimeEntry>('GET', `/time-entries/${entry.id}`)).toEqual(entry)
  expect((await desk.voucher(voucher.id)).available).toBe(540)
  expect((await act<Case>('GET', `/cases/${survivor.id}`)).time.minutes).toBe(60)
  expect(await act('GET', `/cases/${survivor.id}/cover`)).toMatchObject({ minutes: 60, coveredMinutes: 60 })
})
