import type { Case } from '@timedesk/contracts/cases'
import type { TimeEntry } from '@timedesk/contracts/time'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { buildCase } from '../../test/build-case.ts'
import { send } from '../../test/cases.ts'
import { buildEmployee, SUPPORT_DEPARTMENT_ID, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'
import { money, openVoucherDesk } from '../../test/voucher-desk.ts'
import { newId } from '../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: ReturnType<typeof openVoucherDesk>
let manager: SignedIn

beforeAll(async () => {
  server = await startServer()
  desk = openVoucherDesk(server)
  manager = await buildEmployee(server, { role: 'manager' })
})
afterEach(async () => {
  expect(await integrityViolations(server)).toEqual([])
})
afterAll(() => server.close())

/** As somebody who may do everything with a case. */
async function act(method: 'PATCH' | 'PUT', path: string, payload: object): Promise<Case> {
  const answer = await send(server, manager, method, `/api/v1/cases/${path}`, payload)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json<Case>()
}
const read = (id: string) => desk.succeed<TimeEntry>('GET', `/time-entries/${id}`)

/** A customer with a voucher of ten hours and an agreement by the hour, and a case with an hour of work. */
async function worked() {
  const { customerId, agreementId } = await desk.prepaid()
  const hourly = await desk.agree(customerId, {
    ...{ settlement: 'time_spent', heading: 'By the hour', ratePerHour: money('700.00') },
  })
  const voucher = await desk.sell(agreementId)
  const { id: caseId } = await buildCase(server, { customerId })
  const entry = await desk.work(customerId, 60, { caseId })
  return { agreementId, hourlyId: hourly.id, voucher, caseId, entry }
}

test('another agreement takes over the case’s time and what it drew goes back; no agreement asks all again', async () => {
  const { caseId, hourlyId, voucher, entry } = await worked()

  const chosen = await act('PATCH', caseId, { agreementId: hourlyId })
  const charged = await read(entry.id)
  const left = await desk.voucher(voucher.id)
  await act('PATCH', caseId, { agreementId: null })

  expect(entry.pieces).toMatchObject([{ kind: 'voucher', units: 60 }])
  expect(chosen).toMatchObject({ agreement: { id: hourlyId }, time: { amount: money('700.00') } })
  expect(charged).toMatchObject({ amount: money('700.00'), pieces: [{ kind: 'time_spent' }] })
  expect(left).toMatchObject({ available: 600, liability: money('9000.00') })
  expect(await read(entry.id)).toMatchObject({ amount: money('0.00'), pieces: [{ kind: 'voucher', units: 60 }] })
})

test('a case outside of contract is paid by no agreement, and its log says so', async () => {
  const { caseId, voucher, entry } = await worked()

  const outside = await act('PATCH', caseId, { isOutsideContract: true })

  expect(outside).toMatchObject({ isOutsideContract: true })
  expect((await desk.voucher(voucher.id)).available).toBe(600)
  const rated = await read(entry.id)
  expect(rated).toMatchObject({ agreement: null, pieces: [{ kind: 'missing_rate', amount: null }] })
  expect(rated.explanation[0]).toEqual({ step: 'outside_contract' })
  const log = await desk.succeed<{ data: { event?: object }[] }>('GET', `/cases/${caseId}/timeline?lanes=changes`)
  expect(JSON.stringify(log.data)).toContain('"field":"isOutsideContract","from":"false","to":"true"')
})

test('a case that is dispatched to where an agreement is for other work is covered anew', async () => {
  const { agreementId, caseId, entry } = await worked()
  const departmentId = newId()
  await server.deps.database.transact((tx) => tx.department.create({ data: { id: departmentId, name: departmentId } }))
  await desk.succeed('PATCH', `/agreements/${agreementId}`, {
    scope: [{ kind: 'department', mode: 'include', id: SUPPORT_DEPARTMENT_ID }],
  })
  expect(await read(entry.id)).toMatchObject({ pieces: [{ kind: 'voucher' }] })

  await act('PUT', `${caseId}/assignment`, { departmentId, responsibleId: null })

  expect(await read(entry.id)).toMatchObject({ pieces: [{ kind: 'time_spent', amount: money('700.00') }] })
})

test('what a case brought in counts what its draws have earned, and nothing that waits', async () => {
  const { caseId } = await worked()

  const { time } = await desk.succeed<Case>('GET', `/cases/${caseId}`)

  expect(time).toMatchObject({
    amount: money('0.00'),
    cost: money('0.00'),
    revenue: money('900.00'),
    profit: money('900.00'),
  })
})
