import type { Voucher } from '@timedesk/contracts/vouchers'
import { parseAmount } from '@timedesk/domain/money/money'

/** A voucher as the rules of movements read it; nothing is drawn here, so what it is counted from does not matter. */
export function poolStateOf({ available, liability }: Voucher) {
  const owed = parseAmount(liability.amount) ?? 0
  return { balance: available, liability: owed, baseUnits: available, baseLiability: owed }
}
