import type { FastifyBaseLogger } from 'fastify'
import { PgBoss } from 'pg-boss'
import type { JobPayloads, Jobs } from './jobs.ts'

const LONG_JOB_EXPIRES_SECONDS = 3_600
/** How long after a crash a long job is taken up again. */
const LONG_JOB_HEARTBEAT_SECONDS = 30
const SCHEMA = 'pgboss'

/** Goes on where it was broken off. */
const LONG_JOB = {
  retryLimit: 3,
  retryBackoff: true,
  expireInSeconds: LONG_JOB_EXPIRES_SECONDS,
  heartbeatSeconds: LONG_JOB_HEARTBEAT_SECONDS,
} as const

/** How far the clock of the database may be ahead: a job that comes before its time finds nothing to do. */
const CLOCKS_APART_MS = 250

/** One person's thousand cases keep nobody else waiting. */
const BULK_ACTIONS_AT_ONCE = 3

/** Jobs that go on where they were broken off, one at a time. */
const LONG_JOBS = ['import-cases', 'invoice-run', 'reapply-policies'] as const

/**
 * Jobs that the clock starts, by minutes of each hour. Agreements are settled often enough that a voucher running low is
 * told of within minutes; a new day begins with the first run in it.
 */
const REGULAR_JOBS = {
  'sweep-files': { schedule: '17 * * * *', pollingSeconds: 30 },
  'sweep-rows': { schedule: '47 * * * *', pollingSeconds: 30 },
  'settle-agreements': { schedule: '*/15 * * * *', pollingSeconds: 5 },
  'book-revenue': { schedule: '7,22,37,52 * * * *', pollingSeconds: 30 },
  'store-documents': { schedule: '*/5 * * * *', pollingSeconds: 30 },
  'work-clocks': { schedule: '* * * * *', pollingSeconds: 5 },
  'create-recurring-cases': { schedule: '* * * * *', pollingSeconds: 5 },
  'work-silence': { schedule: '*/5 * * * *', pollingSeconds: 5 },
  'work-time-rules': { schedule: '* * * * *', pollingSeconds: 5 },
  'work-snoozes': { schedule: '* * * * *', pollingSeconds: 5 },
  'send-late-messages': { schedule: '* * * * *', pollingSeconds: 5 },
  'work-letters': { schedule: '* * * * *', pollingSeconds: 5 },
  'collect-words': { schedule: '* * * * *', pollingSeconds: 5 },
} as const
type RegularJob = keyof typeof REGULAR_JOBS
const regularNames = Object.keys(REGULAR_JOBS) as RegularJob[]

export type JobHandlers = { [Name in keyof JobPayloads]: (payload: JobPayloads[Name]) => Promise<void> } & {
  /** Removes drafts that no message claimed, and files without a row. */
  'sweep-files': () => Promise<void>
  /** Removes stored answers, sessions, secrets and full buckets whose time has passed. */
  'sweep-rows': () => Promise<void>
  /** Brings agreements up to the present: periods, expiry, renewal, warnings. */
  'settle-agreements': () => Promise<void>
  /** Draws and stores the files of posted documents that lack them. */
  'store-documents': () => Promise<void>
  /** Records warnings and breaches of running clocks. */
  'work-clocks': () => Promise<void>
  /** Opens the cases of recurring ones that are due. */
  'create-recurring-cases': () => Promise<void>
  /** Warns of silent cases, and moves those that stayed silent. */
  'work-silence': () => Promise<void>
  /** Asks the time rules about the cases whose time has come. */
  'work-time-rules': () => Promise<void>
  /** Brings back the cases that people had put away until now. */
  'work-snoozes': () => Promise<void>
  /** Sends the messages that nobody sent at their very time. */
  'send-late-messages': () => Promise<void>
  /** Sends what waited for the end of quiet hours or for a digest. */
  'work-letters': () => Promise<void>
  /** Brings the words that search knows up to what was written. */
  'collect-words': () => Promise<void>
  /** Books what vouchers and fees earned since. */
  'book-revenue': () => Promise<void>
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
  for (const name of LONG_JOBS) await boss.createQueue(name, { ...LONG_JOB, policy: 'singleton' })
  await boss.createQueue('bulk-action', LONG_JOB)
  await boss.createQueue('send-messages', { retryLimit: 2 })
  for (const name of regularNames) await boss.createQueue(name, { retryLimit: 2, policy: 'singleton' })

  if (handlers !== null) {
    await workOnRequest(boss, 'import-cases', handlers['import-cases'])
    await workOnRequest(boss, 'invoice-run', handlers['invoice-run'])
    await workOnRequest(boss, 'reapply-policies', handlers['reapply-policies'])
    await workOnRequest(boss, 'bulk-action', handlers['bulk-action'], BULK_ACTIONS_AT_ONCE)
    await workOnRequest(boss, 'send-messages', handlers['send-messages'])
    for (const name of regularNames) {
      const { schedule, pollingSeconds } = REGULAR_JOBS[name]
      await boss.work(name, { pollingIntervalSeconds: pollingSeconds }, () => handlers[name]())
      await boss.schedule(name, schedule)
    }
    await boss.send('settle-agreements', {})
  }

  return {
    enqueue: async (name, payload, at) => {
      await boss.send(name, payload, at === undefined ? {} : { startAfter: new Date(at.getTime() + CLOCKS_APART_MS) })
    },
    close: () => boss.stop({ graceful: true, timeout: 10_000 }),
  }
}

/** Works a job that somebody waits for, so many of them at once. */
async function workOnRequest<Name extends keyof JobPayloads>(
  boss: PgBoss,
  name: Name,
  handle: (payload: JobPayloads[Name]) => Promise<void>,
  localConcurrency = 1,
): Promise<void> {
  const often = { pollingIntervalSeconds: 1, localConcurrency }
  await boss.work<JobPayloads[Name]>(name, often, async (jobs) => {
    for (const job of jobs) await handle(job.data)
  })
}
