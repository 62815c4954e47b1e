import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../../platform/db/database.ts'
import type { CasePlace } from './tell-case.ts'

/** A case of the source that arrived before. */
export type StoredCase = CasePlace & {
  /** Somebody here did something on it since; time that was registered and what was promised do not count. */
  isTouched: boolean
  eventIds: ReadonlySet<string>
  /** The events that stand for rows. */
  deedIds: readonly string[]
}

type Row = CasePlace & { key: string; isTouched: boolean; events: { id: string; isDeed: boolean }[] | null }

/** Finds the cases of these keys and locks them against changes by others. */
export async function findStoredCases(
  tx: Tx,
  source: string,
  keys: readonly string[],
): Promise<Map<string, StoredCase>> {
  await tx.rows(
    Prisma.sql`SELECT 1 FROM support_case WHERE import_source = ${source} AND import_key = ANY(${keys}::text[]) ORDER BY id FOR UPDATE`,
  )
  const rows =
    await tx.rows<Row>(Prisma.sql`SELECT c.import_key AS key, c.id, c.number, c.customer_id AS "customerId", true AS "isStored",
      EXISTS (SELECT 1 FROM event e WHERE e.case_id = c.id AND e.actor_kind <> 'import'
        AND e.type NOT LIKE 'time.%' AND e.type NOT LIKE 'clock.%' AND e.type <> 'case.policy_applied') AS "isTouched",
      (SELECT json_agg(json_build_object('id', e.id, 'isDeed', e.type IN ('case.logged', 'reply.posted', 'note.written')))
         FROM event e WHERE e.case_id = c.id AND e.actor_kind = 'import') AS events
    FROM support_case c WHERE c.import_source = ${source} AND c.import_key = ANY(${keys}::text[])`)
  return new Map(
    rows.map(({ key, events, ...stored }) => {
      const told = events ?? []
      const deedIds = told.filter(({ isDeed }) => isDeed).map(({ id }) => id)
      return [key, { ...stored, eventIds: new Set(told.map(({ id }) => id)), deedIds }]
    }),
  )
}
