import { Readable } from 'node:stream'
import { ublOf } from '@timedesk/domain/invoicing/ubl'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'
import type { Deps } from '../../platform/deps.ts'
import type { StoredFile } from '../../platform/storage/storage.ts'
import { drawInvoicePdf } from './draw-invoice-pdf.ts'
import { documentFileName, type DocumentForm } from './file-names.ts'
import { readDocument, type ReadDocument } from './read-document.ts'

/** Whatever draws documents and keeps them. */
export type Archive = Pick<Deps, 'database' | 'storage' | 'log'>

export type DocumentKeys = Record<DocumentForm, { storageKey: string; sha256: string } | null>

const DOCUMENT_SIZE_BYTES_MAX = 64 * 1024 * 1024
const MISSING_PER_ROUND_MAX = 100

/** Where a document's files are and what they hash to; null until they are drawn. */
export async function findDocumentKeys(reader: Reader, id: string): Promise<DocumentKeys | null> {
  const [row] = await reader.rows<DocumentKeys>(Prisma.sql`SELECT
      CASE WHEN pdf_key IS NOT NULL THEN json_build_object('storageKey', pdf_key, 'sha256', pdf_sha256) END AS pdf,
      CASE WHEN ubl_key IS NOT NULL THEN json_build_object('storageKey', ubl_key, 'sha256', ubl_sha256) END AS ubl
    FROM invoice WHERE id = ${id}::uuid`)
  return row ?? null
}

/** Both files of a document are made from what was posted, so anybody may draw them, at any time, with the same bytes. */
export async function drawDocument({ document, totals }: ReadDocument, form: DocumentForm): Promise<Buffer> {
  return form === 'pdf' ? drawInvoicePdf(document, totals) : Buffer.from(ublOf(document, totals), 'utf8')
}

/**
 * Draws and stores what a posted document lacks, file first and row second; of two who do it at once the later one's
 * file is removed again. Does nothing for a draft. Harmless to repeat.
 */
export async function storeDocuments(archive: Archive, id: string): Promise<void> {
  const keys = await findDocumentKeys(archive.database.reader, id)
  if (keys === null || (keys.pdf !== null && keys.ubl !== null)) return
  const read = await readDocument(archive.database.reader, id)
  if (read.stored.state !== 'posted') return
  for (const form of ['pdf', 'ubl'] as const) {
    if (keys[form] === null) await storeForm(archive, read, form)
  }
}

/** The same for all that were posted and lack a file, because a process ended or the disk was full. One that fails keeps no other back. */
export async function storeMissingDocuments(archive: Archive): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (let found = MISSING_PER_ROUND_MAX; found === MISSING_PER_ROUND_MAX;) {
    const rows = await archive.database.reader.rows<{ id: string }>(Prisma.sql`SELECT id FROM invoice
      WHERE state = 'posted' AND (pdf_key IS NULL OR ubl_key IS NULL) AND id > ${after}::uuid ORDER BY id LIMIT ${MISSING_PER_ROUND_MAX}`)
    for (const { id } of rows) await tryToStore(archive, id)
    found = rows.length
    after = rows.at(-1)?.id ?? after
  }
}

/** After a posting: what fails here is drawn later, by the job or by the first who asks for it. */
export async function tryToStore(archive: Archive, id: string): Promise<void> {
  await storeDocuments(archive, id).catch((error: unknown) => {
    archive.log.error({ err: error, invoiceId: id }, 'the files of a posted document could not be stored')
  })
}

async function storeForm({ database, storage }: Archive, read: ReadDocument, form: DocumentForm): Promise<void> {
  const content = await drawDocument(read, form)
  const name = documentFileName(read.document, form)
  const file = await storage.store(Readable.from([content]), { name, sizeBytesMax: DOCUMENT_SIZE_BYTES_MAX })
  if (!(await noteFile(database.reader, read.stored.id, form, file))) await storage.remove(file.storageKey)
}

/** Resolves with false when somebody else was first. */
async function noteFile(
  reader: Reader,
  id: string,
  form: DocumentForm,
  { storageKey, sha256 }: StoredFile,
): Promise<boolean> {
  const noted = await reader.rows(
    form === 'pdf'
      ? Prisma.sql`UPDATE invoice SET pdf_key = ${storageKey}, pdf_sha256 = ${sha256} WHERE id = ${id}::uuid AND pdf_key IS NULL RETURNING id`
      : Prisma.sql`UPDATE invoice SET ubl_key = ${storageKey}, ubl_sha256 = ${sha256} WHERE id = ${id}::uuid AND ubl_key IS NULL RETURNING id`,
  )
  return noted.length > 0
}
