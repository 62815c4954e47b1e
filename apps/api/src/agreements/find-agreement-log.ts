import type { listAgreementLog } from '@timedesk/contracts/agreement-log'
import type { Author, EventItem } from '@timedesk/contracts/dialogue'
import type { EventPayload } from '@timedesk/contracts/events'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { countRows } from '../platform/db/count-rows.ts'
import type { Reader } from '../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../platform/http/paging.ts'
import { requireAgreement } from './require-agreement.ts'

type Item = z.output<typeof EventItem>
type Row = {
  id: string
  /** A text, since it may outgrow a number. */
  sequence: string
  at: Date
  authorKind: z.output<typeof Author>['kind']
  authorId: string | null
  authorName: string
  payload: EventPayload
}

/** A page of what happened to an agreement, its vouchers and its plan, latest first. Refuses with `not_found`. */
export async function findAgreementLog(
  reader: Reader,
  paging: Paging,
  agreementId: string,
  query: z.output<typeof listAgreementLog.query>,
): Promise<Page<Item>> {
  const binding = bindingOf(`log of ${agreementId}`, query)
  const after = paging.keyAfter(binding, query)
  const matching = Prisma.sql`e.subject_kind = 'agreement' AND e.subject_id = ${agreementId}::uuid`
  const beyond =
    after === null ? Prisma.sql`true` : Prisma.sql`(e.at, e.sequence) < (${after[0]}::timestamptz, ${after[1]}::bigint)`
  const rows =
    await reader.rows<Row>(Prisma.sql`SELECT e.id, e.sequence::text AS sequence, e.at, e.actor_kind AS "authorKind",
      e.actor_id AS "authorId", e.actor_name AS "authorName", e.payload || jsonb_build_object('type', e.type) AS payload
    FROM event e WHERE ${matching} AND ${beyond} ORDER BY e.at DESC, e.sequence DESC LIMIT ${query.limit + 1}`)
  if (rows.length === 0) await requireAgreement(reader, agreementId)
  const page = paging.cut(binding, query, rows, ({ at, sequence }) => [at.toISOString(), sequence], present)
  return withTotal(page, query, () => countRows(reader, Prisma.sql`FROM event e WHERE ${matching}`))
}

function present({ id, at, authorKind, authorId, authorName, payload }: Row): Item {
  const author = { kind: authorKind, id: authorId, name: authorName }
  return { kind: 'event', id, at: at.toISOString(), author, event: payload }
}
