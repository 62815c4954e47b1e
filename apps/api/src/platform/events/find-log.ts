import type { Author, EventItem } from '@timedesk/contracts/dialogue'
import type { EventPayload } from '@timedesk/contracts/events'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { countRows } from '../db/count-rows.ts'
import type { Reader } from '../db/database.ts'
import { bindingOf, withTotal, type Page, type PageRequest, type Paging } from '../http/paging.ts'
import type { Subject } from './append-events.ts'

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

/** A page of what happened to a thing, latest first; empty for what is not there. */
export async function findLog(
  reader: Reader,
  paging: Paging,
  { kind, id }: Pick<Subject, 'kind' | 'id'>,
  query: PageRequest & { count?: 'exact' | undefined },
): Promise<Page<Item>> {
  const binding = bindingOf(`log of ${id}`, query)
  const after = paging.keyAfter(binding, query)
  const matching = Prisma.sql`e.subject_kind = ${kind} AND e.subject_id = ${id}::uuid`
  const beyond =
    after === null ? Prisma.sql`true` : Prisma.sql`(e.at, e.sequence) < (${after[0]}::timestamptz, ${after[1]}::bigint)`
  const rows =
    await reader.rows<Row>(Prisma.sql`SELECT e.id, e.sequence::text AS sequence, e.at, e.actor_kind AS "authorKind",
      e.actor_id AS "authorId", e.actor_name AS "authorName", e.payload || jsonb_build_object('type', e.type) AS payload
    FROM event e WHERE ${matching} AND ${beyond} ORDER BY e.at DESC, e.sequence DESC LIMIT ${query.limit + 1}`)
  const page = paging.cut(binding, query, rows, ({ at, sequence }) => [at.toISOString(), sequence], present)
  return withTotal(page, query, () => countRows(reader, Prisma.sql`FROM event e WHERE ${matching}`))
}

function present({ id, at, authorKind, authorId, authorName, payload }: Row): Item {
  const author = { kind: authorKind, id: authorId, name: authorName }
  return { kind: 'event', id, at: at.toISOString(), author, event: payload }
}
