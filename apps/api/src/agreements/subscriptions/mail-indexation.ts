import { factorText } from '@timedesk/domain/money/factor'
import type { LinePrice } from '@timedesk/domain/subscriptions/price'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { priceText } from '../../platform/read-rate.ts'
import { giveWarnings } from '../warnings/give-warnings.ts'
import type { HeldLine } from './hold-line.ts'
import type { StoredIndex } from './store-price.ts'

/** The letter of an indexed price to the customer's managers and bookkeepers, with both index values and months (R37). */
export async function mailIndexation(
  tx: Tx,
  context: Context,
  { line, agreement }: HeldLine,
  { before, price }: { before: LinePrice; price: LinePrice & { index: StoredIndex } },
  publicUrl: string,
): Promise<void> {
  const { base, baseMonth, now, nowMonth } = price.index
  const news = {
    kind: 'price_change' as const,
    line: line.description,
    oldPrice: priceText(before.unitPrice, agreement.currency),
    newPrice: priceText(price.unitPrice, agreement.currency),
    validFrom: price.validFrom,
    index: `${factorText(base)} (${baseMonth}) → ${factorText(now)} (${nowMonth})`,
  }
  const key = `price:${line.id}:${price.validFrom}`
  await giveWarnings(tx, context, agreement, [{ key, poolId: null, news }], publicUrl)
}
