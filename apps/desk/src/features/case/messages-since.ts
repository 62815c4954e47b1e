import type { TimelineItem } from '@timedesk/contracts/dialogue'

/** Replies and notes of others that came after what the writer had seen; none while nothing is written. */
export function messagesSince(items: readonly TimelineItem[], seenUntil: string | null, myId: string): TimelineItem[] {
  if (seenUntil === null) return []
  return items.filter(
    (item) => (item.kind === 'reply' || item.kind === 'note') && item.at > seenUntil && item.author.id !== myId,
  )
}
