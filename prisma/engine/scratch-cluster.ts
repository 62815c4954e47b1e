import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { stopServer } from './cluster.ts'
import { startPostgres, type EmbeddedPostgres } from './embedded-postgres.ts'
import { findPostgresPrograms } from './postgres-programs.ts'
import { findRunAs } from './run-as.ts'

const PREFIX = 'timedesk-scratch-'

/** Fast, and of no use after a crash: for databases that live as long as a test run or a check. */
const WITHOUT_DURABILITY = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200']

/**
 * Starts an empty PostgreSQL server in a temporary folder; `stop` removes it with
 * all it holds. What killed processes left behind is removed first.
 */
export async function startScratchCluster(): Promise<EmbeddedPostgres> {
  await sweep()
  const folder = await mkdtemp(path.join(tmpdir(), `${PREFIX}${process.pid}-`))
  // PostgreSQL may run as another user, who has to pass.
  await chmod(folder, 0o755)
  const server = await startPostgres({ dataFolder: folder, settings: WITHOUT_DURABILITY, log: () => undefined })
  return {
    ...server,
    async stop() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : Number.NaN
    if (!(pid > 0) || isAlive(pid)) continue
    const folder = path.join(tmpdir(), name, 'postgres')
    const runAs = await findRunAs(folder).catch(() => undefined)
    if (runAs === undefined) continue
    await stopServer({ folder, runAs, programs: await findPostgresPrograms(runAs) }).catch(() => undefined)
    await rm(path.dirname(folder), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM'
  }
}
