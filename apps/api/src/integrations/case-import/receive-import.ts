import { IMPORT_FILE_SIZE_BYTES_MAX } from '@timedesk/contracts/limits'
import { Refusal } from '@timedesk/contracts/refusal'
import type { FastifyRequest } from 'fastify'
import { cleanFileName } from '../../platform/storage/file-names.ts'
import type { NamedFile } from '../../platform/storage/send-file.ts'
import type { Storage } from '../../platform/storage/storage.ts'

const MAPPING_BYTES_MAX = 512 * 1024

export type ReceivedImport = { mapping: string; file: NamedFile }

/**
 * Takes the two parts of an import, in any order, and stores the file. Refuses anything else with `invalid_request`
 * and what is too large with `body_too_large`; whatever was stored until then is removed.
 */
export async function receiveImport(storage: Storage, request: FastifyRequest): Promise<ReceivedImport> {
  if (!request.isMultipart()) throw new Refusal('unsupported_media_type', { detail: 'Send multipart/form-data.' })
  let mapping: string | undefined
  let file: NamedFile | undefined
  try {
    const limits = {
      fileSize: IMPORT_FILE_SIZE_BYTES_MAX + 1,
      fieldSize: MAPPING_BYTES_MAX,
      files: 1,
      fields: 1,
      parts: 2,
    }
    for await (const part of request.parts({ limits })) {
      if (part.type === 'file' && part.fieldname === 'file') {
        const stored = await storage.store(part.file, { name: part.filename, sizeBytesMax: IMPORT_FILE_SIZE_BYTES_MAX })
        file = { name: cleanFileName(part.filename), ...stored }
      } else if (part.type === 'field' && part.fieldname === 'mapping') {
        if (part.valueTruncated) throw new Refusal('body_too_large', { detail: 'The mapping is too large.' })
        mapping = String(part.value)
      } else throw wrongPart(part.fieldname, 'unknown_field', 'Send two parts, named mapping and file.')
    }
    if (mapping === undefined) throw wrongPart('mapping', 'missing', 'The part mapping is missing.')
    if (file === undefined) throw wrongPart('file', 'missing', 'The part file is missing.')
    return { mapping, file }
  } catch (error) {
    if (file !== undefined) await storage.remove(file.storageKey)
    throw error
  }
}

function wrongPart(name: string, code: string, message: string): Refusal {
  return new Refusal('invalid_request', { detail: message, fields: [{ pointer: `/body/${name}`, code, message }] })
}
