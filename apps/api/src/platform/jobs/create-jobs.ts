import type { FastifyBaseLogger } from 'fastify'
import { PgBoss } from 'pg-boss'
import type { Jobs } from './jobs.ts'

const IMPORT_EXPIRES_SECONDS = 3_600
/** How long after a crash an import is taken up again. */
const IMPORT_HEARTBEAT_SECONDS = 30
const SCHEMA = 'pgboss'

export type JobHandlers = {
  'import-cases': (payload: { importId: string }) => Promise<void>
  /** Removes drafts that no message claimed, and files without a row. */
  'sweep-files': () => Promise<void>
  /** Removes stored answers, sessions, secrets and full buckets whose time has passed. */
  'sweep-rows': () => Promise<void>
  /** Brings agreements up to the present: periods, expiry, renewal, warnings. */
  'settle-agreements': () => Promise<void>
}

/**
 * Jobs on the same PostgreSQL. With `handlers`, this process also works them; without, it only queues.
 * `url` belongs to the database's owner, who keeps the queue's own tables.
 */
export async function createJobs(
  url: string,
  log: FastifyBaseLogger,
  handlers: JobHandlers | null,
): Promise<Jobs & { close: () => Promise<void> }> {
  const boss = new PgBoss({
    connectionString: url,
    schema: SCHEMA,
    max: 3,
    application_name: 'timedesk_jobs',
    supervise: handlers !== null,
    schedule: handlers !== null,
  })
  boss.on('error', (error) => {
    log.warn({ err: error }, 'the job queue reports an error')
  })
  await boss.start()
  await boss.createQueue('import-cases', {
    retryLimit: 3,
    retryBackoff: true,
    expireInSeconds: IMPORT_EXPIRES_SECONDS,
    heartbeatSeconds: IMPORT_HEARTBEAT_SECONDS,
    policy: 'singleton',
  })
  await boss.createQueue('sweep-files', { retryLimit: 2, policy: 'singleton' })
  await boss.createQueue('sweep-rows', { retryLimit: 2, policy: 'singleton' })
  await boss.createQueue('settle-agreements', { retryLimit: 2, policy: 'singleton' })

  if (handlers !== null) {
    await boss.work<{ importId: string }>('import-cases', { pollingIntervalSeconds: 1 }, async (jobs) => {
      for (const job of jobs) await handlers['import-cases'](job.data)
    })
    await boss.work('sweep-files', { pollingIntervalSeconds: 30 }, () => handlers['sweep-files']())
    await boss.work('sweep-rows', { pollingIntervalSeconds: 30 }, () => handlers['sweep-rows']())
    await boss.work('settle-agreements', { pollingIntervalSeconds: 5 }, () => handlers['settle-agreements']())
    await boss.schedule('sweep-files', '17 * * * *')
    await boss.schedule('sweep-rows', '47 * * * *')
    // Often enough that a voucher running low is told of within minutes; a new day begins with the first run in it.
    await boss.schedule('settle-agreements', '*/15 * * * *')
    await boss.send('settle-agreements', {})
  }

  return {
    enqueue: async (name, payload) => {
      await boss.send(name, payload)
    },
    close: () => boss.stop({ graceful: true, timeout: 10_000 }),
  }
}
