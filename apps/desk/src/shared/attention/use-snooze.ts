import { snoozeCase, wakeCase } from '@timedesk/contracts/case-attention'
import { useFormat } from '@timedesk/ui/format'

import { client } from '../client.ts'
import { useTell } from '../deeds/use-tell.ts'
import { useAttention } from './use-attention.ts'
import { useAttentionChange } from './use-attention-change.ts'
import { useAttentionWords } from './use-attention-words.ts'

/** Until when the reader has put a case away, and how they do and take it back. How it went is told in a corner. */
export function useSnooze(caseId: string, number: number) {
  const words = useAttentionWords()
  const format = useFormat()
  const { data } = useAttention(caseId)
  const tell = useTell()
  const away = useAttentionChange(caseId, (until: string) =>
    client.call(snoozeCase, { params: { caseId }, body: { until } }),
  )
  const back = useAttentionChange(caseId, () => client.call(wakeCase, { params: { caseId } }))
  return {
    /** Null: not snoozed, or not known yet. */
    until: data?.snoozedUntil ?? null,
    isPending: away.isPending || back.isPending,
    /** What kept it from being snoozed. */
    error: away.error,
    snooze: (until: string, onDone?: () => void) =>
      away.mutate(until, {
        onSuccess: tell(words('snoozed', { number, time: format.dateTime(until) }), onDone).onSuccess,
      }),
    wake: () => back.mutate(undefined, tell(words('awake', { number }))),
  }
}
