import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { FILE_SIZE_BYTES_MAX } from '@timedesk/contracts/limits'
import type { receiveMail as contract } from '@timedesk/contracts/side-conversations'
import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { StaffActor } from '../../platform/context.ts'
import type { Deps } from '../../platform/deps.ts'
import { cleanFileName } from '../../platform/storage/file-names.ts'
import { receiveFile } from '../../platform/storage/receive-file.ts'
import type { NamedFile } from '../../platform/storage/send-file.ts'
import type { Storage } from '../../platform/storage/storage.ts'
import { readMail, type ReadMail } from './read-mail.ts'
import { receiveMail } from './receive-mail.ts'

/**
 * Takes a mail from a request. Its files are stored before the transaction opens; when no message comes to know them,
 * they are removed again. Refuses like `receiveFile`, `readMail` and `receiveMail`.
 */
export async function takeInMail(
  deps: Deps,
  actor: StaffActor,
  request: FastifyRequest,
): Promise<z.output<(typeof contract.responses)[200]>> {
  const { sha256, ...mail } = await uploadedMail(deps.storage, request)
  const files = await storeFiles(deps.storage, mail.files)
  const context = { actor, now: deps.now(), newId: deps.newId, requestId: request.id, written: [] }
  // A mail without an id of its own is told from others by what it is.
  const messageId = mail.messageId ?? `<${sha256}@unnamed.invalid>`
  try {
    const outcome = await deps.database.transact((tx) => receiveMail(tx, context, { ...mail, messageId, files }))
    if (outcome.outcome === 'known') await removeFiles(deps.storage, files)
    deps.signals.publish(context.written)
    return outcome
  } catch (error) {
    await removeFiles(deps.storage, files)
    throw error
  }
}

async function uploadedMail(storage: Storage, request: FastifyRequest): Promise<ReadMail & { sha256: string }> {
  const { storageKey } = await receiveFile(storage, request, FILE_SIZE_BYTES_MAX)
  try {
    const content = await storage.open(storageKey)
    if (content === null) throw new Error('The mail that was just stored is gone')
    const raw = await buffer(content)
    return { ...(await readMail(raw)), sha256: createHash('sha256').update(raw).digest('hex') }
  } finally {
    await storage.remove(storageKey)
  }
}

async function storeFiles(storage: Storage, files: ReadMail['files']): Promise<NamedFile[]> {
  const stored: NamedFile[] = []
  try {
    for (const { name, content } of files)
      stored.push({
        name: cleanFileName(name),
        ...(await storage.store(Readable.from([content]), { name, sizeBytesMax: FILE_SIZE_BYTES_MAX })),
      })
    return stored
  } catch (error) {
    await removeFiles(storage, stored)
    throw error
  }
}

async function removeFiles(storage: Storage, files: readonly NamedFile[]): Promise<void> {
  for (const { storageKey } of files) await storage.remove(storageKey)
}
