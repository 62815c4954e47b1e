import { randomBytes } from 'node:crypto'

import pg from 'pg'

import { APPLICATION_ROLE, DATABASE_NAME } from './application-database.ts'
import { MIGRATIONS_FOLDER } from './folders.ts'
import { migrate } from './migrate.ts'
import { startScratchCluster } from './scratch-cluster.ts'

/** What a test worker needs to know of the cluster. Plain text, so that it can be handed to another process. */
export type TestCluster = { url: string; superuserUrl: string }

export type TestDatabase = {
  /** The database, signed in as the application's role. */
  url: string
  drop: () => Promise<void>
}

/**
 * Starts one PostgreSQL server for a test run, with a migrated database that the
 * tests' own are copied from. Not durable, and gone after `stop`.
 */
export async function startTestCluster(): Promise<TestCluster & { stop: () => Promise<void> }> {
  const server = await startScratchCluster()
  try {
    await migrate(server.url, MIGRATIONS_FOLDER)
    return server
  } catch (cause) {
    await server.stop()
    throw cause
  }
}

/** Makes a migrated, empty database of one's own in a few hundredths of a second. */
export async function createTestDatabase({ url, superuserUrl }: TestCluster): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await execute(superuserUrl, `CREATE DATABASE ${name} TEMPLATE ${DATABASE_NAME} OWNER ${APPLICATION_ROLE}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  return { url: own.href, drop: () => execute(superuserUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) }
}

async function execute(superuserUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
