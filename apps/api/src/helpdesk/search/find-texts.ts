import type { FoundIn } from '@timedesk/contracts/search'
import type { SoughtWords } from '@timedesk/domain/search/excerpt'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'
import type { FoundText } from './choose-excerpts.ts'
import { anyWordsQuery } from './words-query.ts'

/** So many messages of a case are looked at for excerpts, and so many files. */
const MESSAGES_MAX = 3
const FILES_MAX = 2
/** Of a message so much is read. */
const BODY_LENGTH_MAX = 60_000

type Place = Extract<FoundIn, 'description' | 'reply' | 'note' | 'side' | 'file'>
type Row = { caseId: string; in: Place; itemId: string | null; at: Date; by: string; body: string }

/** Messages and files that have any of the words, the best of each case, by case; notes and side conversations for staff alone. */
export async function findTexts(
  reader: Reader,
  caseIds: readonly string[],
  sought: readonly SoughtWords[],
  { withNotes }: { withNotes: boolean },
): Promise<ReadonlyMap<string, FoundText<Place>[]>> {
  const found = new Map<string, FoundText<Place>[]>()
  if (caseIds.length === 0 || sought.length === 0) return found
  const query = anyWordsQuery(sought)
  const sources = [replies(query), files(query, withNotes), ...(withNotes ? [notes(query), sides(query)] : [])]
  const rows =
    await reader.rows<Row>(Prisma.sql`SELECT k.id AS "caseId", x.place AS in, x.item_id AS "itemId", x.at, x.by, x.body
    FROM (SELECT i.id, case_family(i.id) AS family FROM unnest(${caseIds}::uuid[]) i (id) OFFSET 0) k CROSS JOIN LATERAL (${Prisma.join(sources, ' UNION ALL ')}) x
    ORDER BY x.rank DESC, x.at DESC`)
  for (const { caseId, body, ...row } of rows)
    found.set(caseId, [
      ...(found.get(caseId) ?? []),
      { ...row, text: body, isMarkdown: row.in !== 'file' && row.in !== 'side' },
    ])
  return found
}

/** The rows of a case and of what was merged into it. The fence keeps the database from gathering all hits of a word first. */
function ofFamily(table: 'reply' | 'note' | 'attachment'): Prisma.Sql {
  return Prisma.sql`(SELECT * FROM ${Prisma.raw(table)} m WHERE m.case_id = ANY(k.family) OFFSET 0)`
}

function replies(query: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT CASE r.kind WHEN 'description' THEN 'description' ELSE 'reply' END AS place, r.id AS item_id, r.posted_at AS at,
      r.author_name AS by, left(r.body, ${BODY_LENGTH_MAX}) AS body, ts_rank(r.search, ${query}) AS rank
    FROM ${ofFamily('reply')} r WHERE r.search @@ ${query} ORDER BY rank DESC, r.posted_at DESC LIMIT ${Prisma.raw(String(MESSAGES_MAX))})`
}

function notes(query: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT 'note', n.id, n.written_at, n.author_name, left(n.body, ${BODY_LENGTH_MAX}), ts_rank(n.search, ${query}) AS rank
    FROM ${ofFamily('note')} n WHERE n.search @@ ${query} ORDER BY rank DESC, n.written_at DESC LIMIT ${Prisma.raw(String(MESSAGES_MAX))})`
}

/** A message by itself, and before it whom it is with and what about. */
function sides(query: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT 'side', NULL::uuid, s.at, s.by, left(s.body, ${BODY_LENGTH_MAX}), ts_rank(s.search, ${query}) AS rank
    FROM (SELECT d.at, d.author_name AS by, d.body, d.search FROM side_conversation v JOIN side_message d ON d.conversation_id = v.id
        WHERE v.case_id = ANY(k.family)
      UNION ALL SELECT v.started_at, '', v.subject || coalesce(' – ' || (SELECT string_agg(p.name || ' ' || p.address, ', ' ORDER BY p.address)
          FROM side_participant p WHERE p.conversation_id = v.id), ''), v.search
        FROM side_conversation v WHERE v.case_id = ANY(k.family)) s
    WHERE s.search @@ ${query} ORDER BY rank DESC, s.at DESC LIMIT ${Prisma.raw(String(MESSAGES_MAX))})`
}

/** The item of the log that a file came with; those of side conversations are none of it. */
function files(query: Prisma.Sql, withNotes: boolean): Prisma.Sql {
  const item = withNotes ? Prisma.sql`coalesce(a.reply_id, a.note_id)` : Prisma.sql`a.reply_id`
  return Prisma.sql`(SELECT 'file', ${item}, a.uploaded_at, '', a.name, ts_rank(a.search, ${query}) AS rank
    FROM ${ofFamily('attachment')} a WHERE a.search @@ ${query} ${withNotes ? Prisma.empty : Prisma.sql`AND a.reply_id IS NOT NULL`}
    ORDER BY rank DESC, a.uploaded_at DESC LIMIT ${Prisma.raw(String(FILES_MAX))})`
}
