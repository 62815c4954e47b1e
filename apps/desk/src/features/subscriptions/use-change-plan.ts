import { addSubscriptionLine, updateSubscriptionLine, type SubscriptionLine } from '@timedesk/contracts/subscriptions'
import { changeSubscriptionPrice, indexPrice, previewIndexation } from '@timedesk/contracts/subscription-prices'
import { useMutation } from '@tanstack/react-query'
import type { z } from 'zod'

import { client } from '../../shared/client.ts'
import { coverTouches } from '../../shared/cover/cover-touches.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { ifMatch } from '../../shared/if-match.ts'
import { wireLine, wireQuota, type LineDraft, type QuotaDraft } from '../../shared/terms/line-draft.ts'

export type Indexation = z.input<typeof previewIndexation.body>

/** A plan line as it is edited; named as the fields of the request. */
export type LineChange = { description: string; position: number; leadDays: number; quota: QuotaDraft; endsOn: string }

/** Adds a line to the plan of a subscription. */
export function useAddLine(agreementId: string, currency: string) {
  return useChange(
    (line: LineDraft) => client.call(addSubscriptionLine, { params: { agreementId }, body: wireLine(line, currency) }),
    coverTouches,
  )
}

/** Changes or ends a plan line, if nobody changed it since it was read. */
export function useUpdateLine({ id: lineId, version }: SubscriptionLine) {
  return useChange(({ endsOn, quota, ...same }: Partial<LineChange>) => {
    return client.call(updateSubscriptionLine, {
      params: { lineId },
      headers: ifMatch(version),
      body: {
        ...same,
        ...(endsOn !== undefined && { endsOn: endsOn === '' ? null : endsOn }),
        ...(quota !== undefined && { quota: wireQuota(quota) }),
      },
    })
  }, coverTouches)
}

/** Changes price or quantity from a day on. */
export function useChangePrice(lineId: string) {
  return useChange(
    (body: z.input<typeof changeSubscriptionPrice.body>) =>
      client.call(changeSubscriptionPrice, { params: { lineId }, body }),
    coverTouches,
  )
}

/** What an index would make of a price; writes nothing. */
export function usePreviewIndexation(lineId: string) {
  return useMutation({
    mutationFn: (body: Indexation) => client.call(previewIndexation, { params: { lineId }, body }),
  })
}

/** Indexes a price from a day on. */
export function useIndexPrice(lineId: string) {
  return useChange(
    (body: Indexation & { validFrom: string }) => client.call(indexPrice, { params: { lineId }, body }),
    coverTouches,
  )
}
