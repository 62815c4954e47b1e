import type { ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startPostgres } from '@timedesk/prisma/engine/embedded-postgres'
import { MIGRATIONS_FOLDER } from '@timedesk/prisma/engine/folders'
import { migrate } from '@timedesk/prisma/engine/migrate'
import pg from 'pg'
import { createToken } from './api-token.ts'
import { generate } from './generate.ts'
import { freePort, startProduct, untilReady } from './processes.ts'

const entries = Number(process.env.BENCH_RUN_ENTRIES ?? 10_000)
const customers = Number(process.env.BENCH_CUSTOMERS ?? 500)
/** The share of the floor's pace to reach. */
const TARGET = 0.25
/** Seldom enough that asking takes nothing from the job. */
const POLL_MS = 250

/**
 * Invoices all that is ready of many customers in one run, as finance does at the end of a month: the preview, and the
 * job that drafts it. The floor writes the same rows again into tables of the same shape and indexes, one transaction
 * for each customer, and does nothing else. Resolves with whether the run came to its end.
 */
export async function measureInvoiceRun(): Promise<boolean> {
  const folder = await mkdtemp(path.join(tmpdir(), 'timedesk-bench-'))
  const postgres = await startPostgres({ dataFolder: folder, log: () => undefined })
  const children: ChildProcess[] = []
  try {
    await migrate(postgres.url, MIGRATIONS_FOLDER)
    await generate(postgres.url, { cases: 4 * customers, customers, agents: 20, entries, voucherCustomers: 1 })
    const port = await freePort()
    children.push(startProduct(port, postgres.url, folder))
    await untilReady(port)
    const token = await createToken(postgres.url, ['invoices:read', 'invoices:write'])
    const ask = createAsk(port, token)

    const startedAt = performance.now()
    const preview = await ask('POST', '/invoice-runs', { through: '2099-12-31' })
    const previewMs = performance.now() - startedAt
    const run = await carryOut(ask, preview)
    const runMs = performance.now() - startedAt - previewMs
    const floorMs = await writeAgain(postgres.superuserUrl, new URL(postgres.url).pathname)

    const { items, documents, customers: counted } = run
    console.log(`${String(items)} items of ${String(counted)} customers on ${String(documents)} drafts`)
    const ratio = floorMs / runMs
    console.log(`preview ${previewMs.toFixed(0)} ms, run ${runMs.toFixed(0)} ms, floor ${floorMs.toFixed(0)} ms`)
    console.log(`ratio ${ratio.toFixed(2)}, target ${TARGET.toFixed(2)}: ${ratio >= TARGET ? 'met' : 'MISSED'}`)
    return run.state === 'done'
  } finally {
    for (const child of children) child.kill('SIGTERM')
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

type Run = { id: string; state: string; items: number; documents: number; customers: number }
type Ask = (method: 'GET' | 'POST', path: string, body?: object) => Promise<Run>

function createAsk(port: number, token: string): Ask {
  return async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${String(port)}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`)
    return (await answer.json()) as Run
  }
}

async function carryOut(ask: Ask, { id }: Run): Promise<Run> {
  let run = await ask('POST', `/invoice-runs/${id}/commit`)
  while (run.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    run = await ask('GET', `/invoice-runs/${id}`)
  }
  return run
}

/** As superuser, whom no policy slows down. */
async function writeAgain(superuserUrl: string, database: string): Promise<number> {
  const address = new URL(superuserUrl)
  address.pathname = database
  const client = new pg.Client({ connectionString: address.href })
  await client.connect()
  const tables = ['invoice', 'invoice_line', 'invoice_vat', 'invoice_source']
  await client.query('CREATE SCHEMA floor')
  for (const table of tables)
    await client.query(`CREATE TABLE floor.${table} (LIKE public.${table} INCLUDING INDEXES INCLUDING CONSTRAINTS)`)
  const { rows } = await client.query<{ id: string }>('SELECT DISTINCT customer_id AS id FROM invoice')
  const startedAt = performance.now()
  for (const { id } of rows) {
    await client.query('BEGIN')
    for (const table of tables)
      await client.query(
        `INSERT INTO floor.${table} SELECT t.* FROM public.${table} t WHERE ${table === 'invoice_vat' ? 't.invoice_id IN (SELECT id FROM public.invoice WHERE customer_id = $1)' : 't.customer_id = $1'}`,
        [id],
      )
    await client.query('COMMIT')
  }
  const took = performance.now() - startedAt
  await client.end()
  return took
}
