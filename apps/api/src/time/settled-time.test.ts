import { Prisma } from '@timedesk/prisma/client'
import type { TimeEntry } from '@timedesk/contracts/time'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { buildCase } from '../../test/build-case.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'
import { keyOf, money } from '../../test/invoice-desk.ts'
import { openPostingDesk } from '../../test/posting-desk.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openPostingDesk>>

beforeAll(async () => {
  server = await startServer()
  desk = await openPostingDesk(server)
})
afterEach(async () => {
  expect(await integrityViolations(server)).toEqual([])
})
afterAll(() => server.close())

async function drafted() {
  const customerId = await desk.customer()
  const { id } = await desk.work(customerId, 60)
  const [item] = await desk.items(customerId)
  if (item === undefined) throw new Error('There is no work')
  const invoice = await desk.draft({ customerId, items: [keyOf(item)] })
  return { customerId, id, item, invoice }
}

const entryOf = async (id: string) => (await desk.send(desk.agent, 'GET', `/time-entries/${id}`)).json<TimeEntry>()

test('time on a draft is neither changed nor removed nor corrected, and tells which draft', async () => {
  const { id, invoice } = await drafted()

  const answers = await Promise.all([
    desk.change('PATCH', `/time-entries/${id}`, { minutes: 90 }, desk.agent),
    desk.change('PATCH', `/time-entries/${id}`, { customerText: 'Printer' }, desk.agent),
    desk.change('DELETE', `/time-entries/${id}`, undefined, desk.agent),
    desk.change('POST', `/time-entries/${id}/corrections`, { minutes: 30, reason: 'Mistyped.' }, desk.agent),
  ])

  expect(answers.map((answer) => answer.json<{ code: string }>().code)).toEqual(
    Array.from({ length: 4 }, () => 'time_settled'),
  )
  expect(await entryOf(id)).toMatchObject({
    settled: { as: 'drafted', invoiceId: invoice.id, number: null },
    can: { edit: false, correct: false },
  })
})

test('time that a draft lets go of is open again', async () => {
  const { id, invoice } = await drafted()

  await desk.succeed('DELETE', `/invoices/${invoice.id}`)
  const changed = await desk.change('PATCH', `/time-entries/${id}`, { minutes: 90 }, desk.agent)

  expect(changed.json()).toMatchObject({ settled: null, can: { edit: true }, amount: money('1425.00') })
})

test('another price of its agreement leaves it as it is', async () => {
  const customerId = await desk.customer()
  const agreement = (await desk.agree(customerId)).json<{ id: string }>()
  const { id } = await desk.work(customerId, 60)
  const open = await desk.work(customerId, 60)
  const item = (await desk.items(customerId)).find(({ entry }) => entry?.id === id)
  await desk.draft({ customerId, items: [keyOf(item ?? { source: 'time', sourceId: '' })] })

  await desk.change('PATCH', `/agreements/${agreement.id}`, { ratePerHour: money('1000.00') })

  expect((await desk.succeed<TimeEntry>('GET', `/time-entries/${id}`)).amount).toEqual(money('950.00'))
  expect((await desk.succeed<TimeEntry>('GET', `/time-entries/${open.id}`)).amount).toEqual(money('1000.00'))
})

test('time on a posted document is corrected though its week is open, and the next invoice takes it back', async () => {
  const { customerId, id, invoice } = await drafted()
  await desk.post(invoice.id)

  const before = await entryOf(id)
  const edit = await desk.change('PATCH', `/time-entries/${id}`, { minutes: 30 }, desk.agent)
  const correction = await desk.change(
    'POST',
    `/time-entries/${id}/corrections`,
    { minutes: 30, reason: 'Mistyped.' },
    desk.agent,
  )

  expect(before).toMatchObject({ settled: { as: 'invoiced' }, can: { edit: false, correct: true } })
  expect(edit.json()).toMatchObject({ code: 'time_settled' })
  expect(correction.statusCode).toBe(201)
  expect((await desk.items(customerId)).map(({ minutes, amount, state }) => [minutes, amount?.amount, state])).toEqual(
    expect.arrayContaining([
      [-60, '-950.00', 'ready'],
      [30, '475.00', 'ready'],
    ]),
  )
  const note = await desk.draft({ customerId, through: '2026-03-31' })
  expect(note).toMatchObject({ kind: 'credit_note', net: money('475.00'), corrects: { id: invoice.id } })
  expect(await desk.post(note.id)).toMatchObject({ state: 'paid', payable: money('593.75') })
  expect((await desk.invoice(invoice.id)).remaining).toEqual(money('593.75'))
})

test('time that was credited to be charged again is changed, but what names it keeps it', async () => {
  const { customerId, id, invoice } = await drafted()
  await desk.post(invoice.id)
  await desk.post((await desk.credit(invoice.id)).id)

  const removed = await desk.change('DELETE', `/time-entries/${id}`, undefined, desk.agent)
  const changed = await desk.change('PATCH', `/time-entries/${id}`, { minutes: 30 }, desk.agent)

  expect(removed.json()).toMatchObject({ code: 'time_settled' })
  expect(changed.json()).toMatchObject({ settled: null, amount: money('475.00') })
  expect(await desk.items(customerId)).toMatchObject([{ minutes: 30, state: 'ready' }])
  expect((await desk.invoice(invoice.id)).invoiceLines[0]?.sources).toMatchObject([
    { registered: money('950.00'), isLive: false, item: { minutes: 60 } },
  ])
})

test('who holds time holds it at the customer that it is moved to', async () => {
  const [from, to] = [await desk.customer(), await desk.customer()]
  const { id } = await desk.work(from, 60)
  const { id: caseId } = await buildCase(server, { customerId: to })
  const items = (await desk.items(from)).map(keyOf)
  await desk.succeed('POST', '/potential-marks', { kind: 'hold', items, reason: 'Ask first.' })

  await desk.change('PATCH', `/time-entries/${id}`, { caseId }, desk.agent)

  expect(await desk.items(to)).toMatchObject([{ heldBecause: 'held' }])
  expect(await desk.succeed('GET', `/potential-marks?customerId=${to}`)).toMatchObject({
    data: [{ customer: { id: to } }],
  })
})

test('written off time is as settled, and released it is potential again', async () => {
  const customerId = await desk.customer()
  const { id } = await desk.work(customerId, 60)
  const items = (await desk.items(customerId)).map(keyOf)
  const { data } = await desk.succeed<{ data: { id: string }[] }>('POST', '/potential-marks', {
    ...{ kind: 'write_off', items, reason: 'Our own mistake.' },
  })

  expect(await entryOf(id)).toMatchObject({ settled: { as: 'written_off' }, can: { edit: false, correct: false } })
  expect((await desk.change('PATCH', `/time-entries/${id}`, { minutes: 5 }, desk.agent)).json()).toMatchObject({
    code: 'time_settled',
  })
  await desk.succeed('DELETE', `/potential-marks/${data[0]?.id ?? ''}`)
  expect(await entryOf(id)).toMatchObject({ settled: null, can: { edit: true } })
})

test('the database itself keeps the figures of settled time', async () => {
  const { id } = await drafted()

  for (const statement of [
    Prisma.sql`UPDATE time_entry SET minutes = 5 WHERE id = ${id}::uuid`,
    Prisma.sql`UPDATE time_rating SET amount = 5 WHERE entry_id = ${id}::uuid`,
    Prisma.sql`UPDATE cover_piece SET amount = 5 WHERE entry_id = ${id}::uuid`,
    Prisma.sql`DELETE FROM time_entry WHERE id = ${id}::uuid`,
  ])
    await expect(server.database.transact((tx) => tx.rows(statement))).rejects.toThrow('the time is on a document')
})
