import type { BookedInvoice, Posting } from '@timedesk/contracts/bookkeeping'
import { Prisma } from '@timedesk/prisma/client'
import { parse } from 'csv-parse/sync'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { buildDocument } from '../../test/build-document.ts'
import { send } from '../../test/cases.ts'
import { buildCustomer, buildEmployee, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { readZip } from '../../test/read-zip.ts'

let server: Awaited<ReturnType<typeof startServer>>
let finance: SignedIn
let customerId: string

beforeAll(async () => {
  server = await startServer()
  finance = await buildEmployee(server, { role: 'finance' })
  customerId = (await buildCustomer(server, { name: '=Nordlys "Energi"' })).id
})
afterAll(() => server.close())

type Items = { invoices: BookedInvoice; postings: Posting }
type Feed<Kind extends keyof Items> = { data: Items[Kind][]; mark: string; hasMore: boolean }

/** Reads on from a mark until nothing is left. */
async function readOn<Kind extends keyof Items>(kind: Kind, mark: string, limit = 2) {
  const items: Items[Kind][] = []
  for (let at = mark; ;) {
    const path = `/api/v1/bookkeeping/${kind}?limit=${String(limit)}&after=${at}`
    const feed = (await send(server, finance, 'GET', path)).json<Feed<Kind>>()
    items.push(...feed.data)
    at = feed.mark
    if (!feed.hasMore) return { items, mark: at }
  }
}
const bill = (net = 10_000, more: object = {}) =>
  buildDocument(server, { customerId, lines: [{ net, text: 'Support', revenue: 'time' }], ...more })

/** Where the feed is when everything that was made so far is final. */
async function markAfter(number: string): Promise<string> {
  return vi.waitFor(
    async () => {
      const { items, mark } = await readOn('invoices', '0', 100)
      expect(items.map((invoice) => invoice.number)).toContain(number)
      return mark
    },
    { timeout: 15_000 },
  )
}

test('documents come in the order of their posting, each once, page by page', async () => {
  const before = await markAfter((await bill()).number ?? '')
  const posted = []
  for (const net of [1_000, 2_000, 3_000]) posted.push((await bill(net)).number)
  await markAfter(posted[2] ?? '')

  const first = await readOn('invoices', before)
  const second = await readOn('invoices', first.mark)

  expect(first.items.map(({ number }) => number)).toEqual(posted)
  expect(second).toEqual({ items: [], mark: first.mark })
  expect(first.items[0]).toMatchObject({
    ...{ kind: 'invoice', customerCvr: '87654321', customerVatId: 'DK87654321', corrects: null, exchangeRate: null },
    ...{ net: { amount: '10.00' }, vat: { amount: '2.50' }, payable: { amount: '12.50' } },
    vatBreakdown: [{ category: 'S', rate: '25', base: { amount: '10.00' }, vat: { amount: '2.50' } }],
    lines: [{ position: 0, text: 'Support', quantity: 1, net: { amount: '10.00' }, vatRate: '25', caseNumber: null }],
  })
})

test('what is committed late is not missed, and nothing is seen twice while transactions run', async () => {
  const before = await markAfter((await bill()).number ?? '')
  const slow = new pg.Client({ connectionString: server.url })
  await slow.connect()
  await slow.query('BEGIN')
  const { rows } = await slow.query<{ mark: string }>('SELECT pg_current_xact_id()::text AS mark')
  const early = await bill()

  const meanwhile = await readOn('invoices', before)
  const late = await bill()
  await server.database.transact((tx) => tx.rows(Prisma.sql`SELECT 1`))
  await slow.query('COMMIT')
  await slow.end()
  await markAfter(late.number ?? '')
  const after = await readOn('invoices', meanwhile.mark)

  expect(Number(rows[0]?.mark)).toBeGreaterThan(0)
  expect(meanwhile.items).toEqual([])
  expect(after.items.map(({ number }) => number)).toEqual([early.number, late.number])
})

test('an integrator who reads while many are posted gets each once', async () => {
  const before = await markAfter((await bill()).number ?? '')
  const state = { isDone: false }
  const posting = Promise.all(
    Array.from({ length: 4 }, async () => {
      const numbers = []
      for (let count = 0; count < 6; count += 1) numbers.push((await bill()).number)
      return numbers
    }),
  ).finally(() => (state.isDone = true))

  const seen: string[] = []
  let mark = before
  const readSome = async () => {
    const feed = await readOn('invoices', mark, 3)
    seen.push(...feed.items.map(({ number }) => number))
    mark = feed.mark
  }
  while (!state.isDone) await readSome()
  const numbers = (await posting).flat()
  await vi.waitFor(
    async () => {
      await readSome()
      expect(seen.length).toBeGreaterThanOrEqual(numbers.length)
    },
    { timeout: 15_000 },
  )

  expect(seen.toSorted()).toEqual(numbers.toSorted())
})

test('entries balance and carry the numbers of the company’s accounts', async () => {
  await server.database.transact((tx) =>
    tx.rows(Prisma.sql`UPDATE invoicing_settings SET accounts = '{"receivable": "5600", "vat_payable": "7200"}'`),
  )
  const { number, id } = await bill(79_167)
  await markAfter(number ?? '')

  const { items } = await readOn('postings', '0', 1_000)

  const own = items.filter(({ deedId }) => deedId === id)
  expect(
    own.map(({ account, accountNumber, debit, credit }) => [account, accountNumber, debit.amount, credit.amount]),
  ).toEqual([
    ['receivable', '5600', '989.59', '0.00'],
    ['vat_payable', '7200', '0.00', '197.92'],
    ['revenue_time', '', '0.00', '791.67'],
  ])
})

test.for(['0', '99999999999999999999', '9223372036854775807.zz', '12.-', '12.abc'])(
  'the mark %s is read or refused, never a fault',
  async (mark) => {
    for (const kind of ['invoices', 'postings'] as const) {
      const answer = await send(server, finance, 'GET', `/api/v1/bookkeeping/${kind}?after=${mark}`)
      expect([200, 400]).toContain(answer.statusCode)
    }
  },
)

const download = (kind: string, format: string, period = 'from=2031-01-01&to=2031-12-31') =>
  send(server, finance, 'GET', `/api/v1/bookkeeping/exports/${kind}?${period}&format=${format}`)

test('a period’s documents, lines and entries are files in four formats, of that period only', async () => {
  const { number } = await bill(79_167, {
    issuedOn: '2031-03-05',
    lines: [{ net: 79_167, text: '=1+1', revenue: 'time' }],
  })
  await bill(5_000, { issuedOn: '2032-01-01' })

  const csv = await download('invoice-lines', 'csv')
  const rows: Record<string, string>[] = parse(csv.body, { bom: true, columns: true })
  const json = (await download('invoices', 'json')).json<object[]>()
  const xml = await download('postings', 'xml')
  const xlsx = await download('invoices', 'xlsx')

  expect(csv.headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8' })
  expect(csv.headers['content-disposition']).toContain('invoice-lines 2031-01-01 2031-12-31.csv')
  expect(rows.map((row) => [row.Number, row.Text, row.Net, row['VAT rate']])).toEqual([
    [number, "'=1+1", '791.67', '25'],
  ])
  expect(json).toMatchObject([
    { number, kind: 'invoice', net: '791.67', vat: '197.92', payable: '989.59', issuedOn: '2031-03-05' },
  ])
  expect([...xml.body.matchAll(/<account>(\w+)<\/account>/gu)].map(([, account]) => account)).toEqual([
    'receivable',
    'vat_payable',
    'revenue_time',
  ])
  const sheet = readZip(xlsx.rawPayload).get('xl/worksheets/sheet1.xml') ?? ''
  expect(sheet).toContain('<v>791.67</v>')
})

test('invoiced time is exported entry by entry, across batches', async () => {
  const empty = await download('time', 'json')
  const lines = Array.from({ length: 620 }, (_, index) => ({ net: index + 1, text: 'x', revenue: 'other' as const }))
  await bill(0, { issuedOn: '2031-07-01', lines })

  const rows = (await download('invoice-lines', 'json', 'from=2031-07-01&to=2031-07-01')).json<{ position: number }[]>()

  expect(empty.json()).toEqual([])
  expect(rows.map(({ position }) => position)).toEqual(lines.map((_, index) => index))
}, 60_000)
