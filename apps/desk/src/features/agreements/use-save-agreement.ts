import { createAgreement, updateAgreement, type Agreement } from '@timedesk/contracts/agreements'
import type { Reference } from '@timedesk/contracts/primitives'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { wireRate } from '../../shared/forms/wire-rate.ts'
import { ifMatch } from '../../shared/if-match.ts'
import { queryRoots } from '../../shared/query-roots.ts'

/** An agreement as it is written in the form; named as the fields of the request. */
export type AgreementDraft = {
  heading: string
  terms: string
  validFrom: string
  validTo: string
  ratePerHour: string
  incrementMinutes: number
  minimumMinutes: number
  ownerId: Reference | null
  poNumber: string
}

export function draftOfAgreement(agreement: Agreement): AgreementDraft {
  const { heading, terms, validFrom, validTo, ratePerHour, incrementMinutes, minimumMinutes, owner, poNumber } =
    agreement
  return {
    ...{ heading, terms, validFrom, incrementMinutes, minimumMinutes, poNumber },
    validTo: validTo ?? '',
    ratePerHour: ratePerHour?.amount ?? '',
    ownerId: owner,
  }
}

const touches = [queryRoots.agreements, queryRoots.customers, queryRoots.potential, queryRoots.timeEntries]

/** Agrees with a customer on time spent. */
export function useCreateAgreement(currency: string) {
  return useChange(({ customerId, draft }: { customerId: string; draft: AgreementDraft }) => {
    const { ownerId, validTo, ratePerHour, ...same } = draft
    return client.call(createAgreement, {
      body: {
        ...same,
        customerId,
        validTo: validTo === '' ? null : validTo,
        ratePerHour: wireRate(ratePerHour, currency) ?? { amount: '', currency },
        ownerId: ownerId?.id ?? null,
      },
    })
  }, touches)
}

type AgreementChange = { agreement: Agreement; changes: Partial<AgreementDraft> & { state?: 'active' | 'ended' } }

/** Changes or ends an agreement, if nobody changed it since it was read. */
export function useUpdateAgreement() {
  return useChange(({ agreement, changes }: AgreementChange) => {
    const { ownerId, validTo, ratePerHour, ...same } = changes
    return client.call(updateAgreement, {
      params: { agreementId: agreement.id },
      headers: ifMatch(agreement.version),
      body: {
        ...same,
        ...(validTo !== undefined && { validTo: validTo === '' ? null : validTo }),
        ...(ratePerHour !== undefined && { ratePerHour: wireRate(ratePerHour, agreement.currency) }),
        ...(ownerId !== undefined && { ownerId: ownerId?.id ?? null }),
      },
    })
  }, touches)
}
