import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCustomer } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { openMoneyDesk } from '../../test/money-desk.ts'
import { newId } from '../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openMoneyDesk>>

beforeAll(async () => {
  server = await startServer()
  desk = await openMoneyDesk(server)
})
afterAll(() => server.close())

type Log = { data: { event: { type: string } }[]; page: { after: string | null; total?: number } }

test('the log tells what happened to an agreement, latest first and page by page', async () => {
  const { id: customerId } = await buildCustomer(server)
  const { id } = (await desk.agree(customerId)).json<{ id: string }>()
  await desk.agree((await buildCustomer(server)).id)
  await desk.send(desk.finance, 'PATCH', `/agreements/${id}`, { heading: 'Support' }, { 'if-match': '*' })
  await desk.send(desk.finance, 'PUT', `/agreements/${id}/termination`, { reason: 'Moves' }, { 'if-match': '*' })

  const first = (await desk.send(desk.agent, 'GET', `/agreements/${id}/log?limit=2&count=exact`)).json<Log>()
  const rest = (
    await desk.send(desk.agent, 'GET', `/agreements/${id}/log?limit=2&after=${String(first.page.after)}`)
  ).json<Log>()

  expect(first.data.map(({ event }) => event.type)).toEqual(['agreement.terminated', 'agreement.changed'])
  expect(first.page.total).toBe(3)
  expect(rest.data.map(({ event }) => event.type)).toEqual(['agreement.created'])
})

test('there is no log of an agreement that does not exist', async () => {
  const answer = await desk.send(desk.agent, 'GET', `/agreements/${newId()}/log`)
  expect(answer.json()).toMatchObject({ code: 'not_found' })
})

test('time is listed by the agreement whose terms hold or that pays for a part of it', async () => {
  const { id: customerId } = await buildCustomer(server)
  const agree = async (given: object) => (await desk.agree(customerId, given)).json<{ id: string }>().id
  const hours = await agree({})
  const prepaid = await agree({ settlement: 'voucher', heading: 'Ten hours ahead' })
  const price = { amount: '900.00', currency: 'DKK' }
  await desk.send(desk.finance, 'POST', `/agreements/${prepaid}/vouchers`, {
    ...{ unit: 'minutes', quantity: 60, price, validFrom: '2026-01-01' },
  })
  const covered = await desk.work(customerId, 40)
  const split = await desk.work(customerId, 40)
  await desk.work((await buildCustomer(server)).id, 30)

  const idsUnder = async (agreementId: string) =>
    (await desk.send(desk.agent, 'GET', `/time-entries?agreementId=${agreementId}`))
      .json<{ data: { id: string }[] }>()
      .data.map(({ id }) => id)

  expect((await idsUnder(prepaid)).sort()).toEqual([covered.id, split.id].sort())
  expect(await idsUnder(hours)).toEqual([split.id])
})
