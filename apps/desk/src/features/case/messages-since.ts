import type { NoteItem, ReplyItem, TimelineItem } from '@timedesk/contracts/dialogue'
import type { z } from 'zod'

/** The newest message of a case; the case itself while it has none, whose id is older than that of every message. */
export function newestMessage(items: readonly TimelineItem[], caseId: string): string {
  return items.filter(isMessage).reduce((newest, { id }) => (id > newest ? id : newest), caseId)
}

/**
 * Replies and notes of others that came after what the writer had seen; none while nothing is written. Ids are given in
 * the order of messages, as the API counts them.
 */
export function messagesSince(items: readonly TimelineItem[], seenId: string | null, myId: string): TimelineItem[] {
  if (seenId === null) return []
  return items.filter((item) => isMessage(item) && item.id > seenId && item.author.id !== myId)
}

type Message = z.output<typeof ReplyItem> | z.output<typeof NoteItem>

function isMessage(item: TimelineItem): item is Message {
  return item.kind === 'reply' || item.kind === 'note'
}
