import type { Voucher } from '@timedesk/contracts/vouchers'

import { minorOf } from '../../shared/money.ts'

/** A voucher as the rules of movements read it; nothing is drawn here, so what it is counted from does not matter. */
export function poolStateOf({ available, liability }: Voucher) {
  const owed = minorOf(liability)
  return { balance: available, liability: owed, baseUnits: available, baseLiability: owed }
}
