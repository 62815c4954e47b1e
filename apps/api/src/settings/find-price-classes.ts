import type { PriceClass } from '@timedesk/contracts/pricing'
import { Refusal } from '@timedesk/contracts/refusal'
import { factorText, type Permille } from '@timedesk/domain/money/factor'
import { toWire } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader, Tx } from '../platform/db/database.ts'

/** How many price classes there may be; all of them are one answer. */
export const PRICE_CLASSES_MAX = 100

/** A price class as it is stored: its price in minor units of the company's currency. */
export type PriceClassRow = Omit<PriceClass, 'ratePerHour' | 'drawFactor'> & {
  ratePerHour: number | null
  drawFactor: Permille
  currency: string
}

const selection = Prisma.sql`
  SELECT p.id, p.name, p.rate_per_hour AS "ratePerHour", p.draw_factor AS "drawFactor", p.position, p.is_active AS "isActive",
         p.version, co.currency
    FROM price_class p CROSS JOIN company co`

/** Price classes in their order; all of them unless active or inactive ones are asked for. */
export async function findPriceClasses(reader: Reader, isActive: boolean | undefined): Promise<PriceClass[]> {
  const wanted = isActive === undefined ? Prisma.empty : Prisma.sql`WHERE p.is_active = ${isActive}`
  const rows = await reader.rows<PriceClassRow>(
    Prisma.sql`${selection} ${wanted} ORDER BY p.position, p.name, p.id LIMIT ${PRICE_CLASSES_MAX}`,
  )
  return rows.map(present)
}

/** One price class. Refuses with `not_found`. */
export async function findPriceClass(reader: Reader, id: string): Promise<PriceClass> {
  const [row] = await reader.rows<PriceClassRow>(Prisma.sql`${selection} WHERE p.id = ${id}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  return present(row)
}

/** One price class, held for a change that time in flight need not wait for. Refuses with `not_found`. */
export async function lockPriceClass(tx: Tx, id: string): Promise<PriceClassRow> {
  const [row] = await tx.rows<PriceClassRow>(Prisma.sql`${selection} WHERE p.id = ${id}::uuid FOR NO KEY UPDATE OF p`)
  if (row === undefined) throw new Refusal('not_found')
  return row
}

function present({ ratePerHour: minor, drawFactor, currency, ...row }: PriceClassRow): PriceClass {
  return {
    ...row,
    ratePerHour: minor === null ? null : toWire({ minor, currency }),
    drawFactor: factorText(drawFactor),
  }
}
