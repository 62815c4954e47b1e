import { useMutationState } from '@tanstack/react-query'
import type { TimelineItem } from '@timedesk/contracts/dialogue'
import { useEffect, useRef } from 'react'

/** What sends messages of a case from this window. */
export function sendKey(caseId: string): readonly string[] {
  return ['send-message', caseId]
}

/** Brings what was just sent from here into view, once it stands in the log: also for who wrote it at the head of the page. */
export function useSentScroll(caseId: string, items: readonly TimelineItem[]): void {
  const sent = useMutationState({
    filters: { mutationKey: [...sendKey(caseId)], status: 'success' },
    select: ({ state }) => idOf(state.data),
  }).at(-1)
  // What was sent before the person came here is no news.
  const shown = useRef(sent)
  const isThere = sent !== undefined && items.some(({ id }) => id === sent)
  useEffect(() => {
    if (!isThere || shown.current === sent) return
    shown.current = sent
    document.getElementById(`item-${sent}`)?.scrollIntoView({ block: 'nearest' })
  }, [isThere, sent])
}

function idOf(answer: unknown): string | undefined {
  return typeof answer === 'object' && answer !== null && 'id' in answer ? String(answer.id) : undefined
}
