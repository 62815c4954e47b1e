import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { Refusal } from '@timedesk/contracts/refusal'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { matchesNone } from '../../platform/http/etags.ts'
import { contentDisposition } from '../../platform/storage/file-names.ts'
import { contentTypeOf, documentFileName, type DocumentForm } from './file-names.ts'
import { readDocument } from './read-document.ts'
import { drawDocument, findDocumentKeys, storeDocuments, type Archive } from './store-documents.ts'

/** A document's file with the name that it is saved under. */
export type DocumentFile = { name: string; contentType: string; content: Buffer; sha256: string }

/**
 * The file of a document: of a posted one as it is stored, and stored now when it was not yet; of a draft the PDF as it
 * would be. A stored file that is gone or damaged is drawn again if that gives the same bytes. Whoever calls this has
 * asked whether the reader may see it. Refuses with `not_found`, and with `invoice_not_posted` the e-invoice of a draft.
 */
export async function readDocumentFile(archive: Archive, id: string, form: DocumentForm): Promise<DocumentFile> {
  const read = await readDocument(archive.database.reader, id)
  const described = { name: documentFileName(read.document, form), contentType: contentTypeOf(form) }
  if (read.stored.state !== 'posted') {
    if (form === 'ubl') throw new Refusal('invoice_not_posted', { detail: 'A draft has no e-invoice yet.' })
    const content = await drawDocument(read, form)
    return { ...described, content, sha256: hashOf(content) }
  }
  await storeDocuments(archive, id)
  const { sha256, storageKey } = (await findDocumentKeys(archive.database.reader, id))?.[form] ?? {}
  if (sha256 === undefined || storageKey === undefined) throw new Error('The file of a posted document was not stored')
  const stored = await readStored(archive, storageKey)
  if (stored !== null && hashOf(stored) === sha256) return { ...described, content: stored, sha256 }
  archive.log.error({ storageKey, invoiceId: id }, 'the stored file of a document is gone or damaged')
  const content = await drawDocument(read, form)
  if (hashOf(content) !== sha256) throw new Refusal('not_found', { detail: 'The stored file is gone or damaged.' })
  return { ...described, content, sha256 }
}

/** Sends it; inline in the page itself or a frame of ours, where browsers show a PDF only when it is not sandboxed. */
export function sendDocument(
  request: FastifyRequest,
  reply: FastifyReply,
  { name, contentType, content, sha256 }: DocumentFile,
  inline: boolean,
): FastifyReply {
  const etag = `"${sha256}"`
  const shown = inline && contentType === 'application/pdf'
  void reply.headers({
    etag,
    'cache-control': 'private, no-cache',
    'content-disposition': contentDisposition(shown ? 'inline' : 'attachment', name),
    'content-security-policy': shown
      ? "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"
      : "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    ...(shown && { 'x-frame-options': 'SAMEORIGIN' }),
  })
  if (matchesNone(request.headers['if-none-match'], etag)) return reply.code(304).send()
  return reply.type(contentType).send(content)
}

async function readStored({ storage }: Archive, storageKey: string): Promise<Buffer | null> {
  const content = await storage.open(storageKey)
  return content === null ? null : buffer(content)
}

function hashOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}
