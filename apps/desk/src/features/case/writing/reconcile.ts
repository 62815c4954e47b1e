import type { MessageDraft } from '@timedesk/contracts/drafts'
import { mergeTexts } from '@timedesk/domain/text/merge-texts'

import { pictureUrl } from '../../../shared/attachments.ts'
import { emptyDraft, isEmptyDraft, nothingKept, type Draft, type Kept } from '../draft.ts'

/**
 * What became of a draft when it met what the server has: nothing new, theirs taken over, both in one (with places where
 * both changed the same words, or without), or it was sent or discarded elsewhere.
 */
export type Meeting = 'same' | 'taken' | 'merged' | 'conflict' | 'gone'

/** Whether something stands here that the server has not got. */
export function isUnsaved({ draft, base }: Kept): boolean {
  return base === null ? !isEmptyDraft(draft) : !isSame(draft, base.draft)
}

/** Brings what stands here together with what the server has. No word of either is lost. */
export function reconcile(kept: Kept, server: MessageDraft | null): { kept: Kept; meeting: Meeting } {
  const { draft, base } = kept
  if (server === null) {
    if (base === null) return { kept, meeting: 'same' }
    return isUnsaved(kept) && !isEmptyDraft(draft)
      ? { kept: { draft, base: null }, meeting: 'same' }
      : { kept: nothingKept, meeting: 'gone' }
  }
  if (base?.id === server.id && server.version <= base.version) return { kept, meeting: 'same' }
  const theirs = draftOf(server)
  const meant = { id: server.id, version: server.version, draft: theirs }
  if (!isUnsaved(kept)) return { kept: { draft: theirs, base: meant }, meeting: 'taken' }
  const before = base?.draft ?? emptyDraft
  if (isSame(draft, theirs)) return { kept: { draft, base: meant }, meeting: 'same' }
  const { text, hasConflict } = mergeTexts(before.body, draft.body, theirs.body)
  return {
    kept: { draft: mergeDrafts(before, draft, theirs, text), base: meant },
    meeting: hasConflict ? 'conflict' : 'merged',
  }
}

/** What is left of a draft without what was sent of it: what was written or came to it since then. */
export function remainderOf(now: Draft, sent: Draft): Draft {
  const isNew = (id: string) => !sent.files.some((file) => file.id === id) && !sent.pictureIds.includes(id)
  const remainder = {
    body: now.body.startsWith(sent.body) ? now.body.slice(sent.body.length).trimStart() : now.body,
    files: now.files.filter(({ id }) => isNew(id)),
    pictureIds: now.pictureIds.filter(isNew),
    time: isSameTime(now, sent) ? emptyDraft.time : now.time,
    seenId: now.seenId,
  }
  return isEmptyDraft(remainder) ? emptyDraft : remainder
}

/** A draft of the server in the form that is written in. */
export function draftOf({ body, files, pictureIds, time, seenMessageId }: MessageDraft): Draft {
  return {
    body,
    files: files.map((file) => ({ ...file, url: pictureUrl(file.id) })),
    pictureIds,
    time,
    seenId: seenMessageId,
  }
}

function mergeDrafts(before: Draft, mine: Draft, theirs: Draft, body: string): Draft {
  const had = new Set(before.files.map(({ id }) => id))
  const kept = new Set(mine.files.map(({ id }) => id))
  const others = theirs.files.filter(({ id }) => kept.has(id) || !had.has(id))
  const own = mine.files.filter(({ id }) => !had.has(id) && !others.some((file) => file.id === id))
  return {
    body,
    files: [...others, ...own],
    pictureIds: [...new Set([...theirs.pictureIds, ...mine.pictureIds])],
    time: isSameTime(before, mine) ? theirs.time : mine.time,
    // Whoever has seen less is the one who has something to look at.
    seenId: [mine.seenId, theirs.seenId].filter((id) => id !== null).toSorted()[0] ?? null,
  }
}

function isSame(one: Draft, other: Draft): boolean {
  const filesOf = ({ files }: Draft) => files.map(({ id }) => id).join(' ')
  return one.body === other.body && filesOf(one) === filesOf(other) && isSameTime(one, other)
}

function isSameTime({ time: one }: Draft, { time: other }: Draft): boolean {
  return (Object.keys(one) as (keyof typeof one)[]).every((name) => one[name] === other[name])
}
