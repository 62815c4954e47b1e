import {
  extranetGetAttachmentContent,
  extranetUploadAttachment,
  getAttachmentContent,
  uploadAttachment,
} from '@timedesk/contracts/attachments'
import { FILE_SIZE_BYTES_MAX } from '@timedesk/contracts/limits'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../platform/deps.ts'
import type { ContactActor, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { answerInsertion, claimOf, refuseOvertaken, replayOf, type StoredAnswer } from '../platform/http/idempotency.ts'
import type { RouteModule } from '../platform/http/serve.ts'
import { receiveFile } from '../platform/storage/receive-file.ts'
import { sendFile, type NamedFile } from '../platform/storage/send-file.ts'
import { findFileOfContact, findFileOfStaff } from './find-attachment.ts'
import { presentAttachment } from './present-attachment.ts'
import { saveDraft } from './save-draft.ts'

export const attachmentRoutes: RouteModule = (serve) => {
  serve.bare(uploadAttachment, ({ deps, actor, request, reply }) => upload(deps, actor, request, reply))
  serve.bare(getAttachmentContent, async ({ deps, actor, params, query, request, reply }) => {
    const file = await findFileOfStaff(deps.database.reader, actor, params.attachmentId)
    return sendFile(deps.storage, request, reply, file, query.inline === 'true')
  })
}

export const extranetAttachmentRoutes: RouteModule = (serve) => {
  serve.bare(extranetUploadAttachment, ({ deps, actor, request, reply }) => upload(deps, actor, request, reply))
  serve.bare(extranetGetAttachmentContent, async ({ deps, actor, params, query, request, reply }) => {
    const file = await deps.database.transactAs(actor, (tx) => findFileOfContact(tx, actor, params.attachmentId))
    return sendFile(deps.storage, request, reply, file, query.inline === 'true')
  })
}

/** The file is stored before the transaction opens; when no row comes to know it, it is removed again. */
async function upload(
  deps: Deps,
  actor: StaffActor | ContactActor,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const file = await receiveFile(deps.storage, request, FILE_SIZE_BYTES_MAX)
  const work = (tx: Tx) => answerOnce(tx, deps, actor, request, file)
  const { answer, isKept } = await (
    actor.kind === 'contact' ? deps.database.transactAs(actor, work) : deps.database.transact(work)
  ).catch(async (error: unknown) => {
    await deps.storage.remove(file.storageKey)
    return refuseOvertaken(error)
  })
  if (!isKept) await deps.storage.remove(file.storageKey)
  return reply.code(answer.status).headers(answer.headers).type('application/json; charset=utf-8').send(answer.text)
}

/** A repeated upload under the same key is answered with the first draft, and its second file is not kept. */
async function answerOnce(
  tx: Tx,
  { now, newId }: Deps,
  actor: StaffActor | ContactActor,
  request: FastifyRequest,
  file: NamedFile,
): Promise<{ answer: StoredAnswer; isKept: boolean }> {
  const { name, sha256 } = file
  const claim = claimOf(request.headers['idempotency-key'], actor.key, `POST ${request.url}`, { name, sha256 })
  const stored = claim === null ? null : await replayOf(tx, claim)
  if (stored !== null)
    return { answer: { ...stored, headers: { ...stored.headers, 'idempotency-replayed': 'true' } }, isKept: false }
  const draft = await saveDraft(tx, { actor, now: now(), newId }, file)
  const answer = { status: 201, headers: {}, text: JSON.stringify(presentAttachment(draft)) }
  if (claim !== null) tx.concludeWith(answerInsertion(claim, answer))
  return { answer, isKept: true }
}
