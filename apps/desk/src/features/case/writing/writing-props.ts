import type { Case } from '@timedesk/contracts/cases'
import type { TimelineItem } from '@timedesk/contracts/dialogue'
import type { MessageDraft } from '@timedesk/contracts/drafts'
import type { PresenceState } from '@timedesk/contracts/presence'
import type { MarkdownEditorHandle } from '@timedesk/ui/markdown-editor'
import type { RefObject } from 'react'

import type { DraftSlot } from './use-kept-draft.ts'

export type WritingProps = {
  subject: Case
  items: readonly TimelineItem[]
  slot: DraftSlot
  storageKey: string
  /** All drafts of the case that one may see. */
  drafts: readonly MessageDraft[]
  /** The one that is written in, as the server has it; undefined until that is known. */
  server: MessageDraft | null | undefined
  editorRef: RefObject<MarkdownEditorHandle | null>
  onMacro: () => void
  onPresence: (state: PresenceState) => void
  onShared: (isShared: boolean) => void
}
