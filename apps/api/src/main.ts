import type { FastifyInstance } from 'fastify'
import { buildApp } from './app.ts'
import { compose, startBackground } from './compose.ts'
import { readEnvironment, type Environment } from './env.ts'
import { introduce } from './first-run.ts'
import { createClosers } from './platform/closers.ts'
import { explainStart } from './platform/explain-start.ts'
import { createLifecycle } from './platform/lifecycle.ts'
import { createLog } from './platform/log.ts'
import { stopInGoodOrder } from './platform/stop-in-good-order.ts'
import { describeStart } from './describe-start.ts'

const DRAIN_TIMEOUT_MS = 30_000

const say = (message: string) => void process.stdout.write(`${message}\n`)
const lifecycle = createLifecycle()
const closers = createClosers()

async function start(env: Environment): Promise<void> {
  const log = createLog(env)
  const starting = open(env, log)
  stopInGoodOrder(async () => {
    lifecycle.drain()
    await starting.catch(() => undefined)
    await closers.closeAll()
  }, log)
  await starting
}

async function open(env: Environment, log: ReturnType<typeof createLog>): Promise<void> {
  const deps = await compose({ env, log, lifecycle, closers, say })
  const introduction = await introduce(deps, say)
  if (env.RUN_WORKER) startBackground(deps, closers)
  const app = await buildApp(deps)
  closers.add(() => closeWithin(app, DRAIN_TIMEOUT_MS))
  await app.listen({ port: env.PORT, host: env.HOST })
  if (!lifecycle.isDraining()) say(describeStart(deps.publicUrl, introduction))
}

/** Requests that are being handled may finish; after the time given, their connections are cut. */
async function closeWithin(app: FastifyInstance, timeoutMs: number): Promise<void> {
  const cut = setTimeout(() => {
    app.server.closeAllConnections()
  }, timeoutMs)
  await app.close()
  clearTimeout(cut)
}

try {
  await start(readEnvironment())
} catch (error) {
  const { line, status } = explainStart(error)
  process.stderr.write(`Timedesk cannot start: ${line}\n`)
  await closers.closeAll().catch(() => undefined)
  process.exit(status)
}
