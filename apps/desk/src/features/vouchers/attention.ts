import type { Voucher } from '@timedesk/contracts/vouchers'
import { addDays } from '@timedesk/domain/calendar/days'

import { isLow } from '../../shared/cover/is-low.ts'

/** Why somebody should look at a voucher. */
export type Attention = 'nearly_empty' | 'expiring'

const SOON_DAYS = 60

/** The vouchers that need somebody, the most urgent first. */
export function needingAttention(vouchers: readonly Voucher[], attention: Attention, today: string): Voucher[] {
  if (attention === 'nearly_empty') {
    return vouchers
      .filter(({ available, granted }) => granted > 0 && isLow(available, granted))
      .toSorted((one, other) => one.available / one.granted - other.available / other.granted)
  }
  const soon = addDays(today, SOON_DAYS)
  return vouchers
    .filter(({ expiresOn, available }) => expiresOn !== null && expiresOn <= soon && available > 0)
    .toSorted((one, other) => ((one.expiresOn ?? '') < (other.expiresOn ?? '') ? -1 : 1))
}
