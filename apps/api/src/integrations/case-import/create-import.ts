import type { ImportMapping } from '@timedesk/contracts/imports'
import { Refusal } from '@timedesk/contracts/refusal'
import type { Acting } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { readHeaders, UnreadableFileError, type CsvSource } from './read-csv.ts'
import { fitToHeaders } from './read-mapping.ts'

/** Looks at a file's headers. Refuses with `file_refused` what is no CSV, and with `mapping_refused` what does not fit. */
export async function assertFits(mapping: ImportMapping, source: CsvSource): Promise<void> {
  const headers = await readHeaders(source, mapping).catch((error: unknown) => {
    throw error instanceof UnreadableFileError ? new Refusal('file_refused', { detail: error.message }) : error
  })
  if (headers === null) throw new Refusal('file_refused', { detail: 'The file is empty.' })
  fitToHeaders(mapping, headers)
}

/** Notes an import of a stored file that is waiting to run, and resolves with its id. */
export async function createImport(
  tx: Tx,
  context: Acting,
  { mapping, fileName, storageKey }: { mapping: ImportMapping; fileName: string; storageKey: string },
): Promise<string> {
  const id = context.newId()
  const { source } = mapping
  await tx.importJob.create({
    data: {
      id,
      kind: 'cases',
      source,
      fileName,
      storageKey,
      mapping,
      startedByName: context.actor.name,
      createdAt: context.now,
    },
  })
  await appendEvents(tx, context, { kind: 'import', id }, [{ type: 'import.started', fileName }])
  return id
}
