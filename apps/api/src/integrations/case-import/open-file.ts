import type { Readable } from 'node:stream'
import type { Storage } from '../../platform/storage/storage.ts'
import { UnreadableFileError } from './read-csv.ts'

/** Opens the stored file of an import. Throws an UnreadableFileError when it is gone. */
export async function openFile(storage: Storage, storageKey: string): Promise<Readable> {
  const content = await storage.open(storageKey)
  if (content === null) throw new UnreadableFileError('The file of the import is gone.')
  return content
}
