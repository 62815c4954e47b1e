import type { AgreementState } from '@timedesk/contracts/agreements'
import type { Voucher } from '@timedesk/contracts/vouchers'

import { Mark } from '../lists/mark.tsx'
import { useCoverWords } from './use-cover-words.ts'

const AGREEMENT_KINDS = { draft: 'quiet', active: 'good', suspended: 'warn', ended: 'quiet' } as const
const VOUCHER_KINDS = {
  ordered: 'chosen',
  active: 'good',
  exhausted: 'quiet',
  expired: 'warn',
  cancelled: 'quiet',
} as const

/** Where an agreement is in its life. */
export function AgreementMark({ state }: { state: AgreementState }) {
  const words = useCoverWords()
  return <Mark kind={AGREEMENT_KINDS[state]}>{words(`state_${state}`)}</Mark>
}

/** Where a voucher is in its life. */
export function VoucherMark({ state }: { state: Voucher['state'] }) {
  const words = useCoverWords()
  return <Mark kind={VOUCHER_KINDS[state]}>{words(`voucher_${state}`)}</Mark>
}
