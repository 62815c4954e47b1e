import { useMutation, useQueryClient } from '@tanstack/react-query'
import { createAgreement, type Agreement } from '@timedesk/contracts/agreements'
import { addSubscriptionLine } from '@timedesk/contracts/subscriptions'
import { sellVoucher } from '@timedesk/contracts/vouchers'
import { useState } from 'react'

import { client } from '../../shared/client.ts'
import { coverTouches } from '../../shared/cover/cover-touches.ts'
import { wireLine } from '../../shared/terms/line-draft.ts'
import { wireLot } from '../../shared/terms/lot-draft.ts'
import type { Bought } from '../../shared/terms/preview/examples.ts'
import type { TermsDraft } from '../../shared/terms/terms-draft.ts'
import { wireNewTerms } from '../../shared/terms/wire-terms.ts'

export type WantedAgreement = Bought & {
  customerId: string
  currency: string
  draft: TermsDraft
  state: 'draft' | 'active'
}

/** How far the making of an agreement has come: the agreement, and how many things under it. */
type Progress = { agreement: Agreement | null; done: number }

/**
 * Makes an agreement and then, one after the other, what is sold under it. When one of them is refused, what is done
 * stays done and is not repeated: `failedAt` says which it was, counted from the agreement, which is -1.
 */
export function useCreateAgreement() {
  const queryClient = useQueryClient()
  const [progress, setProgress] = useState<Progress>({ agreement: null, done: 0 })
  const mutation = useMutation({
    mutationFn: async (wanted: WantedAgreement) => {
      const agreement = progress.agreement ?? (await make(wanted))
      const steps = stepsOf(wanted)
      setProgress({ agreement, done: progress.done })
      for (let done = progress.done; done < steps.length; done += 1) {
        await steps[done]?.(agreement.id)
        setProgress({ agreement, done: done + 1 })
      }
      return agreement
    },
    onSettled: () => Promise.all(coverTouches.map((queryKey) => queryClient.invalidateQueries({ queryKey }))),
  })
  const failedAt = progress.agreement === null ? -1 : progress.done
  return {
    ...{ mutate: mutation.mutate, isPending: mutation.isPending, error: mutation.error, ...progress },
    errorAt: (step: number) => (step === failedAt ? mutation.error : null),
  }
}

function make({ draft, customerId, currency, state }: WantedAgreement): Promise<Agreement> {
  return client.call(createAgreement, { body: { ...wireNewTerms(draft, currency), customerId, state } })
}

/** What is made under the agreement. A draft sells no voucher; its plan is kept and charges nothing. */
function stepsOf({
  draft,
  state,
  lot,
  lines,
  currency,
}: WantedAgreement): ((agreementId: string) => Promise<unknown>)[] {
  switch (draft.settlement) {
    case 'time_spent':
      return []
    case 'voucher':
      if (state === 'draft') return []
      return [(agreementId) => client.call(sellVoucher, { params: { agreementId }, body: wireLot(lot, currency) })]
    case 'subscription':
      return lines.map((line, position) => (agreementId) => {
        const body = { ...wireLine(line, currency), position }
        return client.call(addSubscriptionLine, { params: { agreementId }, body })
      })
  }
}
