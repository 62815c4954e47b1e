import type { FastifyBaseLogger } from 'fastify'
import type { Environment } from '../env.ts'
import type { Database } from './db/database.ts'
import type { Paging } from './http/paging.ts'
import type { Limiter } from './http/limiter.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { Lifecycle } from './lifecycle.ts'
import type { Storage } from './storage/storage.ts'
import type { Signals } from './realtime/signals.ts'
import type { Authenticate } from './access/authenticate.ts'
import type { Tokens } from './access/access-tokens.ts'

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
  authenticate: Authenticate
  now: () => Date
  newId: () => string
  log: FastifyBaseLogger
}
