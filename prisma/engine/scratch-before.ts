import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import pg from 'pg'

import { MIGRATIONS_FOLDER } from './folders.ts'
import { migrate } from './migrate.ts'
import { startScratchCluster } from './scratch-cluster.ts'

/** A database as it was when a migration was the last one, so that what was written then can be taken along. */
export async function startScratchBefore(lastMigration: string) {
  const server = await startScratchCluster()
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  const before = await mkdtemp(path.join(tmpdir(), 'timedesk-before-'))
  for (const name of await readdir(MIGRATIONS_FOLDER)) {
    if (name <= lastMigration)
      await cp(path.join(MIGRATIONS_FOLDER, name), path.join(before, name), { recursive: true })
  }
  await migrate(server.url, before)
  return {
    url: server.url,
    client,
    async stop() {
      await client.end()
      await server.stop()
      await rm(before, { recursive: true, force: true })
    },
  }
}
