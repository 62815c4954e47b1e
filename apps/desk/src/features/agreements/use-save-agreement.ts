import { updateAgreement, type Agreement } from '@timedesk/contracts/agreements'
import { terminateAgreement, withdrawTermination } from '@timedesk/contracts/terminations'

import { client } from '../../shared/client.ts'
import { coverTouches } from '../../shared/cover/cover-touches.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { ifMatch } from '../../shared/if-match.ts'
import type { TermsDraft } from '../../shared/terms/terms-draft.ts'
import { wireTerms } from '../../shared/terms/wire-terms.ts'

type AgreementChange = {
  agreement: Agreement
  changes: Partial<TermsDraft> & { state?: 'active' | 'suspended' | 'ended' }
}

/** Changes, activates, suspends or ends an agreement, if nobody changed it since it was read. */
export function useUpdateAgreement() {
  return useChange(({ agreement, changes: { state, ...terms } }: AgreementChange) => {
    return client.call(updateAgreement, {
      params: { agreementId: agreement.id },
      headers: ifMatch(agreement.version),
      body: { ...wireTerms(terms, agreement.currency), ...(state !== undefined && { state }) },
    })
  }, coverTouches)
}

/** Gives notice on an agreement; without a day on the earliest that it allows. */
export function useTerminateAgreement() {
  return useChange(({ agreement, lastDay, reason }: { agreement: Agreement; lastDay: string; reason: string }) => {
    return client.call(terminateAgreement, {
      params: { agreementId: agreement.id },
      headers: ifMatch(agreement.version),
      body: { reason, ...(lastDay !== '' && { lastDay }) },
    })
  }, coverTouches)
}

/** Takes notice back. */
export function useWithdrawTermination() {
  return useChange((agreement: Agreement) => {
    const { id: agreementId, version } = agreement
    return client.call(withdrawTermination, { params: { agreementId }, headers: ifMatch(version) })
  }, coverTouches)
}
