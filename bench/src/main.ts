import type { ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { collectWords } from '@timedesk/api/helpdesk/search/collect-words'
import { openDatabase } from '@timedesk/api/platform/db/database'
import { startPostgres } from '@timedesk/prisma/engine/embedded-postgres'
import { MIGRATIONS_FOLDER } from '@timedesk/prisma/engine/folders'
import { migrate } from '@timedesk/prisma/engine/migrate'
import { createToken } from './api-token.ts'
import { compare, type Plan, type Row } from './compare.ts'
import { generate } from './generate.ts'
import { measureInvoiceRun } from './invoice-run.ts'
import { idOf, operationsFor } from './operations.ts'
import { freePort, residentMegabytes, startFloor, startProduct, untilReady } from './processes.ts'
import { heading, keep, lineOf, verdictsOf } from './report.ts'

const cases = Number(process.env.BENCH_CASES ?? 100_000)
const entries = Number(process.env.BENCH_ENTRIES ?? cases)
const scale = { cases, customers: 200, agents: 20, entries, voucherCustomers: 100 }
const plan: Plan = {
  rounds: Number(process.env.BENCH_ROUNDS ?? 3),
  seconds: Number(process.env.BENCH_SECONDS ?? 4),
  warmUpSeconds: 2,
  concurrency: 32,
}

const folder = await mkdtemp(path.join(tmpdir(), 'timedesk-bench-'))
const postgres = await startPostgres({ dataFolder: folder, log: () => undefined })
const children: ChildProcess[] = []
try {
  await migrate(postgres.url, MIGRATIONS_FOLDER)
  await generate(postgres.url, scale)
  await learnWords(postgres.url)
  console.log(`${String(cases)} cases with 3 messages each, ${String(entries)} time entries`)
  const token = await createToken(postgres.url, ['cases:read', 'cases:write', 'time:read', 'time:write'])
  const ports = { product: await freePort(), floor: await freePort() }
  const product = startProduct(ports.product, postgres.url, folder)
  children.push(product, await startFloor(ports.floor, floorUrl(postgres)))
  await untilReady(ports.product)

  console.log(heading)
  const rows: Row[] = []
  for (const operation of operationsFor({ ...scale, token, employeeId: idOf(2, 1) })) {
    const row = await compare(operation, ports, plan)
    rows.push(row)
    console.log(lineOf(row))
  }
  const memory = await residentMegabytes(product)
  for (const verdict of verdictsOf(rows, memory)) console.log(verdict)
  console.log(`kept in ${await keep('', { scale, plan, memoryMegabytes: memory, rows })}`)
  if (rows.some((row) => row.product.failures + row.floor.failures > 0)) process.exitCode = 1
} finally {
  for (const child of children) child.kill('SIGTERM')
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}
if (!(await measureInvoiceRun())) process.exitCode = 1

/** Once before the run, as the job does in the minutes after the cases came. */
async function learnWords(url: string): Promise<void> {
  const database = openDatabase(url, 1)
  await collectWords(database)
  await database.close()
}

/** As superuser, whom no policy slows down. */
function floorUrl({ url, superuserUrl }: { url: string; superuserUrl: string }): string {
  const address = new URL(superuserUrl)
  address.pathname = new URL(url).pathname
  return address.href
}
