import { randomBytes } from 'node:crypto'
import nodeFs, { type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { Refusal } from '@timedesk/contracts/refusal'
import { createMeasure } from './measure.ts'
import type { Storage } from './storage.ts'

const KEY_BYTES = 20
const KEY_PATTERN = /^[0-9a-f]{2}\/[0-9a-f]{38}$/u
const ABANDONED_AFTER_MS = 24 * 60 * 60 * 1000
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

type Disk = Pick<typeof nodeFs, 'mkdir' | 'open' | 'opendir' | 'readdir' | 'rename' | 'rm' | 'stat'>

/**
 * Files below `folder/files`, under random names that tell nothing of their content. A file appears under its name
 * only when it is complete and on disk; until then it is in `incoming`, on the same file system.
 */
export async function openLocalDisk(folder: string, disk: Disk = nodeFs): Promise<Storage> {
  const root = path.join(folder, 'files')
  const incoming = path.join(root, 'incoming')
  await disk.mkdir(incoming, { recursive: true, mode: 0o700 })
  await removeAbandoned(disk, incoming)

  return {
    async store(content, { sizeBytesMax }) {
      const draft = path.join(incoming, randomBytes(KEY_BYTES).toString('hex'))
      const measure = createMeasure(sizeBytesMax)
      try {
        await writeDraft(disk, draft, content, measure.see)
        return { storageKey: await place(disk, root, draft), ...measure.result() }
      } catch (error) {
        await disk.rm(draft, { force: true })
        throw FULL.has(codeOf(error)) ? new Refusal('storage_full') : error
      }
    },
    async open(storageKey, range) {
      const handle = await disk.open(placeOf(root, storageKey), 'r').catch(ignoreMissing)
      return handle?.createReadStream(range) ?? null
    },
    async remove(storageKey) {
      await disk.rm(placeOf(root, storageKey), { force: true })
    },
    async *list() {
      for (const shard of await disk.readdir(root)) {
        if (!/^[0-9a-f]{2}$/u.test(shard)) continue
        for await (const { name } of await disk.opendir(path.join(root, shard))) {
          const found = await disk.stat(path.join(root, shard, name)).catch(ignoreMissing)
          if (found !== undefined) yield { storageKey: `${shard}/${name}`, writtenAt: found.mtime }
        }
      }
    },
    async assertWritable() {
      const file = path.join(incoming, `check-${randomBytes(KEY_BYTES).toString('hex')}`)
      await (await disk.open(file, 'wx')).close()
      await disk.rm(file)
    },
  }
}

async function writeDraft(disk: Disk, draft: string, content: Readable, see: (chunk: Buffer) => void): Promise<void> {
  const handle = await disk.open(draft, 'wx', 0o600)
  try {
    for await (const chunk of content as AsyncIterable<Buffer>) {
      see(chunk)
      await writeAll(handle, chunk)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function writeAll(handle: FileHandle, chunk: Buffer): Promise<void> {
  for (let written = 0; written < chunk.length;) written += (await handle.write(chunk, written)).bytesWritten
}

/** Gives the draft its name. The folder is synced too: without it a power cut may forget the name. */
async function place(disk: Disk, root: string, draft: string): Promise<string> {
  const name = randomBytes(KEY_BYTES).toString('hex')
  const shard = path.join(root, name.slice(0, 2))
  const made = await disk.mkdir(shard, { recursive: true, mode: 0o700 })
  if (made !== undefined) await syncFolder(disk, root)
  await disk.rename(draft, path.join(shard, name.slice(2)))
  await syncFolder(disk, shard)
  return `${name.slice(0, 2)}/${name.slice(2)}`
}

async function syncFolder(disk: Disk, folder: string): Promise<void> {
  const handle = await disk.open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** What a killed process left half-written. */
async function removeAbandoned(disk: Disk, incoming: string): Promise<void> {
  const before = Date.now() - ABANDONED_AFTER_MS
  for (const name of await disk.readdir(incoming)) {
    const found = await disk.stat(path.join(incoming, name)).catch(ignoreMissing)
    if (found !== undefined && found.mtimeMs < before) await disk.rm(path.join(incoming, name), { force: true })
  }
}

function placeOf(root: string, storageKey: string): string {
  if (!KEY_PATTERN.test(storageKey)) throw new Error(`${storageKey} is not a storage key`)
  return path.join(root, storageKey)
}

function ignoreMissing(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error
}

function codeOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException).code)
}
