import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import pg from 'pg'

import { APPLICATION_ROLE, DATABASE_NAME, prepareApplicationDatabase } from './application-database.ts'
import {
  findFreePort,
  initialise,
  readServerPid,
  removeStalePid,
  startServer,
  stopServer,
  type Cluster,
} from './cluster.ts'
import { claimOwnership, type Ownership } from './ownership.ts'
import { findPostgresPrograms, SYSTEM_FOLDER } from './postgres-programs.ts'
import { findRunAs, mayEnter } from './run-as.ts'

const READY_TIMEOUT_MS = 20_000
const RETRY_PAUSE_MS = 100
const CONNECT_TIMEOUT_MS = 2_000
const PASSWORD_BYTES = 24

type Options = {
  /** Holds the cluster in `postgres/` and its passwords and port in `postgres.json`, readable by its owner only. */
  dataFolder: string
  /** The port to prefer; a free one is taken and remembered otherwise. */
  port?: number
  /** Further settings of postgresql.conf, each as `name=value`. */
  settings?: string[]
  log: (message: string) => void
}

export type EmbeddedPostgres = {
  /** The application's own database, signed in as its owner, who is no superuser. */
  url: string
  /** The same server as superuser, for making and dropping databases. Never for the application. */
  superuserUrl: string
  /** Stops the server, unless another living process owns it. */
  stop: () => Promise<void>
}

type Saved = { clusterFolder: string; port: number; superuserPassword: string; applicationPassword: string }

/**
 * Runs the PostgreSQL that comes with Timedesk in a folder of its own. A server
 * that an earlier process left behind in that folder is adopted when it answers;
 * what a crash left is repaired. When two processes share a folder, the second
 * uses the first one's server, and only the first stops it.
 */
export async function startPostgres({ dataFolder, port, settings = [], log }: Options): Promise<EmbeddedPostgres> {
  await mkdir(dataFolder, { recursive: true })
  const file = path.join(path.resolve(dataFolder), 'postgres.json')
  const saved = await readSaved(file)
  if (port !== undefined) saved.port = port
  const runAs = await findRunAs(saved.clusterFolder)
  const cluster: Cluster = { folder: saved.clusterFolder, runAs, programs: await findPostgresPrograms(runAs) }

  if ((await stat(cluster.folder).catch(() => undefined)) === undefined) {
    log(`Making a new database in ${cluster.folder}`)
    await initialise(cluster, saved.superuserPassword)
  }
  saved.port = await adoptOrStart(cluster, saved, settings, log)
  await save(file, saved)

  const superuserUrl = urlOf(saved, 'postgres', saved.superuserPassword, 'postgres')
  await prepareApplicationDatabase(superuserUrl, saved.applicationPassword)
  const ownership: Ownership = await claimOwnership(`${file}.owner`)
  return {
    url: urlOf(saved, APPLICATION_ROLE, saved.applicationPassword, DATABASE_NAME),
    superuserUrl,
    async stop() {
      if (!(await ownership.release())) return
      await stopServer(cluster)
    },
  }
}

/** Resolves with the port of the running server. */
async function adoptOrStart(
  cluster: Cluster,
  saved: Saved,
  settings: string[],
  log: (message: string) => void,
): Promise<number> {
  const deadline = Date.now() + READY_TIMEOUT_MS
  await removeStalePid(cluster.folder)
  for (;;) {
    const running = await readServerPid(cluster.folder)
    if (running !== undefined && (await answers(cluster.folder, { ...saved, port: running.port }))) {
      log('Adopted the database server that was already running')
      return running.port
    }
    const port = await findFreePort(saved.port)
    try {
      await startServer(cluster, port, settings)
      return port
    } catch (cause) {
      // Another process may be starting it, or backends of a killed server may still be leaving: look again.
      if (Date.now() > deadline) throw cause
      await pause(RETRY_PAUSE_MS)
    }
  }
}

async function answers(folder: string, saved: Saved): Promise<boolean> {
  const connectionString = urlOf(saved, 'postgres', saved.superuserPassword, 'postgres')
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: CONNECT_TIMEOUT_MS })
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory')
    return rows[0]?.data_directory === folder
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function readSaved(file: string): Promise<Saved> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text !== undefined) return JSON.parse(text) as Saved

  const password = () => randomBytes(PASSWORD_BYTES).toString('hex')
  const saved = {
    clusterFolder: await chooseClusterFolder(path.dirname(file)),
    port: 0,
    superuserPassword: password(),
    applicationPassword: password(),
  }
  await save(file, saved)
  return saved
}

/** Below the data folder, unless PostgreSQL's user cannot get there, as when root starts a clone in /root. */
async function chooseClusterFolder(dataFolder: string): Promise<string> {
  const beside = path.join(dataFolder, 'postgres')
  if (await mayEnter(await findRunAs(beside), dataFolder)) return beside
  await mkdir(SYSTEM_FOLDER, { recursive: true, mode: 0o755 })
  return path.join(SYSTEM_FOLDER, `postgres-${randomBytes(4).toString('hex')}`)
}

async function save(file: string, saved: Saved): Promise<void> {
  const draft = `${file}.${process.pid}`
  await writeFile(draft, JSON.stringify(saved, null, 2), { mode: 0o600 })
  await rename(draft, file)
}

function urlOf({ port }: Saved, user: string, password: string, database: string): string {
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`
}
