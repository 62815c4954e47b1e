import type { Deps } from '../platform/deps.ts'
import { bookFees } from './book-fees.ts'
import { bookVouchers } from './book-vouchers.ts'

/**
 * Books what was earned since: vouchers as they are used or expire (R25, R26), and fees month by month (R39), as far as
 * they are invoiced; what is not yet waits. It may run late, twice and by several workers at once: what is booked is
 * found booked, and what credit notes change later is booked as the difference.
 */
export async function bookRevenue(world: Pick<Deps, 'database' | 'newId'>, now: Date): Promise<void> {
  await bookVouchers(world, now)
  await bookFees(world, now)
}
