import {
  activateVoucher,
  adjustVoucher,
  cancelVoucher,
  extendVoucher,
  sellVoucher,
  transferVoucher,
} from '@timedesk/contracts/vouchers'

import { client } from '../../shared/client.ts'
import { coverTouches } from '../../shared/cover/cover-touches.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { wireLot, type LotDraft } from '../../shared/terms/lot-draft.ts'

/** Sells units under an agreement. */
export function useSellVoucher(agreementId: string, currency: string) {
  return useChange(
    (lot: LotDraft) => client.call(sellVoucher, { params: { agreementId }, body: wireLot(lot, currency) }),
    coverTouches,
  )
}

/** Lets an ordered voucher cover work. */
export function useActivateVoucher(voucherId: string) {
  return useChange(() => client.call(activateVoucher, { params: { voucherId } }), coverTouches)
}

/** Adds units or takes some away, for a reason that somebody approves. */
export function useAdjustVoucher(voucherId: string) {
  return useChange(
    (body: { units: number; reason: string; approverId: string }) =>
      client.call(adjustVoucher, { params: { voucherId }, body }),
    coverTouches,
  )
}

/** Moves units to another voucher of the same kind. */
export function useTransferVoucher(voucherId: string) {
  return useChange(
    (body: { toVoucherId: string; units: number; reason: string }) =>
      client.call(transferVoucher, { params: { voucherId }, body }),
    coverTouches,
  )
}

/** Gives a voucher a later last day. */
export function useExtendVoucher(voucherId: string) {
  return useChange(
    (body: { expiresOn: string | null; reason: string }) => client.call(extendVoucher, { params: { voucherId }, body }),
    coverTouches,
  )
}

/** Credits what is left of a voucher. */
export function useCancelVoucher(voucherId: string) {
  return useChange(
    (reason: string) => client.call(cancelVoucher, { params: { voucherId }, body: { reason } }),
    coverTouches,
  )
}
