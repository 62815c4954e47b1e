import { Prisma } from '@timedesk/prisma/client'
import type { Database } from '../db/database.ts'

const ANSWERS_KEPT = '24 hours'
const ENDED_KEPT = '30 days'
const BUCKETS_KEPT = '1 day'
const PRESENCE_KEPT = '10 minutes'

/** Removes rows whose time has passed. Harmless to run at any time and any number of times. */
export async function sweepRows({ reader }: Database, now: Date): Promise<void> {
  await reader.rows(
    Prisma.sql`DELETE FROM idempotency_key WHERE created_at < ${now}::timestamptz - ${ANSWERS_KEPT}::interval`,
  )
  await reader.rows(
    Prisma.sql`DELETE FROM rate_limit_bucket WHERE updated_at < ${now}::timestamptz - ${BUCKETS_KEPT}::interval`,
  )
  await reader.rows(
    Prisma.sql`DELETE FROM case_presence WHERE seen_at < ${now}::timestamptz - ${PRESENCE_KEPT}::interval`,
  )
  await reader.rows(Prisma.sql`DELETE FROM context_card_answer WHERE expires_at <= ${now}`)
  await reader.rows(
    Prisma.sql`DELETE FROM staff_session WHERE expires_at < ${now}::timestamptz - ${ENDED_KEPT}::interval`,
  )
  await reader.rows(
    Prisma.sql`DELETE FROM contact_session WHERE expires_at < ${now}::timestamptz - ${ENDED_KEPT}::interval`,
  )
  await reader.rows(
    Prisma.sql`DELETE FROM staff_secret WHERE expires_at < ${now}::timestamptz - ${ENDED_KEPT}::interval`,
  )
  await reader.rows(
    Prisma.sql`DELETE FROM contact_secret WHERE expires_at < ${now}::timestamptz - ${ENDED_KEPT}::interval`,
  )
  await reader.rows(
    Prisma.sql`DELETE FROM event_delivery WHERE state = 'done' AND done_at < ${now}::timestamptz - ${ENDED_KEPT}::interval`,
  )
  // Those under way stay until they are done; plans that nobody carried out go too.
  await reader.rows(
    Prisma.sql`DELETE FROM bulk_action WHERE state IN ('planned', 'done', 'undone')
      AND coalesce(ended_at, planned_at) < ${now}::timestamptz - ${ENDED_KEPT}::interval`,
  )
}
