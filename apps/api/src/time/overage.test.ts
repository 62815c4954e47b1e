import type { CaseCover } from '@timedesk/contracts/cover'
import type { TimeEntry } from '@timedesk/contracts/time'
import { Prisma } from '@timedesk/prisma/client'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { buildCase } from '../../test/build-case.ts'
import { buildEmployee } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'
import { money, openVoucherDesk } from '../../test/voucher-desk.ts'

const reason = 'Agreed on the phone.'

let server: Awaited<ReturnType<typeof startServer>>
let desk: ReturnType<typeof openVoucherDesk>

beforeAll(async () => {
  server = await startServer()
  desk = openVoucherDesk(server)
})
afterEach(async () => {
  expect(await integrityViolations(server)).toEqual([])
})
afterAll(() => server.close())

const read = (id: string) => desk.succeed<TimeEntry>('GET', `/time-entries/${id}`)
const decide = (id: string, verdict: 'accepted' | 'declined') =>
  desk.send('PUT', `/time-entries/${id}/overage-decision`, { verdict, reason })
const waitingFor = async (customerId: string) =>
  (await desk.succeed<{ data: TimeEntry[] }>('GET', `/overage?customerId=${customerId}&count=exact`)).data

/** Half an hour on a voucher that has 20 minutes, under a policy. */
async function beyond(overagePolicy: 'approve' | 'block') {
  const { customerId, agreementId } = await desk.prepaid({ overagePolicy, ratePerHour: money('600.00') })
  const voucher = await desk.sell(agreementId, { quantity: 20, price: money('300.00') })
  const entry = await desk.work(customerId, 30)
  return { customerId, agreementId, voucher, entry }
}

test.for([
  ['approve', 'approval'],
  ['block', 'blocked'],
] as const)('overage under the policy %s is held, and listed until somebody decides', async ([policy, hold]) => {
  const { customerId, entry } = await beyond(policy)
  const waiting = await waitingFor(customerId)

  const answer = await decide(entry.id, 'accepted')

  expect(entry.pieces).toMatchObject([
    { units: 20, hold: null },
    { kind: 'overage', minutes: 10, hold },
  ])
  expect(waiting.map(({ id, can }) => [id, can.decideOverage])).toEqual([[entry.id, true]])
  expect(answer.json()).toMatchObject({
    ...{ version: 2, amount: money('100.00'), can: { decideOverage: false } },
    pieces: [{ hold: null }, { hold: null }],
  })
  expect(await waitingFor(customerId)).toEqual([])
})

test('a decision is taken once, with its reason in the log', async () => {
  const { entry } = await beyond('approve')

  const answers = await Promise.all([decide(entry.id, 'declined'), decide(entry.id, 'declined')])

  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  const told = await server.database.reader.rows(
    Prisma.sql`SELECT payload FROM event WHERE type = 'overage.decided' AND payload ->> 'entryId' = ${entry.id}`,
  )
  expect(told).toEqual([{ payload: { entryId: entry.id, verdict: 'declined', minutes: 10, reason } }])
})

test.for([
  ['accepted', null],
  ['declined', 'declined'],
] as const)('overage that was %s stays so when it is rated anew, as long as there is any', async ([verdict, hold]) => {
  const { agreementId, entry } = await beyond('approve')
  await decide(entry.id, verdict)

  await desk.succeed('PATCH', `/agreements/${agreementId}`, { overageRate: money('900.00') })
  const dearer = await read(entry.id)
  await desk.succeed('PATCH', `/time-entries/${entry.id}`, { minutes: 20 })
  const within = await read(entry.id)

  expect(dearer.pieces).toMatchObject([{ units: 20 }, { kind: 'overage', amount: money('150.00'), hold }])
  expect(within.pieces).toMatchObject([{ units: 20, hold: null }])
})

test('who may only work cannot decide', async () => {
  const { entry } = await beyond('approve')
  const agent = await buildEmployee(server)

  const answer = await server.app.inject({
    ...{ method: 'PUT', url: `/api/v1/time-entries/${entry.id}/overage-decision`, headers: agent.headers },
    payload: { verdict: 'accepted', reason },
  })

  expect(answer.json()).toMatchObject({ code: 'permission_denied', missingPermission: 'overage:decide' })
})

test('a case tells who is asked, in which order, and what its time came to', async () => {
  const { customerId, agreementId, voucher } = await beyond('approve')
  await desk.agree(customerId, {
    ...{ settlement: 'time_spent', heading: 'Projects only', ratePerHour: money('700.00') },
    scope: [{ kind: 'project', mode: 'include', id: await projectOf(customerId) }],
  })
  await desk.agree(customerId, { settlement: 'subscription', heading: 'Plan', overagePolicy: 'block' })
  const { id: caseId } = await buildCase(server, { customerId })
  await desk.work(customerId, 10, { caseId })

  const cover = await desk.succeed<CaseCover>('GET', `/cases/${caseId}/cover`)

  expect(cover).toMatchObject({
    ...{ isOutsideContract: false, agreement: null, minutes: 10, billableMinutes: 10, coveredMinutes: 0 },
    asked: [
      { agreement: { name: 'Plan' }, settlement: 'subscription', overagePolicy: 'block', pools: [] },
      {
        ...{ agreement: { id: agreementId }, settlement: 'voucher', overagePolicy: 'approve' },
        pools: [{ id: voucher.id, name: voucher.name, granted: 20, available: 0 }],
      },
    ],
    passedOver: [{ agreement: { name: 'Projects only' }, because: 'project' }],
    ...{ amount: money('0.00'), heldAmount: money('100.00') },
  })
})

async function projectOf(customerId: string): Promise<string> {
  const { id } = await desk.succeed<{ id: string }>('POST', '/projects', { customerId, name: 'Migration' })
  return id
}
