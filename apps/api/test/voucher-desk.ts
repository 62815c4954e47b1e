import type { LedgerRow } from '@timedesk/contracts/vouchers'
import { buildCustomer } from './factories.ts'
import type { TestServer } from './harness.ts'
import { openPlanDesk } from './plan-desk.ts'

export const money = (amount: string, currency = 'DKK') => ({ amount, currency })

/** What tests of vouchers do: finance sells and moves them, and work draws from them. */
export function openVoucherDesk(server: TestServer) {
  const desk = openPlanDesk(server)
  const { send, succeed } = desk

  return {
    ...desk,
    /** A customer with a voucher agreement since the start of the year, and 950.00 for an hour beyond it. */
    async prepaid(given: object = {}) {
      const { id: customerId, name } = await buildCustomer(server)
      const prepaid = { settlement: 'voucher', heading: 'Prepaid hours', ratePerHour: money('950.00'), ...given }
      const { id: agreementId } = await desk.agree(customerId, prepaid)
      return { customerId, customerName: name, agreementId }
    },
    /** Ten hours for 9,000.00, valid since the start of the year unless said otherwise. */
    sell: (agreementId: string, given: object = {}) => desk.sell(agreementId, { validFrom: '2026-01-01', ...given }),
    move: (voucherId: string, movement: string, payload?: object) =>
      send('POST', `/vouchers/${voucherId}/${movement}`, payload),
    /** Everything that moved in a pool, earliest first. */
    async ledger(poolId: string): Promise<LedgerRow[]> {
      const { data } = await succeed<{ data: LedgerRow[] }>('GET', `/pools/${poolId}/ledger?limit=200`)
      return data.toReversed()
    },
  }
}
