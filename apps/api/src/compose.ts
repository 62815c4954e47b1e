import { MIGRATIONS_FOLDER } from '@timedesk/prisma/engine/folders'
import { migrate } from '@timedesk/prisma/engine/migrate'
import { workTimeRules } from './automation/work-time-rules.ts'
import { settleAgreements } from './agreements/settle-agreements.ts'
import { bookRevenue } from './bookkeeping/book-revenue.ts'
import { workBulkAction } from './bulk/work-bulk-action.ts'
import { createConsumers } from './consumers.ts'
import type { Deps } from './platform/deps.ts'
import type { Environment } from './env.ts'
import { createAuthenticate } from './identity/authenticate.ts'
import { createTokens } from './platform/access/access-tokens.ts'
import { runImport } from './integrations/case-import/run-import.ts'
import { storeMissingDocuments } from './invoicing/documents/store-documents.ts'
import { carryOutRun } from './invoicing/runs/carry-out-run.ts'
import type { Closers } from './platform/closers.ts'
import { obtainSecret } from './platform/data-folder.ts'
import { assertGuards } from './platform/db/assert-guards.ts'
import { openDatabase } from './platform/db/database.ts'
import { openDatabaseServer } from './platform/db/database-server.ts'
import { startLoop } from './platform/events/relay.ts'
import { startRelay } from './platform/events/start-relay.ts'
import { createLimiter } from './platform/http/create-limiter.ts'
import { createPaging } from './platform/http/paging.ts'
import { createJobs, type JobHandlers } from './platform/jobs/create-jobs.ts'
import { sweepRows } from './platform/jobs/sweep-rows.ts'
import type { Lifecycle } from './platform/lifecycle.ts'
import { openTransport, sendNextMail } from './platform/mail/send-mail.ts'
import { newId } from './platform/new-id.ts'
import { createSignals } from './platform/realtime/create-signals.ts'
import { openLocalDisk } from './platform/storage/local-disk.ts'
import { sweepFiles } from './platform/storage/sweep.ts'
import { reapplyPolicies } from './service-levels/reapply-policies.ts'
import { workSilence } from './helpdesk/silence/work-silence.ts'
import { workSnoozes } from './helpdesk/attention/work-snoozes.ts'
import { sendMessages } from './helpdesk/drafts/send-messages.ts'
import { collectWords } from './helpdesk/search/collect-words.ts'
import { createDueCases } from './helpdesk/recurring/create-due-cases.ts'
import { workClocks } from './service-levels/work-clocks.ts'
import { workLetters } from './notices/work-letters.ts'

type Surroundings = {
  env: Environment
  log: Deps['log']
  lifecycle: Lifecycle
  closers: Closers
  /** Tells the person at the terminal. */
  say: (message: string) => void
}

/**
 * Opens everything that main and worker share, on a migrated database that guards itself.
 * What was opened is in `closers` at each moment, so that a start may be broken off anywhere.
 */
export async function compose({ env, log, lifecycle, closers, say }: Surroundings): Promise<Deps> {
  const secret = await obtainSecret(env)
  const server = await openDatabaseServer(env, say)
  closers.add(() => server.stop())
  await migrate(server.url, MIGRATIONS_FOLDER)
  await assertGuards(server.url)
  const database = openDatabase(server.url, env.DATABASE_CONNECTIONS)
  closers.add(() => database.close())
  const signals = await createSignals(server.url, log)
  closers.add(() => signals.close())
  const now = () => new Date()
  const storage = await openLocalDisk(env.DATA_FOLDER)
  const publicUrl = (env.PUBLIC_URL ?? `http://localhost:${String(env.PORT)}`).replace(/\/+$/u, '')
  const tokens = createTokens(secret)
  const world: Omit<Deps, 'jobs'> = {
    env,
    publicUrl,
    secret,
    database,
    paging: createPaging(secret),
    limiter: createLimiter(database, now, env.REQUESTS_PER_MINUTE),
    signals,
    storage,
    lifecycle,
    tokens,
    authenticate: createAuthenticate({ database, publicUrl, tokens, now }),
    now,
    newId,
    log,
  }
  const jobs = await createJobs(server.url, log, env.RUN_WORKER ? handlersIn(world) : null)
  closers.add(() => jobs.close())
  return { ...world, jobs }
}

function handlersIn(world: Omit<Deps, 'jobs'>): JobHandlers {
  return {
    'import-cases': ({ importId }) => runImport(world, importId),
    'invoice-run': ({ runId }) => carryOutRun(world, runId),
    'bulk-action': ({ bulkId }) => workBulkAction(world, bulkId),
    'sweep-files': () => sweepFiles(world.database, world.storage, world.now()),
    'sweep-rows': () => sweepRows(world.database, world.now()),
    'settle-agreements': () => settleAgreements(world, world.now()),
    'store-documents': () => storeMissingDocuments(world),
    'book-revenue': () => bookRevenue(world, world.now()),
    'reapply-policies': ({ cause }) => reapplyPolicies(world, cause),
    'work-clocks': () => workClocks(world, world.now()),
    'create-recurring-cases': () => createDueCases(world, world.now()),
    'work-silence': () => workSilence(world, world.now()),
    'work-time-rules': () => workTimeRules(world, world.now()),
    'work-snoozes': () => workSnoozes(world, world.now()),
    'send-messages': () => sendMessages(world, world.now()),
    'send-late-messages': () => sendMessages(world, world.now()),
    'work-letters': () => workLetters(world, world.now()),
    'collect-words': () => collectWords(world.database),
  }
}

/** Starts what works on its own: deliveries of events and mail. */
export function startBackground(deps: Deps, closers: Closers): void {
  const relay = startRelay(deps, createConsumers(deps))
  closers.add(() => relay.stop())
  const transport = openTransport(deps.env.SMTP_URL)
  const mail = startLoop(() => sendNextMail(deps, transport), deps.log)
  closers.add(() => mail.stop())
}
