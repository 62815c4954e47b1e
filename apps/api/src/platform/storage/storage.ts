import type { Readable } from 'node:stream'

export type StoredFile = {
  storageKey: string
  sizeBytes: number
  sha256: string
  /** Told by the first bytes, never by the name. */
  contentType: string
}

export type Storage = {
  /**
   * Streams a file to its place: hashed, fsynced and renamed before this resolves.
   * Refuses with `body_too_large` past `sizeBytesMax` and with `storage_full` when there is no room; leaves nothing behind then.
   */
  store: (content: Readable, options: { name: string; sizeBytesMax: number }) => Promise<StoredFile>
  /** Opens a stored file; null when it is gone. */
  open: (storageKey: string, range?: { start: number; end: number }) => Promise<Readable | null>
  remove: (storageKey: string) => Promise<void>
  /** Writes and removes a file; rejects when this cannot be done. */
  assertWritable: () => Promise<void>
  /** Every stored key with the time it was written, for the sweep. */
  list: () => AsyncIterable<{ storageKey: string; writtenAt: Date }>
}
