import { readMigrations } from '@timedesk/prisma/engine/migrate'
import { MIGRATIONS_FOLDER } from '@timedesk/prisma/engine/folders'
import { Prisma } from '@timedesk/prisma/client'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import type { Database } from '../db/database.ts'
import { sendProblem } from '../http/problems.ts'
import type { Lifecycle } from '../lifecycle.ts'
import type { Storage } from '../storage/storage.ts'

const CHECK_TIMEOUT_MS = 1_000
const ANSWER_KEPT_MS = 1_000

type Checked = { database: Database; storage: Storage; lifecycle: Lifecycle; log: FastifyBaseLogger }

/** `/healthz`: the process lives. `/readyz`: it can do its work. Both tell strangers nothing else. */
export function serveHealth(app: FastifyInstance, deps: Checked): void {
  const config = { access: { audience: 'public' as const } }
  const failing = keepFor(ANSWER_KEPT_MS, () => findFailing(deps))
  app.get('/healthz', { config }, (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'alive' }),
  )
  app.get('/readyz', { config }, async (request, reply) => {
    const names = deps.lifecycle.isDraining() ? ['draining'] : await failing()
    if (names.length > 0)
      return sendProblem(request, reply, 'unavailable', { detail: `Not ready: ${names.join(', ')}.` })
    return reply.header('cache-control', 'no-store').send({ status: 'ready' })
  })
}

/** The names of what does not work, in the order in which one would look. */
async function findFailing({ database, storage, log }: Checked): Promise<string[]> {
  const checks: Record<string, () => Promise<unknown>> = {
    database: () => database.reader.rows(Prisma.sql`SELECT 1`),
    migrations: async () => {
      const applied = await database.reader.rows<{ name: string }>(
        Prisma.sql`SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
      )
      const names = new Set(applied.map(({ name }) => name))
      const missing = (await readMigrations(MIGRATIONS_FOLDER)).filter(({ name }) => !names.has(name))
      if (missing.length > 0) throw new Error(`${String(missing.length)} migrations are missing`)
    },
    storage: () => storage.assertWritable(),
  }
  const outcomes = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => {
      try {
        await within(CHECK_TIMEOUT_MS, check())
        return []
      } catch (error) {
        log.warn({ err: error, check: name }, 'not ready')
        return [name]
      }
    }),
  )
  return outcomes.flat()
}

async function within<Result>(timeoutMs: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`no answer within ${String(timeoutMs)} ms`))
    }, timeoutMs)
  })
  return Promise.race([work, late]).finally(() => {
    clearTimeout(timer)
  })
}

/** However often it is asked, the work is done at most once in `keptMs`. */
function keepFor<Result>(keptMs: number, work: () => Promise<Result>): () => Promise<Result> {
  let kept: { until: number; result: Promise<Result> } | undefined
  return () => {
    const at = performance.now()
    if (kept === undefined || kept.until <= at) kept = { until: at + keptMs, result: work() }
    return kept.result
  }
}
