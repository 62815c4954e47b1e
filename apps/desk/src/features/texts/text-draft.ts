import type { CannedText } from '@timedesk/contracts/canned-texts'
import type { Macro } from '@timedesk/contracts/macros'
import type { LocalTexts, TextScope } from '@timedesk/contracts/texts'

import { draftsOfActions, wireChanges, type ActionDraft } from '../../shared/actions/action-draft.ts'

/** Whose a text is, as it is written. */
export type ScopeDraft = { scope: TextScope; departmentId: string | null }

/** A canned text as it is written; named as the fields of the request. */
export type TextDraft = ScopeDraft & { name: string; shortcut: string; texts: LocalTexts; isActive: boolean }

/** What a macro says; the texts are kept while it says nothing. */
export type MessageDraft = { kind: 'none' | 'reply' | 'note'; texts: LocalTexts }

/** A macro as it is written; named as the fields of the request. */
export type MacroDraft = ScopeDraft & {
  name: string
  message: MessageDraft
  changes: readonly ActionDraft[]
  position: number
  isActive: boolean
}

const noTexts: LocalTexts = { en: '', da: '' }

export function emptyText(scope: TextScope): TextDraft {
  return { name: '', shortcut: '', scope, departmentId: null, texts: noTexts, isActive: true }
}

export function draftOfText({ name, shortcut, scope, department, texts, isActive }: CannedText): TextDraft {
  return { name, shortcut, scope, departmentId: department?.id ?? null, texts, isActive }
}

export function emptyMacro(scope: TextScope): MacroDraft {
  const message = { kind: 'reply', texts: noTexts } as const
  return { name: '', scope, departmentId: null, message, changes: [], position: 0, isActive: true }
}

export function draftOfMacro(macro: Macro): MacroDraft {
  const { name, scope, department, message, changes, names, position, isActive } = macro
  return {
    ...{ name, scope, position, isActive },
    departmentId: department?.id ?? null,
    message: message ?? { kind: 'none', texts: noTexts },
    changes: draftsOfActions(changes, names),
  }
}

/** Whose it is, as the API takes it. */
export function wireScope({ scope, departmentId }: ScopeDraft): ScopeDraft {
  return { scope, departmentId: scope === 'department' ? departmentId : null }
}

/** A macro as the API takes it. */
export function wireMacro(draft: MacroDraft) {
  const { name, message, changes, position } = draft
  const { kind, texts } = message
  return {
    ...{ name, position, ...wireScope(draft) },
    message: kind === 'none' ? null : { kind, texts },
    changes: wireChanges(changes),
  }
}
