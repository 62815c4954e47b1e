import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'

import type { PostgresPrograms } from './postgres-programs.ts'
import type { RunAs } from './run-as.ts'

const START_SECONDS_MAX = 60
const STOP_SECONDS_MAX = 30
const LOG_LINES_TOLD = 3

/** A folder with the files of one PostgreSQL server, and who may run it. */
export type Cluster = { folder: string; runAs: RunAs; programs: PostgresPrograms }

/**
 * Makes an empty cluster with data checksums, UTF-8 and a locale that is the same
 * on every machine. It appears under its name only when it is complete, so a
 * crash on the way leaves nothing that looks like a database.
 */
export async function initialise({ folder, runAs, programs }: Cluster, superuserPassword: string): Promise<void> {
  const draft = `${folder}.new`
  const passwordFile = `${folder}.password`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { recursive: true, mode: 0o700 })
  await writeFile(passwordFile, superuserPassword, { mode: 0o600 })
  if (runAs.uid !== undefined && runAs.gid !== undefined) {
    await chown(draft, runAs.uid, runAs.gid)
    await chown(passwordFile, runAs.uid, runAs.gid)
  }
  try {
    await programs.run('initdb', [
      `--pgdata=${draft}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--data-checksums',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--locale=C',
      '--builtin-locale=C.UTF-8',
    ])
    await rename(draft, folder)
  } finally {
    await rm(passwordFile, { force: true })
  }
}

/** Starts the server on 127.0.0.1 and resolves when it answers. Each setting is a `name=value` of postgresql.conf. */
export async function startServer({ folder, programs }: Cluster, port: number, settings: string[]): Promise<void> {
  const all = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    "unix_socket_directories=''",
    'timezone=UTC',
    'logging_collector=on',
    'log_filename=postgres-%a.log',
    'log_truncate_on_rotation=on',
    'log_rotation_size=0',
    ...settings,
  ]
  const log = path.join(folder, 'start.log')
  try {
    await programs.run('pg_ctl', [
      'start',
      '--silent',
      '--wait',
      `--timeout=${START_SECONDS_MAX}`,
      `--pgdata=${folder}`,
      `--log=${log}`,
      `--options=${all.map((setting) => `-c ${setting}`).join(' ')}`,
    ])
  } catch (cause) {
    const words = await readFile(log, 'utf8').catch(() => '')
    throw new Error(
      `PostgreSQL does not start in ${folder}. ${words.trim().split('\n').slice(-LOG_LINES_TOLD).join(' ')}`,
      { cause },
    )
  }
}

/** Stops the server in the fast way: running statements are rolled back, everything committed is on disk. */
export async function stopServer({ folder, programs }: Cluster): Promise<void> {
  if ((await readServerPid(folder)) === undefined) return
  await programs.run('pg_ctl', [
    'stop',
    '--silent',
    '--wait',
    '--mode=fast',
    `--timeout=${STOP_SECONDS_MAX}`,
    `--pgdata=${folder}`,
  ])
}

/** What `postmaster.pid` tells about a server that runs in this folder, or once did. */
export async function readServerPid(folder: string): Promise<{ pid: number; port: number } | undefined> {
  const text = await readFile(path.join(folder, 'postmaster.pid'), 'utf8').catch(() => undefined)
  const lines = text?.split('\n') ?? []
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  return pid > 0 && port > 0 ? { pid, port } : undefined
}

/**
 * Removes a `postmaster.pid` whose number meanwhile belongs to another program,
 * which happens after a restart of the machine: PostgreSQL itself would refuse
 * to start beside it.
 */
export async function removeStalePid(folder: string): Promise<void> {
  const server = await readServerPid(folder)
  if (server === undefined || process.platform !== 'linux') return
  const command = await readFile(`/proc/${server.pid}/comm`, 'utf8').catch(() => '')
  if (command.trim() !== 'postgres') await rm(path.join(folder, 'postmaster.pid'), { force: true })
}

/** The wished port when it is free, else one that is. */
export async function findFreePort(wished: number): Promise<number> {
  return (await tryPort(wished)) ?? (await tryPort(0)) ?? wished
}

async function tryPort(port: number): Promise<number | undefined> {
  const server = createServer()
  return new Promise((resolve) => {
    server.once('error', () => {
      resolve(undefined)
    })
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address()
      server.close(() => {
        resolve(address !== null && typeof address === 'object' ? address.port : undefined)
      })
    })
  })
}
