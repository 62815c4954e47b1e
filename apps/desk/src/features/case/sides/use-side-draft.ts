import { useState } from 'react'

import { useMe } from '../../../shared/session/use-me.ts'
import { keepSideDraft, readSideDraft, type SideDraft } from './side-draft.ts'

type Kept = {
  draft: SideDraft
  set: (changes: Partial<SideDraft> | ((before: SideDraft) => Partial<SideDraft>)) => void
  /** After it was sent, or when it is not wanted any more. */
  forget: () => void
  isChanged: boolean
}

/** A draft that outlives the page. `about` is the conversation, or the case for a new one. */
export function useSideDraft(about: string, blank: SideDraft): Kept {
  const key = `timedesk.side.${useMe().id}.${about}`
  const [draft, setDraft] = useState(() => readSideDraft(key, blank))
  return {
    draft,
    set: (changes) =>
      setDraft((before) => {
        const after = { ...before, ...(typeof changes === 'function' ? changes(before) : changes) }
        keepSideDraft(key, after)
        return after
      }),
    forget: () => {
      keepSideDraft(key, null)
      setDraft(blank)
    },
    isChanged: JSON.stringify(draft) !== JSON.stringify(blank),
  }
}
