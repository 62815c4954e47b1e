import { roundHalfUp } from '@timedesk/domain/money/round-half-up'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'

/** What cancelling a voucher would credit of its price, in minor units. */
export type VoucherLeft = { price: number; liability: number; balance: number }

/** By the voucher's id; those that are cancelled have nothing left. */
export async function readVouchersLeft(reader: Reader, ids: readonly string[]): Promise<Map<string, VoucherLeft>> {
  if (ids.length === 0) return new Map()
  const rows = await reader.rows<VoucherLeft & { id: string }>(Prisma.sql`SELECT v.id, v.price::float8 AS price,
      pool.liability::float8 AS liability, pool.balance::float8 AS balance
    FROM voucher v JOIN cover_pool pool ON pool.id = v.id WHERE v.id = ANY(${[...ids]}::uuid[])`)
  return new Map(rows.map(({ id, ...left }) => [id, left]))
}

/** The part of what was invoiced for a voucher that its unused units were worth: as much of it as is owed of its price. */
export function partLeft(invoiced: number, { price, liability }: VoucherLeft): number {
  return price === 0 ? 0 : roundHalfUp(BigInt(invoiced) * BigInt(liability), price)
}
