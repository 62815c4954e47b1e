import { MIGRATIONS_FOLDER } from '@timedesk/prisma/engine/folders'
import { migrate } from '@timedesk/prisma/engine/migrate'
import { Refusal } from '@timedesk/contracts/refusal'
import { readEnvironment } from '../env.ts'
import { createClosers } from '../platform/closers.ts'
import { assertGuards } from '../platform/db/assert-guards.ts'
import { openDatabase, type Database } from '../platform/db/database.ts'
import { openDatabaseServer } from '../platform/db/database-server.ts'
import { explainStart } from '../platform/explain-start.ts'
import { newId } from '../platform/new-id.ts'
import { openLocalDisk } from '../platform/storage/local-disk.ts'
import type { Storage } from '../platform/storage/storage.ts'

const CONNECTIONS = 4
const REFUSED = 1

/** What a command line works on: the migrated database and the files of the environment. */
export type World = {
  database: Database
  storage: Storage
  now: () => Date
  newId: () => string
}

/** Thrown for what the person at the terminal can put right; shown as one line. */
export class CommandError extends Error {}

/**
 * Runs one command on the database of DATABASE_URL, or on the embedded one of DATA_FOLDER, also while Timedesk runs
 * on it. Ends the process with the status that the work resolves with; a failure is one line on stderr.
 */
export async function runCommand(work: (world: World) => Promise<number>): Promise<void> {
  const closers = createClosers()
  let status: number
  try {
    const env = readEnvironment()
    const server = await openDatabaseServer(env, tell)
    closers.add(() => server.stop())
    await migrate(server.url, MIGRATIONS_FOLDER)
    await assertGuards(server.url)
    const database = openDatabase(server.url, CONNECTIONS)
    closers.add(() => database.close())
    const storage = await openLocalDisk(env.DATA_FOLDER)
    status = await work({ database, storage, now: () => new Date(), newId })
  } catch (error) {
    const told = explain(error)
    tell(told.line)
    status = told.status
  }
  await closers.closeAll().catch((error: unknown) => {
    tell(explain(error).line)
  })
  process.exitCode = status
}

/** Tells the person at the terminal, apart from what a command prints as its result. */
export function tell(message: string): void {
  process.stderr.write(`${message}\n`)
}

function explain(error: unknown): { line: string; status: number } {
  if (error instanceof CommandError || error instanceof Refusal) return { line: error.message, status: REFUSED }
  return explainStart(error)
}
