import { Prisma } from '@timedesk/prisma/client'
import type { Database, Reader } from '../../platform/db/database.ts'

const EVENTS_PER_BATCH = 2_000
/** What was begun longer ago is in the log by now, or never will be: transactions are shorter. */
const SETTLED_AFTER = '2 minutes'
/** Words are counted anew when the log has grown by a tenth, and by so many. */
const COUNT_EVENTS_MIN = 1_000
/** Of more messages a part is counted. */
const MESSAGES_COUNTED_MAX = 200_000

type Batch = { caseIds: string[]; customerIds: string[]; contactIds: string[]; upTo: string; settled: string | null }

/**
 * Brings the lists of words up to the log: what was written is found by its whole words at once, and by parts of them
 * and by mistyped ones when it has been here. It may run late, twice and by several workers at once.
 */
export async function collectWords({ reader }: Database): Promise<void> {
  for (let after = await readProgress(reader); ;) {
    const batch = await readBatch(reader, after)
    if (batch === null) break
    await storeWords(reader, batch)
    if (batch.settled !== null)
      await reader.rows(Prisma.sql`UPDATE search_progress SET sequence = greatest(sequence, ${batch.settled}::bigint)`)
    after = batch.upTo
  }
  if (await isCountDue(reader)) await countUses(reader)
}

async function readProgress(reader: Reader): Promise<string> {
  const [row] = await reader.rows<{ sequence: string }>(Prisma.sql`SELECT sequence::text FROM search_progress`)
  return row?.sequence ?? '0'
}

/** What the next events are about, and up to which of them no earlier one can follow any more. */
async function readBatch(reader: Reader, after: string): Promise<Batch | null> {
  const [row] = await reader.rows<Omit<Batch, 'upTo'> & { upTo: string | null }>(Prisma.sql`
    WITH batch AS (SELECT sequence, recorded_at, subject_kind, subject_id, case_id FROM event
      WHERE sequence > ${after}::bigint ORDER BY sequence LIMIT ${Prisma.raw(String(EVENTS_PER_BATCH))})
    SELECT max(sequence)::text AS "upTo",
      coalesce(min(sequence) FILTER (WHERE recorded_at >= now() - ${SETTLED_AFTER}::interval) - 1, max(sequence))::text AS settled,
      coalesce(array_agg(DISTINCT case_id) FILTER (WHERE case_id IS NOT NULL), '{}') AS "caseIds",
      coalesce(array_agg(DISTINCT subject_id) FILTER (WHERE subject_kind = 'customer'), '{}') AS "customerIds",
      coalesce(array_agg(DISTINCT subject_id) FILTER (WHERE subject_kind = 'contact'), '{}') AS "contactIds"
      FROM batch`)
  return row === undefined || row.upTo === null ? null : { ...row, upTo: row.upTo }
}

/** What staff alone may search stays out of the words of customers. */
async function storeWords(reader: Reader, { caseIds, customerIds, contactIds }: Batch): Promise<void> {
  const shared = Prisma.sql`SELECT f.customer_id, f.search FROM support_case f WHERE f.id = ANY(${caseIds}::uuid[])
    UNION ALL SELECT r.customer_id, r.search FROM reply r WHERE r.case_id = ANY(${caseIds}::uuid[])
    UNION ALL SELECT a.customer_id, a.search FROM attachment a WHERE a.case_id = ANY(${caseIds}::uuid[]) AND a.reply_id IS NOT NULL
    UNION ALL SELECT p.customer_id, p.search FROM contact p WHERE p.id = ANY(${contactIds}::uuid[])
      OR p.id IN (SELECT f.contact_id FROM support_case f WHERE f.id = ANY(${caseIds}::uuid[]))`
  await reader.rows(Prisma.sql`INSERT INTO customer_word (customer_id, word)
    SELECT DISTINCT w.customer_id, l.lexeme FROM (${shared}) w CROSS JOIN LATERAL unnest(w.search) l
     WHERE is_kept_word(l.lexeme) ORDER BY w.customer_id, l.lexeme ON CONFLICT DO NOTHING`)
  await reader.rows(Prisma.sql`INSERT INTO search_word (word)
    SELECT DISTINCT l.lexeme FROM (${shared}
      UNION ALL SELECT f.customer_id, f.staff_search FROM support_case f WHERE f.id = ANY(${caseIds}::uuid[])
      UNION ALL SELECT n.customer_id, n.search FROM note n WHERE n.case_id = ANY(${caseIds}::uuid[])
      UNION ALL SELECT s.id, s.search FROM side_conversation s WHERE s.case_id = ANY(${caseIds}::uuid[])
      UNION ALL SELECT s.id, d.search FROM side_message d JOIN side_conversation s ON s.id = d.conversation_id WHERE s.case_id = ANY(${caseIds}::uuid[])
      UNION ALL SELECT a.customer_id, a.search FROM attachment a WHERE a.case_id = ANY(${caseIds}::uuid[])
      UNION ALL SELECT u.id, u.search FROM customer u WHERE u.id = ANY(${customerIds}::uuid[])
        OR u.id IN (SELECT f.customer_id FROM support_case f WHERE f.id = ANY(${caseIds}::uuid[]))) w
    CROSS JOIN LATERAL unnest(w.search) l WHERE is_kept_word(l.lexeme) ORDER BY l.lexeme ON CONFLICT DO NOTHING`)
}

async function isCountDue(reader: Reader): Promise<boolean> {
  const [row] = await reader.rows<{ isDue: boolean }>(
    Prisma.sql`SELECT sequence >= counted_sequence + greatest(counted_sequence / 10, ${COUNT_EVENTS_MIN}) AS "isDue" FROM search_progress`,
  )
  return row?.isDue === true
}

/** Counts in how many texts each word stands. Of many messages a part stands for all: rare words keep what they had. */
async function countUses(reader: Reader): Promise<void> {
  const [table] = await reader.rows<{ messages: number }>(
    Prisma.sql`SELECT reltuples::float8 AS messages FROM pg_class WHERE oid = 'reply'::regclass`,
  )
  const share = Math.min(1, MESSAGES_COUNTED_MAX / Math.max(table?.messages ?? 1, 1))
  const percent = Prisma.raw(String(Math.ceil(share * 100)))
  const sample = share === 1 ? Prisma.empty : Prisma.sql` TABLESAMPLE SYSTEM (${percent}) REPEATABLE (1)`
  const counted = ['reply', 'note', 'side_message', 'support_case'].map(
    (table) => Prisma.sql`SELECT word, ndoc FROM ts_stat('SELECT search FROM ${Prisma.raw(table)}${sample}')`,
  )
  await reader.rows(
    Prisma.sql`INSERT INTO search_word AS known (word, uses)
      SELECT w.word, greatest(round(sum(w.ndoc) * 100.0 / ${percent}), 1)::int FROM (${Prisma.join(counted, ' UNION ALL ')}) w
       WHERE is_kept_word(w.word) GROUP BY w.word ORDER BY w.word
      ON CONFLICT (word) DO UPDATE SET uses = excluded.uses WHERE known.uses NOT BETWEEN excluded.uses * 0.8 AND excluded.uses * 1.25`,
    'anew',
  )
  await reader.rows(Prisma.sql`UPDATE search_progress SET counted_sequence = sequence`)
}
