import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'

import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { startPostgres, type EmbeddedPostgres } from './embedded-postgres.ts'

const OTHER_PROCESS = `
  import { startPostgres } from ${JSON.stringify(path.join(import.meta.dirname, 'embedded-postgres.ts'))}
  const server = await startPostgres({ dataFolder: process.argv[1], log: () => undefined })
  process.on('SIGTERM', async () => { await server.stop(); process.exit(0) })
  console.log(server.url)
  setInterval(() => undefined, 1000)`

let dataFolder: string
let servers: EmbeddedPostgres[]
let others: ChildProcess[]

beforeEach(async () => {
  dataFolder = await mkdtemp(path.join(tmpdir(), 'timedesk-postgres-'))
  await chmod(dataFolder, 0o755)
  servers = []
  others = []
})
afterEach(async () => {
  for (const other of others) if (other.exitCode === null) other.kill('SIGKILL')
  for (const server of [...servers, await start()]) await server.stop()
  await rm(dataFolder, { recursive: true, force: true })
})

test('gives the application a database, but no right over the server', async () => {
  const { url } = await start()

  expect(
    await query(url, 'SELECT current_user, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user'),
  ).toEqual([{ current_user: 'timedesk', rolsuper: false, rolbypassrls: false }])
  expect(
    await query(url, `SELECT current_setting('data_checksums') AS checksums, current_setting('fsync') AS fsync`),
  ).toEqual([{ checksums: 'on', fsync: 'on' }])
})

test('keeps its passwords to its own user and listens to this machine only', async () => {
  const { url } = await start()

  expect((await stat(path.join(dataFolder, 'postgres.json'))).mode & 0o777).toBe(0o600)
  expect(await query(url, `SELECT current_setting('listen_addresses') AS addresses`)).toEqual([
    { addresses: '127.0.0.1' },
  ])
  const withoutPassword = new URL(url)
  withoutPassword.password = 'guess'
  await expect(query(withoutPassword.href, 'SELECT 1')).rejects.toThrow('password authentication failed')
})

test('a second start finds the data and the port of the first', async () => {
  const first = await start()
  await query(first.url, 'CREATE TABLE kept (id INT)')
  await first.stop()

  const second = await start()

  expect(second.url).toBe(first.url)
  expect(await query(second.url, 'SELECT * FROM kept')).toEqual([])
})

test('adopts the server of a killed process, and then stops it', async () => {
  const { other, url } = await startInOtherProcess()
  await query(url, 'CREATE TABLE kept (id INT)')
  const pid = await serverPid()
  other.kill('SIGKILL')
  await once(other, 'exit')

  const adopted = await start()

  expect(await serverPid()).toBe(pid)
  expect(await query(adopted.url, 'SELECT * FROM kept')).toEqual([])
  await adopted.stop()
  await expect(query(url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED')
})

test('repairs a database whose server was killed too', async () => {
  const { other, url } = await startInOtherProcess()
  await query(url, 'CREATE TABLE kept (id INT)')
  process.kill(await serverPid(), 'SIGKILL')
  other.kill('SIGKILL')
  await once(other, 'exit')

  const repaired = await start()

  expect(await query(repaired.url, 'SELECT * FROM kept')).toEqual([])
})

test('is not misled by a process number that another program has now', async () => {
  await (await start()).stop()
  const lines = [process.pid, path.join(dataFolder, 'postgres'), 1, 5432, '', '127.0.0.1', '', 'ready']
  await writeFile(path.join(dataFolder, 'postgres', 'postmaster.pid'), lines.join('\n'))

  const { url } = await start()

  expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
})

test('a second process uses the server of the first and leaves it running', async () => {
  const first = await start()
  const { other, url } = await startInOtherProcess()
  expect(url).toBe(first.url)

  other.kill('SIGTERM')
  await once(other, 'exit')

  expect(await query(first.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
})

async function start(): Promise<EmbeddedPostgres> {
  const server = await startPostgres({ dataFolder, log: () => undefined })
  servers.push(server)
  return server
}

async function startInOtherProcess(): Promise<{ other: ChildProcess; url: string }> {
  const other = spawn(process.execPath, ['--input-type=module-typescript', '--eval', OTHER_PROCESS, dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH },
  })
  others.push(other)
  const [url] = (await once(createInterface(other.stdout), 'line')) as [string]
  return { other, url }
}

async function serverPid(): Promise<number> {
  return Number.parseInt(await readFile(path.join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8'), 10)
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}
