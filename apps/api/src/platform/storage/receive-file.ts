import { Refusal } from '@timedesk/contracts/refusal'
import type { FastifyRequest } from 'fastify'
import { cleanFileName } from './file-names.ts'
import type { NamedFile } from './send-file.ts'
import type { Storage } from './storage.ts'

/**
 * Takes the one part `file` of a multipart request and stores it. Refuses anything else with `invalid_request`, an
 * empty file with `file_refused` and a large one with `body_too_large`; whatever was stored until then is removed.
 */
export async function receiveFile(storage: Storage, request: FastifyRequest, sizeBytesMax: number): Promise<NamedFile> {
  if (!request.isMultipart()) throw new Refusal('unsupported_media_type', { detail: 'Send multipart/form-data.' })
  let received: NamedFile | undefined
  try {
    // One more than allowed of each, so that what is too much is told by its own code.
    for await (const part of request.parts({ limits: { fileSize: sizeBytesMax + 1, files: 2, fields: 1, parts: 2 } })) {
      if (part.type !== 'file' || part.fieldname !== 'file' || received !== undefined) throw strange(part.fieldname)
      received = {
        name: cleanFileName(part.filename),
        ...(await storage.store(part.file, { name: part.filename, sizeBytesMax })),
      }
      if (received.sizeBytes === 0) throw new Refusal('file_refused', { detail: 'The file is empty.' })
    }
  } catch (error) {
    if (received !== undefined) await storage.remove(received.storageKey)
    throw error
  }
  if (received !== undefined) return received
  throw new Refusal('invalid_request', {
    fields: [{ pointer: '/body/file', code: 'missing', message: 'The part file is missing.' }],
  })
}

function strange(name: string): Refusal {
  const fields = [{ pointer: `/body/${name}`, code: 'unknown_field', message: 'Send one part, named file.' }]
  return new Refusal('invalid_request', { detail: 'Send one part, named file.', fields })
}
