import fs, { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { Refusal } from '@timedesk/contracts/refusal'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openLocalDisk } from './local-disk.ts'

type FileHandle = Awaited<ReturnType<typeof fs.open>>
type Disk = NonNullable<Parameters<typeof openLocalDisk>[1]>

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'timedesk-disk-'))
})
afterEach(() => rm(folder, { recursive: true }))

const limit = { name: 'a', sizeBytesMax: 100 }
const content = (text: string) => Readable.from([Buffer.from(text)])
const filesBelow = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())

/** The real disk, that tells what is done to it in which order. */
function watchedDisk(deeds: string[], change: (handle: FileHandle) => void = () => undefined): Disk {
  const placeOf = (file: unknown) => (String(file).includes('incoming') ? 'draft' : 'folder')
  return {
    ...fs,
    open: async (file, flags, mode) => {
      const handle = await fs.open(file, flags, mode)
      const sync = handle.sync.bind(handle)
      handle.sync = () => {
        deeds.push(`sync ${placeOf(file)}`)
        return sync()
      }
      change(handle)
      return handle
    },
    rename: (from, to) => {
      deeds.push('rename')
      return fs.rename(from, to)
    },
  }
}

test('a file is on disk before it has its name, and its name before it is told', async () => {
  const deeds: string[] = []
  const storage = await openLocalDisk(folder, watchedDisk(deeds))
  await storage.store(content('hello'), limit)

  expect(deeds).toEqual(['sync draft', 'sync folder', 'rename', 'sync folder'])
})

test('what is stored has its size, hash and type, and can be read and removed', async () => {
  const storage = await openLocalDisk(folder)
  const { storageKey, ...facts } = await storage.store(content('hello'), limit)
  const read = await storage.open(storageKey)

  expect(facts).toEqual({
    sizeBytes: 5,
    sha256: '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
    contentType: 'text/plain',
  })
  expect(read === null ? null : (await buffer(read)).toString()).toBe('hello')
  await storage.remove(storageKey)
  expect(await storage.open(storageKey)).toBeNull()
})

test('a full disk is refused with storage_full and leaves nothing', async () => {
  const full = (handle: FileHandle) => {
    handle.write = () => Promise.reject(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }))
  }
  const storage = await openLocalDisk(folder, watchedDisk([], full))

  await expect(storage.store(content('hello'), limit)).rejects.toEqual(new Refusal('storage_full'))
  expect(await filesBelow()).toEqual([])
})

test('a stream that grows past the limit is refused and leaves nothing', async () => {
  const storage = await openLocalDisk(folder)

  await expect(storage.store(content('x'.repeat(101)), limit)).rejects.toMatchObject({ code: 'body_too_large' })
  expect(await filesBelow()).toEqual([])
})

test('a key that is no key never reaches the disk', async () => {
  const storage = await openLocalDisk(folder)

  await expect(storage.open('../../etc/passwd')).rejects.toThrow('is not a storage key')
})
