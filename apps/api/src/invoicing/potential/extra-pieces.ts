import type { listPotential } from '@timedesk/contracts/potential'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Reader } from '../../platform/db/database.ts'

type Query = z.output<typeof listPotential.query>

/** Pieces of time beyond the first of their entry, and the minutes of those entries, which are counted with each piece. */
export type ExtraPieces = {
  customerId: string
  currency: string
  agreementId: string | null
  pieces: number
  minutes: number
}

/**
 * What counting pieces counts too often where entries are meant. Few entries have more than one piece in the potential,
 * and finding those is quick, where counting each entry once would sort them all.
 */
export async function findExtraPieces(reader: Reader, query: Query, customerIds: string[]): Promise<ExtraPieces[]> {
  if (customerIds.length === 0) return []
  const { column, by, isSame } = groupOf(query)
  return reader.rows<ExtraPieces>(Prisma.sql`SELECT i.customer_id AS "customerId", i.currency, ${column} AS "agreementId",
      count(*)::int AS pieces, sum(i.worked_minutes)::int AS minutes
    FROM potential_time i
    WHERE i.position > 0 AND i.customer_id = ANY(${customerIds}::uuid[]) AND ${isAskedFor(query)}
      AND EXISTS (SELECT 1 FROM potential_time b WHERE b.entry_id = i.entry_id AND b.position < i.position AND ${isSame}
        AND ${isAskedFor(query, 'b')})
    GROUP BY i.customer_id, i.currency${by}`)
}

/** What makes an item part of the question. */
export function isAskedFor({ to, settlement, customerId }: Query, item: 'i' | 'b' = 'i'): Prisma.Sql {
  const column = (name: string) => Prisma.raw(`${item}.${name}`)
  const filters = [Prisma.sql`true`]
  if (to !== undefined) filters.push(Prisma.sql`${column('day')} <= ${to}::date`)
  if (customerId !== undefined) filters.push(Prisma.sql`${column('customer_id')} = ${customerId}::uuid`)
  if (settlement !== undefined)
    filters.push(Prisma.sql`${column('agreement_id')} IN (SELECT id FROM agreement WHERE settlement = ${settlement})`)
  return Prisma.join(filters, ' AND ')
}

/** What items are summed by beside customer and currency: nothing, or the agreement that they are under. */
export function groupOf({ by }: Query): Record<'column' | 'by' | 'isSame', Prisma.Sql> {
  if (by === 'customer') return { column: Prisma.sql`NULL::uuid`, by: Prisma.empty, isSame: Prisma.sql`true` }
  return {
    column: Prisma.sql`i.agreement_id`,
    by: Prisma.sql`, i.agreement_id`,
    isSame: Prisma.sql`b.agreement_id IS NOT DISTINCT FROM i.agreement_id`,
  }
}
