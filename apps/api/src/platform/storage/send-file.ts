import { createHash } from 'node:crypto'
import { Readable, Transform } from 'node:stream'
import { Refusal } from '@timedesk/contracts/refusal'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { matchesNone } from '../http/etags.ts'
import { contentDisposition } from './file-names.ts'
import { inlineTypes } from './sniff.ts'
import type { Storage, StoredFile } from './storage.ts'

/** A stored file with the name that people know it by. */
export type NamedFile = StoredFile & { name: string }

/**
 * Sends a stored file so that no browser runs anything in it. `inline` is honoured for images only. Answers HEAD,
 * If-None-Match and a single Range; several ranges get the whole file. Refuses with `not_found` when the file is gone.
 */
export async function sendFile(
  storage: Storage,
  request: FastifyRequest,
  reply: FastifyReply,
  file: NamedFile,
  inline: boolean,
): Promise<FastifyReply> {
  const etag = `"${file.sha256}"`
  const kind = inline && inlineTypes.has(file.contentType) ? 'inline' : 'attachment'
  void reply.headers({
    etag,
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-cache',
    'content-disposition': contentDisposition(kind, file.name),
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  })
  if (matchesNone(request.headers['if-none-match'], etag)) return reply.code(304).send()
  const range = rangeOf(request, etag, file.sizeBytes)
  if (range === 'unsatisfiable') {
    return reply
      .code(416)
      .header('content-range', `bytes */${String(file.sizeBytes)}`)
      .send()
  }
  void reply.type(file.contentType === 'text/plain' ? 'text/plain; charset=utf-8' : file.contentType)
  if (range !== null)
    void reply
      .code(206)
      .header('content-range', `bytes ${String(range.start)}-${String(range.end)}/${String(file.sizeBytes)}`)
  void reply.header('content-length', range === null ? file.sizeBytes : range.end - range.start + 1)
  // An empty stream keeps the length that was set; no stream would set it to nothing.
  if (request.method === 'HEAD') return reply.send(Readable.from([]))
  const content = await storage.open(file.storageKey, range ?? undefined)
  if (content === null) {
    request.log.error({ storageKey: file.storageKey }, 'a stored file is missing')
    throw new Refusal('not_found')
  }
  return reply.send(range === null ? checked(content, file, request) : content)
}

/** Cuts the connection before the last byte when the bytes are no longer those that were stored. */
function checked(content: Readable, { sha256, storageKey }: NamedFile, request: FastifyRequest): Readable {
  const hash = createHash('sha256')
  let held: Buffer | null = null
  const check = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      if (held !== null) this.push(held)
      held = chunk
      done()
    },
    flush(done) {
      if (hash.digest('hex') === sha256) {
        done(null, held)
        return
      }
      request.log.error({ storageKey }, 'a stored file is damaged')
      done(new Error('a stored file is damaged'))
    },
  })
  content.once('error', (error) => check.destroy(error))
  check.once('close', () => content.destroy())
  return content.pipe(check)
}

function rangeOf(
  { headers }: FastifyRequest,
  etag: string,
  size: number,
): { start: number; end: number } | 'unsatisfiable' | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/u.exec(headers.range?.trim() ?? '')
  const ifRange = headers['if-range']
  if (match === null || (ifRange !== undefined && ifRange !== etag)) return null
  const [, first = '', last = ''] = match
  if (first === '' && last === '') return null
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (first !== '' && last !== '' && Number(last) < start) return null
  return start > end ? 'unsatisfiable' : { start, end }
}
