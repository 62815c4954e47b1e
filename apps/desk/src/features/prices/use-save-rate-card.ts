import { createRateCard, updateRateCard, type RateCard } from '@timedesk/contracts/pricing'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { ifMatch } from '../../shared/if-match.ts'
import { queryRoots } from '../../shared/query-roots.ts'
import { touchedByTime } from '../../shared/time/touched-by-time.ts'
import { wireRows, type RateCardDraft } from './rate-card-draft.ts'

type Input = { draft: RateCardDraft; changes: Partial<RateCardDraft> }

/** Creates a rate card, or changes the given one if nobody did so since it was read; time under it is priced anew. */
export function useSaveRateCard(card: RateCard | null) {
  return useChange(
    ({ draft, changes }: Input) => {
      const { name, currency } = draft
      if (card === null) {
        return client.call(createRateCard, { body: { name, currency, rows: wireRows(draft.rows, currency) } })
      }
      const { rows, isActive } = changes
      return client.call(updateRateCard, {
        params: { rateCardId: card.id },
        headers: ifMatch(card.version),
        body: {
          ...(changes.name !== undefined && { name: changes.name }),
          ...(rows !== undefined && { rows: wireRows(rows, currency) }),
          ...(isActive !== undefined && { isActive }),
        },
      })
    },
    [queryRoots.rateCards, ...touchedByTime],
  )
}
