import type { FastifyBaseLogger } from 'fastify'
import type { Environment } from './env.ts'
import type { Database } from './platform/db/database.ts'
import type { Paging } from './platform/http/paging.ts'
import type { Limiter } from './platform/http/limiter.ts'
import type { Jobs } from './platform/jobs/jobs.ts'
import type { Lifecycle } from './platform/lifecycle.ts'
import type { Storage } from './platform/storage/storage.ts'
import type { Signals } from './platform/realtime/signals.ts'
import type { Tokens } from './identity/access-tokens.ts'

/** The world as the server sees it; tests bring their own. */
export type Deps = {
  env: Environment
  /** The address that people use, without a slash at the end. */
  publicUrl: string
  /** Signs and derives keys; never leaves the process. */
  secret: string
  database: Database
  paging: Paging
  limiter: Limiter
  signals: Signals
  storage: Storage
  jobs: Jobs
  lifecycle: Lifecycle
  tokens: Tokens
  now: () => Date
  newId: () => string
  log: FastifyBaseLogger
}
