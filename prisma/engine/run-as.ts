import { execFile } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

const POSTGRES_USER = 'postgres'

/** The user a server process runs under; empty when it is the user of this process. */
export type RunAs = { uid?: number; gid?: number }

/**
 * PostgreSQL refuses to run as root. A root process hands it to the owner of its
 * cluster, or to the system user `postgres` for a new one, which is created when
 * it is missing. Any other user runs PostgreSQL as itself.
 *
 * Throws a fault when this user may not open an existing cluster.
 */
export async function findRunAs(clusterFolder: string): Promise<RunAs> {
  const ownUid = process.getuid?.()
  if (ownUid === undefined) return {}

  const owner = await stat(clusterFolder).catch(() => undefined)
  if (ownUid !== 0) {
    if (owner === undefined || owner.uid === ownUid) return {}
    throw new Error(
      `The database in ${clusterFolder} belongs to another user of this machine (uid ${owner.uid}). ` +
        'Start Timedesk as that user or as root.',
    )
  }
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }

  const existing = await findSystemUser()
  if (existing !== undefined) return existing
  await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', POSTGRES_USER])
  const created = await findSystemUser()
  if (created === undefined) throw new Error(`The system user ${POSTGRES_USER} could not be created.`)
  return created
}

async function findSystemUser(): Promise<RunAs | undefined> {
  const accounts = await readFile('/etc/passwd', 'utf8')
  const account = accounts.split('\n').find((line) => line.startsWith(`${POSTGRES_USER}:`))
  const [, , uid, gid] = account?.split(':') ?? []
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) }
}

/** Whether this user may enter a folder, that is, pass each folder on the way to it. */
export async function mayEnter(runAs: RunAs, folder: string): Promise<boolean> {
  const { uid, gid } = runAs
  if (uid === undefined || gid === undefined) return true

  for (let step = path.resolve(folder); ; step = path.dirname(step)) {
    const entry = await stat(step).catch(() => undefined)
    if (entry !== undefined) {
      const shift = entry.uid === uid ? 6 : entry.gid === gid ? 3 : 0
      if (((entry.mode >> shift) & 1) === 0) return false
    }
    if (step === path.dirname(step)) return true
  }
}
