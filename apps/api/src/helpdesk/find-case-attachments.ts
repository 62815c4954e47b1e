import type { CaseAttachment, listCaseAttachments } from '@timedesk/contracts/case-attachments'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { familyOf } from '../platform/db/case-family.ts'
import type { Reader } from '../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../platform/http/paging.ts'
import { requireCase } from './case-keyed.ts'

type Row = Omit<CaseAttachment, 'uploadedAt' | 'message'> & {
  uploadedAt: Date
  messageId: string
  messageKind: 'reply' | 'note'
  authorName: string
}

/** The files of the messages of a case and of those that were merged into it, each with the message it came with. */
export function attachmentsOfCase(caseId: string): Prisma.Sql {
  return Prisma.sql`SELECT a.id, a.name, a.content_type AS "contentType", a.size_bytes AS "sizeBytes", a.uploaded_at AS "uploadedAt",
      r.id AS "messageId", 'reply' AS "messageKind", r.author_name AS "authorName"
    FROM reply r JOIN attachment a ON a.reply_id = r.id WHERE r.case_id = ANY(${familyOf(caseId)})
    UNION ALL
    SELECT a.id, a.name, a.content_type, a.size_bytes, a.uploaded_at, n.id, 'note', n.author_name
    FROM note n JOIN attachment a ON a.note_id = n.id WHERE n.case_id = ANY(${familyOf(caseId)})`
}

/** A page of the files of a case, newest first. Refuses with `not_found`. */
export async function findCaseAttachments(
  reader: Reader,
  paging: Paging,
  { caseId, ...query }: { caseId: string } & z.output<typeof listCaseAttachments.query>,
): Promise<Page<CaseAttachment>> {
  const binding = [bindingOf('case-attachments', query), caseId]
  const key = paging.keyAfter(binding, query)
  const isAfter =
    key === null ? Prisma.sql`true` : Prisma.sql`(a."uploadedAt", a.id) < (${key[0]}::timestamptz, ${key[1]}::uuid)`
  const files = attachmentsOfCase(caseId)
  const rows = await reader.rows<Row>(Prisma.sql`SELECT * FROM (${files}) a WHERE ${isAfter}
    ORDER BY a."uploadedAt" DESC, a.id DESC LIMIT ${query.limit + 1}`)
  if (rows.length === 0) await requireCase(reader, caseId)
  const page = paging.cut(binding, query, rows, ({ uploadedAt, id }) => [uploadedAt.toISOString(), id], present)
  return withTotal(page, query, async () => {
    const [counted] = await reader.rows<{ total: number }>(Prisma.sql`SELECT count(*)::int AS total FROM (${files}) a`)
    return counted?.total ?? 0
  })
}

function present({ messageId, messageKind, authorName, uploadedAt, ...file }: Row): CaseAttachment {
  return {
    ...file,
    uploadedAt: uploadedAt.toISOString(),
    message: { id: messageId, kind: messageKind, authorName },
  }
}
