import type { RateCard } from '@timedesk/contracts/pricing'
import { Refusal } from '@timedesk/contracts/refusal'
import { toWire } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader, Tx } from '../platform/db/database.ts'

/** How many rate cards there may be; all of them are one answer. */
export const RATE_CARDS_MAX = 200

/** A rate card as it is stored: prices in minor units of its currency. */
export type RateCardRow = Omit<RateCard, 'rows'> & { rows: PriceRow[] }

/** A price per hour in minor units. */
export type PriceRow = Omit<RateCard['rows'][number], 'ratePerHour'> & { ratePerHour: number }

/** An agreement that has ended uses nothing any more. */
const selection = Prisma.sql`
  SELECT k.id, k.name, k.currency, k.is_active AS "isActive", k.version,
         (SELECT count(*)::int FROM agreement a WHERE a.rate_card_id = k.id AND a.state <> 'ended') AS agreements,
         (SELECT coalesce(json_agg(json_build_object('priceClass', json_build_object('id', p.id, 'name', p.name),
                     'activityType', CASE WHEN ty.id IS NULL THEN NULL ELSE json_build_object('id', ty.id, 'name', ty.name) END,
                     'validFrom', r.valid_from::text, 'ratePerHour', r.rate_per_hour)
                   ORDER BY p.position, p.name, p.id, ty.position NULLS FIRST, ty.name, ty.id, r.valid_from), '[]')
            FROM rate_card_row r JOIN price_class p ON p.id = r.price_class_id LEFT JOIN activity_type ty ON ty.id = r.activity_type_id
           WHERE r.rate_card_id = k.id) AS rows
    FROM rate_card k`

/** Rate cards by name; all of them unless active or inactive ones are asked for. */
export async function findRateCards(reader: Reader, isActive: boolean | undefined): Promise<RateCard[]> {
  const wanted = isActive === undefined ? Prisma.empty : Prisma.sql`WHERE k.is_active = ${isActive}`
  const rows = await reader.rows<RateCardRow>(
    Prisma.sql`${selection} ${wanted} ORDER BY k.name, k.id LIMIT ${RATE_CARDS_MAX}`,
  )
  return rows.map(present)
}

/** One rate card. Refuses with `not_found`. */
export async function findRateCard(reader: Reader, id: string): Promise<RateCard> {
  return present(await readRateCard(reader, id))
}

/** One rate card, held so that no agreement begins to use it meanwhile. Refuses with `not_found`. */
export async function lockRateCard(tx: Tx, id: string): Promise<RateCardRow> {
  const [, row] = await Promise.all([
    tx.rows(Prisma.sql`SELECT 1 FROM rate_card WHERE id = ${id}::uuid FOR UPDATE`),
    readRateCard(tx, id),
  ])
  return row
}

async function readRateCard(reader: Reader, id: string): Promise<RateCardRow> {
  const [row] = await reader.rows<RateCardRow>(Prisma.sql`${selection} WHERE k.id = ${id}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  return row
}

function present({ rows, ...card }: RateCardRow): RateCard {
  const prices = rows.map(({ ratePerHour, ...row }) => ({
    ...row,
    ratePerHour: toWire({ minor: ratePerHour, currency: card.currency }),
  }))
  return { ...card, rows: prices }
}
