import { fork, type ChildProcess } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { startPostgres } from '@timedesk/prisma/engine/embedded-postgres'
import { MIGRATIONS_FOLDER } from '@timedesk/prisma/engine/folders'
import { migrate } from '@timedesk/prisma/engine/migrate'
import pg from 'pg'
import { generate } from './generate.ts'
import { load, type Measured } from './load.ts'
import { idOf, operationsFor } from './operations.ts'

const scale = { cases: Number(process.env['BENCH_CASES'] ?? 100_000), customers: 200, agents: 20 }
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 6)
const WARM_UP_SECONDS = 2
const CONCURRENCY = 32
const root = path.resolve(import.meta.dirname, '../..')

type Row = { operation: string; target: number; ratio: number; product: Measured; floor: Measured }

const folder = await mkdtemp(path.join(tmpdir(), 'timedesk-bench-'))
const postgres = await startPostgres({ dataFolder: folder, log: () => undefined })
const children: ChildProcess[] = []
try {
  await migrate(postgres.url, MIGRATIONS_FOLDER)
  const filling = performance.now()
  await generate(postgres.url, scale)
  console.log(
    `${String(scale.cases)} cases with 3 messages each in ${((performance.now() - filling) / 1000).toFixed(1)} s`,
  )
  const token = await createToken(postgres.url)
  const ports = { product: await freePort(), floor: await freePort() }
  const product = startProduct(ports.product, postgres.url, folder)
  children.push(product, await startFloor(ports.floor, postgres.url))
  await untilReady(ports.product)

  const rows: Row[] = []
  console.log('operation   product/s   floor/s   ratio  target   p99 product/floor')
  for (const { name, target, product: shot, floor } of operationsFor({ ...scale, token, employeeId: idOf(2, 1) })) {
    await load(ports.floor, WARM_UP_SECONDS, CONCURRENCY, floor)
    await load(ports.product, WARM_UP_SECONDS, CONCURRENCY, (n) => shot(n + 1_000_000))
    const floorMeasured = await load(ports.floor, SECONDS, CONCURRENCY, floor)
    const measured = await load(ports.product, SECONDS, CONCURRENCY, shot)
    const ratio = measured.perSecond / floorMeasured.perSecond
    rows.push({ operation: name, target, ratio, product: measured, floor: floorMeasured })
    console.log(
      `${name.padEnd(10)} ${measured.perSecond.toFixed(0).padStart(10)} ${floorMeasured.perSecond.toFixed(0).padStart(9)} ${ratio.toFixed(2).padStart(7)} ${target.toFixed(2).padStart(7)}   ${measured.p99Ms.toFixed(0)} / ${floorMeasured.p99Ms.toFixed(0)} ms${measured.failures > 0 ? `   ${String(measured.failures)} FAILED: ${measured.firstFailure ?? ''}` : ''}`,
    )
  }
  const memory = await residentMegabytes(product)
  console.log(`memory of the API process after the run: ${String(memory)} MB`)
  await keep(rows, memory)
  if (rows.some(({ product: { failures } }) => failures > 0)) process.exitCode = 1
} finally {
  for (const child of children) child.kill('SIGTERM')
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}

function startProduct(port: number, url: string, dataFolder: string): ChildProcess {
  return fork(path.join(root, 'apps/api/src/main.ts'), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      PORT: String(port),
      DATABASE_URL: url,
      DATA_FOLDER: dataFolder,
      DEMO_COMPANY: 'false',
      REQUESTS_PER_MINUTE: '100000000',
      LOG_LEVEL: 'error',
    },
  })
}

function startFloor(port: number, url: string): Promise<ChildProcess> {
  const child = fork(path.join(import.meta.dirname, 'floor-server.ts'), [url, String(port)])
  return new Promise((resolve) =>
    child.once('message', () => {
      resolve(child)
    }),
  )
}

async function createToken(url: string): Promise<string> {
  const secret = `td_pat_${randomBytes(24).toString('base64url')}`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(
    `INSERT INTO api_token (id, employee_id, name, hint, hash, scopes, created_at, expires_at) VALUES (gen_random_uuid(), $1, 'bench', '', $2, $3, now(), now() + interval '1 day')`,
    [
      idOf(2, 1),
      createHash('sha256').update(secret).digest('base64url'),
      ['cases:read', 'cases:write', 'time:read', 'time:write'],
    ],
  )
  await client.end()
  return secret
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
  })
}

async function untilReady(port: number): Promise<void> {
  const deadline = performance.now() + 60_000
  while (performance.now() < deadline) {
    const isReady = await fetch(`http://127.0.0.1:${String(port)}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isReady) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('The product did not get ready within a minute.')
}

async function residentMegabytes({ pid }: ChildProcess): Promise<number | null> {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8').catch(() => '')
  const kilobytes = /VmRSS:\s+(\d+)/u.exec(status)?.[1]
  return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024)
}

async function keep(rows: Row[], memoryMegabytes: number | null): Promise<void> {
  const results = path.join(root, 'bench/results')
  await mkdir(results, { recursive: true })
  const at = new Date().toISOString()
  const report = {
    at,
    scale,
    seconds: SECONDS,
    concurrency: CONCURRENCY,
    processors: cpus().length,
    node: process.version,
    memoryMegabytes,
    rows,
  }
  await writeFile(
    path.join(results, `${at.slice(0, 19).replaceAll(':', '')}.json`),
    `${JSON.stringify(report, null, 2)}\n`,
  )
}
