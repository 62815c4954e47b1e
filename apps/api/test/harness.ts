import { createTestDatabase } from '@timedesk/prisma/engine/test-databases'
import Fastify, { type FastifyInstance } from 'fastify'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inject } from 'vitest'
import { buildApp } from '../src/app.ts'
import type { Deps } from '../src/platform/deps.ts'
import { parseEnvironment } from '../src/env.ts'
import { createAuthenticate } from '../src/identity/authenticate.ts'
import { createTokens } from '../src/platform/access/access-tokens.ts'
import { openDatabase, type Database } from '../src/platform/db/database.ts'
import { createPaging } from '../src/platform/http/paging.ts'
import { createLifecycle } from '../src/platform/lifecycle.ts'
import { newId } from '../src/platform/new-id.ts'
import { openLocalDisk } from '../src/platform/storage/local-disk.ts'

export const SECRET = 'a secret for tests that is long enough'
export const ORIGIN = 'http://localhost:3000'

/** A server on a database of its own, with a clock that the test can move. */
export type TestServer = {
  app: FastifyInstance
  deps: Deps
  database: Database
  /** The database's address, for tests that look at it as another role. */
  url: string
  /** The present moment of the server; assign to move the clock. */
  clock: { now: Date }
}

/** Starts a server for one test file; it ends with the test or file that started it. */
export async function startServer(overrides: Partial<Deps> = {}): Promise<TestServer & { close: () => Promise<void> }> {
  const testDatabase = await createTestDatabase(inject('testCluster'))
  const database = openDatabase(testDatabase.url, 8)
  const folder = await mkdtemp(path.join(tmpdir(), 'timedesk-files-'))
  const clock = { now: new Date('2026-03-02T09:00:00.000Z') }
  const now = () => clock.now
  const tokens = createTokens(SECRET)
  const deps: Deps = {
    env: parseEnvironment({ LOG_LEVEL: 'silent' }),
    publicUrl: ORIGIN,
    secret: SECRET,
    database,
    paging: createPaging(SECRET),
    limiter: { take: () => Promise.resolve() },
    signals: { publish: () => undefined, subscribe: () => () => undefined },
    storage: await openLocalDisk(folder),
    jobs: { enqueue: () => Promise.resolve() },
    lifecycle: createLifecycle(),
    tokens,
    authenticate: createAuthenticate({ database, publicUrl: ORIGIN, tokens, now }),
    now,
    newId,
    log: Fastify({ logger: false }).log,
    ...overrides,
  }
  const app = await buildApp(deps)
  await app.ready()
  return {
    app,
    deps,
    database,
    url: testDatabase.url,
    clock,
    close: async () => {
      await app.close()
      await database.close()
      await testDatabase.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
