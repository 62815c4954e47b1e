import type { listPotentialMarks, PotentialMark } from '@timedesk/contracts/potential'
import { Refusal } from '@timedesk/contracts/refusal'
import { toWire } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { countRows } from '../../../platform/db/count-rows.ts'
import type { Reader } from '../../../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../../../platform/http/paging.ts'
import { namingColumns, namingJoins } from '../item-columns.ts'
import { textOfItem, type NamedItem } from '../item-text.ts'

type Row = NamedItem &
  Pick<PotentialMark, 'id' | 'kind' | 'customer' | 'day' | 'reason' | 'createdByName' | 'releasedByName'> & {
    /** Minor units. */
    amount: number | null
    createdAt: Date
    releasedAt: Date | null
  }

/** A page of decisions by hand, latest first. */
export async function findMarks(
  reader: Reader,
  paging: Paging,
  query: z.output<typeof listPotentialMarks.query>,
): Promise<Page<PotentialMark>> {
  const binding = bindingOf('potential marks', query)
  const after = paging.keyAfter(binding, query)
  const { kind, customerId, isReleased } = query
  const filters = [isReleased ? Prisma.sql`m.released_at IS NOT NULL` : Prisma.sql`m.released_at IS NULL`]
  if (kind !== undefined) filters.push(Prisma.sql`m.kind = ${kind}`)
  if (customerId !== undefined) filters.push(Prisma.sql`m.customer_id = ${customerId}::uuid`)
  const matching = Prisma.join(filters, ' AND ')
  const beyond =
    after === null ? Prisma.sql`true` : Prisma.sql`(m.created_at, m.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
  const rows = await readMarks(
    reader,
    Prisma.sql`${matching} AND ${beyond} ORDER BY m.created_at DESC, m.id DESC LIMIT ${query.limit + 1}`,
  )
  const page = paging.cut(binding, query, rows, (row) => [row.createdAt.toISOString(), row.id], present)
  return withTotal(page, query, () => countRows(reader, Prisma.sql`FROM potential_mark m WHERE ${matching}`))
}

/** Some decisions, in the order in which they were made. */
export async function findMarksById(reader: Reader, ids: readonly string[]): Promise<PotentialMark[]> {
  const rows = await readMarks(reader, Prisma.sql`m.id = ANY(${ids}::uuid[]) ORDER BY m.created_at, m.id`)
  return rows.map(present)
}

/** One of them. Refuses with `not_found`. */
export async function findMark(reader: Reader, id: string): Promise<PotentialMark> {
  const [mark] = await findMarksById(reader, [id])
  if (mark === undefined) throw new Refusal('not_found')
  return mark
}

/** What is held is worth what it is rated at now; what was written off, what was given up then. */
const worth = Prisma.sql`coalesce(m.amount, v.price, -l.credited, period.amount,
  (SELECT sum(p.amount)::bigint FROM cover_piece p WHERE p.entry_id = t.id AND p.kind IN ('time_spent', 'overage') AND p.hold IS DISTINCT FROM 'declined'))`

/** Of `m`, with the rest of the condition. What it is about may be gone; then only the decision is told. */
function readMarks(reader: Reader, condition: Prisma.Sql): Promise<Row[]> {
  return reader.rows<Row>(Prisma.sql`SELECT m.id, m.kind, m.source, m.reason, m.created_by_name AS "createdByName", m.created_at AS "createdAt",
      m.released_by_name AS "releasedByName", m.released_at AS "releasedAt", json_build_object('id', cu.id, 'name', cu.name) AS customer,
      ${worth}::float8 AS amount, coalesce(r.currency, v.currency, period.currency, cu.currency) AS currency,
      coalesce(t.work_date, v.sold_on, l.booked_on, period.due_on, m.created_at::date)::text AS day, ${namingColumns}
    FROM potential_mark m
    JOIN customer cu ON cu.id = m.customer_id
    CROSS JOIN LATERAL (SELECT m.source, m.subject_id AS source_id, CASE m.source WHEN 'time' THEN m.subject_id END AS entry_id,
      NULL::uuid AS agreement_id, NULL::uuid AS case_id, NULL::uuid AS project_id) i
    ${namingJoins}
    LEFT JOIN time_rating r ON r.entry_id = t.id
    WHERE ${condition}`)
}

function present(row: Row): PotentialMark {
  const { id, kind, source, customer, day, amount, currency, reason, createdByName, releasedByName } = row
  return {
    ...{ id, kind, source, customer, day, reason, createdByName, releasedByName },
    text: textOfItem(row, 'en'),
    amount: amount === null ? null : toWire({ minor: amount, currency }),
    createdAt: row.createdAt.toISOString(),
    releasedAt: row.releasedAt?.toISOString() ?? null,
  }
}
