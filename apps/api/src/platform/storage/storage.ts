import type { Readable } from 'node:stream'

export interface StoredFile {
  storageKey: string
  sizeBytes: number
  sha256: string
  /** Told by the first bytes, never by the name. */
  contentType: string
}

export interface Storage {
  /**
   * Streams a file to its place: hashed, fsynced and renamed before this resolves.
   * Refuses with `body_too_large` past `sizeBytesMax` and with `storage_full` when there is no room; leaves nothing behind then.
   */
  store: (content: Readable, options: { name: string; sizeBytesMax: number }) => Promise<StoredFile>
  /** Opens a stored file; null when it is gone. */
  open: (storageKey: string, range?: { start: number; end: number }) => Promise<Readable | null>
  remove: (storageKey: string) => Promise<void>
  /** Every stored key with the time it was written, for the sweep. */
  list: () => AsyncIterable<{ storageKey: string; writtenAt: Date }>
}
