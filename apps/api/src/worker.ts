import { compose, startBackground } from './compose.ts'
import { readEnvironment, type Environment } from './env.ts'
import { createClosers } from './platform/closers.ts'
import { explainStart } from './platform/explain-start.ts'
import { createLifecycle } from './platform/lifecycle.ts'
import { createLog } from './platform/log.ts'
import { stopInGoodOrder } from './platform/stop-in-good-order.ts'

const say = (message: string) => void process.stdout.write(`${message}\n`)
const lifecycle = createLifecycle()
const closers = createClosers()

/** Deliveries, mail and jobs without the server; `main.ts` then runs with RUN_WORKER=false. */
async function start(env: Environment): Promise<void> {
  const log = createLog(env)
  const starting = compose({ env: { ...env, RUN_WORKER: true }, log, lifecycle, closers, say }).then((deps) => {
    startBackground(deps, closers)
  })
  stopInGoodOrder(async () => {
    lifecycle.drain()
    await starting.catch(() => undefined)
    await closers.closeAll()
  }, log)
  await starting
  say('The worker of Timedesk is ready.')
}

try {
  await start(readEnvironment())
} catch (error) {
  const { line, status } = explainStart(error)
  process.stderr.write(`Timedesk cannot start: ${line}\n`)
  await closers.closeAll().catch(() => undefined)
  process.exit(status)
}
