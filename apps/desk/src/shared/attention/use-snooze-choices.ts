import { useQueryClient } from '@tanstack/react-query'
import { useFormat } from '@timedesk/ui/format'
import type { ShortcutChoices } from '@timedesk/ui/use-shortcuts'

import { attentionQueries } from './attention-queries.ts'
import { useAttentionWords } from './use-attention-words.ts'

/** The moments until which one may put something away, as values of an action that is chosen by name. */
export function useSnoozeChoices(onChoose: (until: string) => void): ShortcutChoices {
  const words = useAttentionWords()
  const format = useFormat()
  const queryClient = useQueryClient()
  return {
    load: async () => {
      const choices = await queryClient.query(attentionQueries.snoozeChoices())
      return choices.map(({ kind, until }) => ({
        id: kind,
        label: words(kind),
        description: format.dateTime(until),
        run: () => onChoose(until),
      }))
    },
  }
}
