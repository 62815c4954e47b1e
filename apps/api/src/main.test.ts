import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createTestDatabase } from '@timedesk/prisma/engine/test-databases'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'

const MAIN = path.join(import.meta.dirname, 'main.ts')

let dataFolder: string

beforeEach(async () => {
  dataFolder = await mkdtemp(path.join(tmpdir(), 'timedesk-start-'))
})
afterEach(() => rm(dataFolder, { recursive: true }))

/** The program itself, with this environment and nothing of ours. */
function start(env: Record<string, string>) {
  const child = spawn(process.execPath, ['--no-warnings', MAIN], {
    env: { DATA_FOLDER: dataFolder, PORT: '0', ...env },
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk) => (said.out += String(chunk)))
  child.stderr.on('data', (chunk) => (said.err += String(chunk)))
  const ended = once(child, 'exit').then(([status]) => status as number | null)
  return { child, said, ended }
}

test.for([
  { env: { PORT: 'eighty' }, line: 'PORT: must be a port number' },
  { env: { DEMO_COMPANY: 'perhaps' }, line: 'DEMO_COMPANY: Invalid option: expected one of "true"|"false"' },
  { env: { TIMEDESK_SECRET: 'short' }, line: 'TIMEDESK_SECRET: must have at least 32 characters' },
  {
    env: { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' },
    line: 'DATABASE_URL: 127.0.0.1:1 refuses: connect ECONNREFUSED 127.0.0.1:1',
  },
])('$line is one line and exit status 2', async ({ env, line }) => {
  const { said, ended } = start(env)

  expect(await ended).toBe(2)
  expect(said).toEqual({ out: '', err: `Timedesk cannot start: ${line}\n` })
})

test('a superuser is refused, because nothing would guard the customers from one another', async () => {
  const { said, ended } = start({ DATABASE_URL: inject('testCluster').superuserUrl })

  expect(await ended).toBe(2)
  expect(said.err).toMatch(/^Timedesk cannot start: DATABASE_URL: the user postgres stands above row-level security/u)
})

test('an empty database gets a first administrator, and SIGTERM ends all with status 0', async () => {
  const database = await createTestDatabase(inject('testCluster'))
  const { child, said, ended } = start({
    DATABASE_URL: database.url,
    DEMO_COMPANY: 'false',
    ADMIN_EMAIL: 'Boss@example.test',
  })

  await expect.poll(() => said.out, { timeout: 15_000 }).toContain('Timedesk is ready')
  expect(said.out).toMatch(/\/desk\/set-password#secret=[\w-]{43}\n/u)
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  expect(said.err).toBe('')

  const secret = path.join(dataFolder, 'secret')
  expect([(await stat(secret)).mode & 0o777, (await readFile(secret, 'utf8')).length]).toEqual([0o600, 64])
  await database.drop()
})
