import type { DraftKind } from '@timedesk/contracts/drafts'
import type { SendOptions } from '@timedesk/contracts/sending'
import { Prisma } from '@timedesk/prisma/client'
import type { Context, StaffActor } from '../../platform/context.ts'
import { postReply } from '../post-reply.ts'
import { writeNote } from '../write-note.ts'
import type { Tx } from '../../platform/db/database.ts'

/** A draft with all that its message says. */
export type SendableDraft = {
  id: string
  caseId: string
  kind: DraftKind
  isShared: boolean
  body: string
  /** Those beside the text and the pictures in it, without those that another message has claimed meanwhile. */
  fileIds: string[]
  version: number
}

/** The columns of `SendableDraft`, of draft `d`. */
export const sendableColumns = Prisma.sql`d.id, d.case_id AS "caseId", d.kind, d.is_shared AS "isShared", d.body, d.version,
  ARRAY(SELECT a.id FROM attachment a WHERE a.id = ANY(d.attachment_ids || d.picture_ids) AND a.claimed_at IS NULL
    ORDER BY array_position(d.attachment_ids || d.picture_ids, a.id)) AS "fileIds"`

/** Says what a draft holds, as the actor would: with all that a reply or note does and refuses. The draft is gone then. */
export async function sendDraft(
  tx: Tx,
  context: Context<StaffActor>,
  { id, caseId, kind, body, fileIds, version }: SendableDraft,
  options: SendOptions,
): Promise<void> {
  const message = { caseId, body, attachmentIds: fileIds, draft: { id, version }, ...options }
  if (kind === 'reply') await postReply(tx, context, message)
  else await writeNote(tx, context, message)
}
