import type { MessageExcerpt } from '@timedesk/contracts/case-merges'
import { plainText } from '@timedesk/domain/text/plain-text'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { familyOf } from '../../platform/db/case-family.ts'

const EXCERPT_LENGTH_MAX = 240

export type ExcerptRow = {
  id: string
  caseId: string
  kind: 'reply' | 'note'
  at: Date
  authorName: string
  body: string
}

/** The messages of a case and of those that were merged into it, as rows of `ExcerptRow`. */
export function excerptSource(caseId: string): Prisma.Sql {
  const family = familyOf(caseId)
  return Prisma.sql`SELECT id, case_id AS "caseId", 'reply' AS kind, posted_at AS at, author_name AS "authorName", body FROM reply WHERE case_id = ANY(${family})
    UNION ALL SELECT id, case_id, 'note', written_at, author_name, body FROM note WHERE case_id = ANY(${family})`
}

/** A message as a few of its words. */
export function presentExcerpt({ id, kind, at, authorName, body }: ExcerptRow): z.infer<typeof MessageExcerpt> {
  const words = plainText(body)
  const excerpt = words.length > EXCERPT_LENGTH_MAX ? `${words.slice(0, EXCERPT_LENGTH_MAX - 1)}…` : words
  return { id, kind, at: at.toISOString(), authorName, excerpt }
}
