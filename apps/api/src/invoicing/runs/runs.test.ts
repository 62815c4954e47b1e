import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { money, sumsOf } from '../../../test/invoice-desk.ts'
import { openRunDesk } from '../../../test/run-desk.ts'
import { newId } from '../../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openRunDesk>>
const queued: object[] = []

beforeAll(async () => {
  server = await startServer({
    jobs: {
      enqueue: (name, payload) => {
        queued.push({ name, ...payload })
        return Promise.resolve()
      },
    },
  })
  desk = await openRunDesk(server)
})
afterEach(async () => {
  expect(await integrityViolations(server)).toEqual([])
})
afterAll(() => server.close())

/** A customer with two hours of work. */
async function customerWithWork(given: object = {}) {
  const customerId = await desk.customer(given)
  await desk.work(customerId, 120)
  return customerId
}

test('a preview tells documents and what waits, and claims nothing', async () => {
  const customerId = await customerWithWork({ name: 'Aalborg Havn', discountBasisPoints: 1000 })
  const waiting = await desk.customer({ name: 'Berg', requiresPo: true })
  await desk.work(waiting, 60)

  const run = await desk.plan({ customerIds: [customerId, waiting] })

  expect(run).toMatchObject({
    ...{ state: 'planned', customers: 2, done: 0, documents: 1, items: 1, skipped: 1, net: [money('1710.00')] },
    scope: { customers: [{ name: 'Aalborg Havn' }, { name: 'Berg' }], settlements: null },
    ...{ held: [{ reason: 'po_missing', items: 1, amounts: [money('950.00')] }], can: { commit: true, cancel: true } },
  })
  expect(await desk.customersOf(run.id)).toMatchObject([
    {
      ...{ customer: { id: customerId }, state: 'waiting', items: 1, held: [] },
      documents: [{ kind: 'invoice', net: money('1710.00'), lines: 1, items: 1, id: null, number: null }],
    },
    { customer: { id: waiting }, items: 0, documents: [], held: [{ reason: 'po_missing' }] },
  ])
  expect(await desk.customersOf(run.id, '&only=held')).toHaveLength(1)
  expect(await desk.items(customerId)).toMatchObject([{ state: 'ready' }])
})

test('a commit queues the job, and it drafts what was previewed', async () => {
  const customerId = await customerWithWork()
  const { id, number } = await desk.plan({ customerIds: [customerId] })

  const committed = await desk.commit(id)
  await desk.workRun(id)

  expect(committed).toMatchObject({ state: 'running', can: { commit: false, cancel: true } })
  expect(queued.at(-1)).toEqual({ name: 'invoice-run', runId: id })
  expect(await desk.run(id)).toMatchObject({ state: 'done', done: 1, documents: 1, skipped: 0, failure: null })
  const [row] = await desk.customersOf(id)
  const invoice = await desk.invoice(row?.documents[0]?.id ?? '')
  expect(sumsOf(invoice)).toBe('1900.00 475.00 2375.00 2375.00')
  expect(invoice).toMatchObject({ runNumber: number, customer: { id: customerId } })
  expect(await desk.items(customerId)).toEqual([])
  const { data } = await desk.succeed<{ data: object[] }>('GET', `/invoices?runId=${id}`)
  expect(data).toHaveLength(1)
})

test('a customer whose potential is another one than previewed is left alone', async () => {
  const changed = await customerWithWork({ name: 'Changed' })
  const others = await customerWithWork({ name: 'Others' })
  const taxed = await customerWithWork({ name: 'Taxed' })
  const { id } = await desk.plan({ customerIds: [changed, others, taxed] })

  await desk.workRun(id)
  await desk.commit(id)
  await desk.carryOut((await desk.plan({ customerIds: [others] })).id)
  await server.database.transact((tx) => tx.customer.update({ where: { id: taxed }, data: { vatTreatment: 'export' } }))
  const entry = await desk.succeed<{ data: { id: string }[] }>('GET', `/time-entries?customerId=${changed}`)
  await desk.change('PATCH', `/time-entries/${entry.data[0]?.id ?? ''}`, { minutes: 60 }, desk.agent)
  await desk.workRun(id)

  expect((await desk.customersOf(id)).map(({ state }) => state)).toEqual(['changed', 'changed', 'changed'])
  expect(await desk.run(id)).toMatchObject({ state: 'done', documents: 0, skipped: 3 })
  expect(await desk.items(changed)).toMatchObject([{ amount: money('950.00') }])
})

test('items of one customer that cannot stand together become documents of their own', async () => {
  const customerId = await customerWithWork()
  const { id: agreementId } = (await desk.agree(customerId, { poNumber: 'PO-4711' })).json<{ id: string }>()
  await desk.work(customerId, 60)

  const run = await desk.carryOut((await desk.plan({ customerIds: [customerId] })).id)

  expect(agreementId).not.toBe('')
  expect(run).toMatchObject({ documents: 2, items: 2, net: [money('2850.00')] })
  const [row] = await desk.customersOf(run.id)
  expect(row?.documents.map(({ orderReference }) => orderReference).toSorted()).toEqual(['', 'PO-4711'])
})

test('of a settlement only what is under such agreements', async () => {
  const customerId = await customerWithWork()
  await desk.agree(customerId)
  await desk.work(customerId, 60)

  const run = await desk.plan({ customerIds: [customerId], settlements: ['time_spent'] })

  expect(run).toMatchObject({ items: 1, net: [money('950.00')], scope: { settlements: ['time_spent'] } })
})

test('what is planned or under way can be cancelled, and what is over cannot', async () => {
  const customerId = await customerWithWork()
  const { id } = await desk.plan({ customerIds: [customerId] })
  await desk.commit(id)

  const cancelled = await desk.succeed('POST', `/invoice-runs/${id}/cancellation`)
  await desk.workRun(id)

  expect(cancelled).toMatchObject({ state: 'cancelled', can: { commit: false, cancel: false } })
  expect(await desk.customersOf(id)).toMatchObject([{ state: 'cancelled' }])
  expect(await desk.draftsOf(customerId)).toEqual([])
  for (const move of ['commit', 'cancellation'])
    expect((await desk.change('POST', `/invoice-runs/${id}/${move}`)).json()).toMatchObject({
      code: 'run_state_refused',
    })
})

test('committing twice does nothing more', async () => {
  const customerId = await customerWithWork()
  const run = await desk.carryOut((await desk.plan({ customerIds: [customerId] })).id)
  await desk.workRun(run.id)

  const again = await desk.carryOut(run.id)

  expect(again).toEqual(run)
  expect(await desk.draftsOf(customerId)).toHaveLength(1)
})

test('runs are listed latest first, and tell of nothing to invoice and of unknown customers', async () => {
  const customerId = await desk.customer()
  const nothing = await desk.change('POST', '/invoice-runs', { through: '2026-03-31', customerIds: [customerId] })
  const unknown = await desk.change('POST', '/invoice-runs', { through: '2026-03-31', customerIds: [newId()] })
  await desk.work(customerId, 60)
  const { id } = await desk.plan({ customerIds: [customerId] })

  const { data } = await desk.succeed<{ data: { id: string }[] }>('GET', '/invoice-runs?limit=1')

  expect(data.map((run) => run.id)).toEqual([id])
  expect(nothing.json()).toMatchObject({ code: 'nothing_to_invoice' })
  expect(unknown.json()).toMatchObject({ code: 'reference_refused', errors: [{ pointer: '/body/customerIds/0' }] })
  expect((await desk.change('GET', `/invoice-runs/${newId()}/customers`)).json()).toMatchObject({ code: 'not_found' })
})
