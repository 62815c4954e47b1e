import type { FastifyReply, FastifyRequest } from 'fastify'
import { matchesNone } from '../http/etags.ts'
import { encodingFor, type BuiltFile } from './built-app.ts'

/** Sends a file in the best encoding that the client takes, or 304 when the client has it. */
export async function sendBuiltFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: BuiltFile,
  cacheControl: string,
): Promise<FastifyReply> {
  const encoding = file.isCompressible ? encodingFor(request.headers['accept-encoding']) : 'identity'
  const etag = `"${file.etag}-${encoding}"`
  void reply.headers({ etag, 'cache-control': cacheControl, 'x-robots-tag': 'noindex' })
  if (file.isCompressible) void reply.header('vary', 'accept-encoding')
  if (matchesNone(request.headers['if-none-match'], etag)) return reply.code(304).send()
  if (encoding !== 'identity') void reply.header('content-encoding', encoding)
  return reply.type(file.type).send(await file.bytes(encoding))
}
