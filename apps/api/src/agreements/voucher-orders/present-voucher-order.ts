import type { ExtranetVoucherOrder, VoucherOrder } from '@timedesk/contracts/voucher-orders'
import { toWire } from '@timedesk/domain/money/money'

/** Minor units of the currency. */
type Stored = { price: number; currency: string; createdAt: Date; decidedAt: Date | null }

export type VoucherOrderRow = Omit<VoucherOrder, keyof Stored> & Stored
export type ExtranetVoucherOrderRow = Omit<ExtranetVoucherOrder, keyof Stored> & Stored

export function presentVoucherOrder<Row extends Stored>({ price, currency, createdAt, decidedAt, ...row }: Row) {
  return {
    ...row,
    price: toWire({ minor: price, currency }),
    createdAt: createdAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
  }
}
