import { readFile, rm, writeFile } from 'node:fs/promises'

/** Whether this process answers for a running server. */
export type Ownership = {
  /** Gives it up; true when it was ours, and what it stood for is now to be ended. */
  release: () => Promise<boolean>
}

/**
 * Marks this process as the owner, unless a living process already is. The mark
 * holds the process's start beside its number, because numbers are used again.
 */
export async function claimOwnership(file: string): Promise<Ownership> {
  const own = await describe(process.pid)
  const held = await readFile(file, 'utf8').catch(() => '')
  const holder = Number.parseInt(held, 10)
  if (held !== own && holder > 0 && (await describe(holder)) === held) return { release: () => Promise.resolve(false) }

  await writeFile(file, own, { mode: 0o600 })
  return {
    async release() {
      if ((await readFile(file, 'utf8').catch(() => '')) !== own) return false
      await rm(file, { force: true })
      return true
    },
  }
}

/** `pid start`, or `pid` alone where the system does not tell; empty when no such process lives. */
async function describe(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  // The name in parentheses may hold spaces; after it come the state (field 3) and the start time (field 22).
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields !== undefined) return fields[0] === 'Z' ? '' : `${pid} ${fields[19] ?? ''}`
  try {
    process.kill(pid, 0)
    return String(pid)
  } catch {
    return ''
  }
}
