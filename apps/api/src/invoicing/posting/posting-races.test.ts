import { Prisma } from '@timedesk/prisma/client'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { openPostingDesk } from '../../../test/posting-desk.ts'
import { postInvoice } from './post-invoice.ts'

const CLIENTS = 32

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openPostingDesk>>

beforeAll(async () => {
  server = await startServer()
  desk = await openPostingDesk(server)
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

type Numbered = { number: number; issuedOn: string }

const series = () =>
  server.database.reader.rows<Numbered>(Prisma.sql`SELECT number_in_series AS number, issued_on::text AS "issuedOn"
    FROM invoice WHERE series_code = 'invoice' ORDER BY number_in_series`)

/** Posts in a transaction that is rolled back after everything was done. */
async function postAndFail(id: string): Promise<void> {
  const { database, deps, clock } = server
  const actor = { kind: 'employee' as const, id: desk.finance.id, name: desk.finance.name, role: 'finance' as const }
  const rest = {
    departmentId: '',
    language: 'en' as const,
    permissions: new Set<never>(),
    scopes: null,
    sessionId: null,
  }
  await expect(
    database.transact(async (tx) => {
      const context = {
        actor: { ...actor, ...rest, key: '' },
        now: clock.now,
        newId: deps.newId,
        requestId: null,
        written: [],
      }
      await postInvoice(tx, context, { invoiceId: id }, null)
      throw new Error('the process ends here')
    }),
  ).rejects.toThrow('the process ends here')
}

/** All connections may be busy for a while: then it was not done, and is asked for again. */
async function postPatiently(id: string): Promise<number> {
  const { statusCode } = await desk.tryToPost(id)
  return statusCode === 503 ? postPatiently(id) : statusCode
}

test('whoever posts at once, and whatever fails, numbers have no gap, no number is given twice, and days never go back (d)', async () => {
  const drafts: string[] = []
  for (let count = 0; count < CLIENTS; count += 1) drafts.push((await desk.draftLine(await desk.customer())).id)
  const { id: empty } = await desk.draft({ customerId: await desk.customer() })
  for (const id of drafts.slice(0, 4)) await desk.change('PATCH', `/invoices/${id}`, { issuedOn: '2026-03-01' })

  const answers = await Promise.all(
    drafts.map(async (id, index) => {
      if (index % 4 === 3) await postAndFail(id)
      if (index % 4 === 2) await postPatiently(empty)
      return postPatiently(id)
    }),
  )

  const numbered = await series()
  const posted = answers.filter((status) => status === 200).length
  expect(posted).toBeGreaterThanOrEqual(CLIENTS - 4)
  expect(answers.filter((status) => status !== 200 && status !== 409)).toEqual([])
  expect(numbered.map(({ number }) => number)).toEqual(Array.from({ length: posted }, (_, index) => 1001 + index))
  expect(numbered.map(({ issuedOn }) => issuedOn)).toEqual(numbered.map(({ issuedOn }) => issuedOn).toSorted())
}, 240_000)

test('of eight who post the same draft at once one does', async () => {
  const { id } = await desk.draftLine(await desk.customer())
  const before = (await series()).length

  const answers = await Promise.all(Array.from({ length: 8 }, () => desk.tryToPost(id)))

  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, ...Array.from({ length: 7 }, () => 409)])
  expect(await series()).toHaveLength(before + 1)
})

test('who posts, credits, pays, sends and registers for one customer at once never blocks another for good', async () => {
  const customerId = await desk.customer()
  const [open, late] = [await desk.post((await desk.draftLine(customerId)).id), await desk.draftLine(customerId)]
  const note = await desk.credit(open.id)
  await desk.work(customerId, 60)
  const part = { amount: { amount: '10.00', currency: 'DKK' }, paidOn: '2026-03-02' }
  const deeds = [
    () => desk.tryToPost(late.id),
    () => desk.tryToPost(note.id),
    () => desk.change('POST', `/invoices/${open.id}/payments`, part),
    () => desk.change('POST', `/invoices/${open.id}/sending`, {}),
    () => desk.change('POST', '/invoices', { customerId, through: '2026-12-31' }),
    () => desk.tryToCredit(open.id),
  ]

  const answers = await Promise.all([...deeds, ...deeds, ...deeds].map((deed) => deed()))

  expect(answers.map(({ statusCode }) => statusCode).filter((status) => status >= 500)).toEqual([])
  expect(answers.filter(({ statusCode }) => statusCode < 300).length).toBeGreaterThanOrEqual(5)
})

test.for([
  ['invoice', "UPDATE invoice SET note = 'x' WHERE id = $1"],
  ['invoice', "UPDATE invoice SET number = NULL, state = 'draft' WHERE id = $1"],
  ['invoice', 'DELETE FROM invoice WHERE id = $1'],
  ['invoice_line', "UPDATE invoice_line SET text = 'x' WHERE invoice_id = $1"],
  ['invoice_line', 'DELETE FROM invoice_line WHERE invoice_id = $1'],
  ['invoice_vat', 'UPDATE invoice_vat SET vat = vat + 1 WHERE invoice_id = $1'],
  ['invoice_vat', 'DELETE FROM invoice_vat WHERE invoice_id = $1'],
  ['invoice_source', 'UPDATE invoice_source SET amount = amount + 1 WHERE invoice_id = $1'],
  ['invoice_source', 'DELETE FROM invoice_source WHERE invoice_id = $1'],
  ['posting', 'UPDATE posting SET debit = debit WHERE invoice_id = $1'],
  ['posting', 'DELETE FROM posting WHERE invoice_id = $1'],
  ['payment', 'UPDATE payment SET amount = 1 WHERE invoice_id = $1'],
  ['payment', 'DELETE FROM payment WHERE invoice_id = $1'],
] as const)('the database itself refuses to change a posted document: %s, %s', async ([, statement]) => {
  const customerId = await desk.customer()
  await desk.work(customerId, 60)
  const { id } = await desk.postReady(customerId)
  await desk.succeed('POST', `/invoices/${id}/payments`, {
    amount: { amount: '1.00', currency: 'DKK' },
    paidOn: '2026-03-02',
  })
  const client = new pg.Client({ connectionString: server.url, options: '-c role=timedesk_staff' })
  await client.connect()

  const attempt = client.query(statement, [id]).then(
    () => 'changed',
    (error: unknown) => (error as { code: string }).code,
  )

  // Restricted by a trigger, or not allowed at all.
  expect(['23001', '42501']).toContain(await attempt)
  await client.end()
})
