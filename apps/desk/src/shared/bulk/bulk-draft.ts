import type { Permission } from '@timedesk/contracts/access'
import type { BulkChange } from '@timedesk/contracts/bulk-changes'
import type { Reference } from '@timedesk/contracts/primitives'
import type { z } from 'zod'

import { emptyAction, isFilledIn, wireChanges, type ActionDraft, type CHANGE_KINDS } from '../actions/action-draft.ts'

type ChangeKind = (typeof CHANGE_KINDS)[number]

/** What can be done with many cases. */
export type BulkDeed = ChangeKind | 'snooze' | 'follow' | 'unfollow' | 'read' | 'unread' | 'macro' | 'merge'

/** Of these the cases themselves are not changed: they are the person's own view of them. */
const WITHOUT_WRITING: readonly BulkDeed[] = ['snooze', 'follow', 'unfollow', 'read', 'unread']

/** What the person wants of them, as it is written. */
export type BulkDraft =
  | { kind: 'change'; action: ActionDraft }
  | { kind: 'snooze'; until: string | null; isBack: boolean }
  | { kind: 'follow'; isFollowed: boolean }
  | { kind: 'read'; isRead: boolean }
  | { kind: 'macro'; macroId: string | null }
  | { kind: 'merge'; into: Reference | null }

export type WireBulkChange = z.input<typeof BulkChange>

/** A deed that nobody has filled in. Cases go to the person's own department unless something else is chosen. */
export function emptyDraft(deed: BulkDeed, departmentId: string): BulkDraft {
  switch (deed) {
    case 'snooze':
      return { kind: deed, until: null, isBack: false }
    case 'follow':
    case 'unfollow':
      return { kind: 'follow', isFollowed: deed === 'follow' }
    case 'read':
    case 'unread':
      return { kind: 'read', isRead: deed === 'read' }
    case 'macro':
      return { kind: deed, macroId: null }
    case 'merge':
      return { kind: deed, into: null }
    default: {
      const action = emptyAction(deed)
      return { kind: 'change', action: action.kind === 'assignment' ? { ...action, departmentId } : action }
    }
  }
}

/** Whether there is nothing to be asked: the deed says it all. */
export function saysItAll({ kind }: BulkDraft): boolean {
  return kind === 'follow' || kind === 'read'
}

/** Whether everything is chosen that the deed cannot do without. */
export function isWhole(draft: BulkDraft): boolean {
  switch (draft.kind) {
    case 'change': {
      const { action } = draft
      if (action.kind === 'tags') return action.add.length + action.remove.length > 0
      return isFilledIn(action)
    }
    case 'snooze':
      return draft.isBack || draft.until !== null
    case 'macro':
      return draft.macroId !== null
    case 'merge':
      return draft.into !== null
    case 'follow':
    case 'read':
      return true
  }
}

/** The changes as the API takes them. */
export function wireDraft(draft: BulkDraft): WireBulkChange[] {
  switch (draft.kind) {
    case 'change':
      return wireChanges([draft.action])
    case 'snooze':
      return [{ kind: draft.kind, until: draft.isBack ? null : draft.until }]
    case 'macro':
      return [{ kind: draft.kind, macroId: draft.macroId ?? '' }]
    case 'merge':
      return [{ kind: draft.kind, intoId: draft.into?.id ?? '' }]
    case 'follow':
    case 'read':
      return [draft]
  }
}

/** What a person has to be allowed for a deed to be offered. */
export function permissionsOf(deed: BulkDeed): readonly Permission[] {
  if (WITHOUT_WRITING.includes(deed)) return ['case:read']
  return deed === 'assignment' ? ['case:write', 'case:dispatch'] : ['case:write']
}
