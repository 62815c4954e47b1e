import type { Case } from '@timedesk/contracts/cases'
import { useState } from 'react'

import { useMe } from '../../shared/session/use-me.ts'
import { draftKey, isEmptyDraft, readDraft, type Tone } from './draft.ts'
import { useCaseDrafts } from './writing/use-case-drafts.ts'

/**
 * The tone that one writes in: at first the one that something is begun in, here or on another device, by oneself or
 * together; the note where nothing is. What colleagues begin later moves nobody.
 */
export function useFirstTone(subject: Case): [Tone, (tone: Tone) => void] {
  const me = useMe()
  const drafts = useCaseDrafts(subject.id)
  const isBegunHere = (tone: Tone) => !isEmptyDraft(readDraft(draftKey(me.id, subject.id, tone)).draft)
  const [tone, setTone] = useState<Tone>(() => (isBegunHere('reply') ? 'reply' : 'note'))
  const [isSettled, setIsSettled] = useState(false)
  if (!isSettled && drafts !== undefined) {
    setIsSettled(true)
    const kinds = new Set(drafts.map(({ kind }) => kind))
    if (tone === 'note' && kinds.has('reply') && !kinds.has('note') && !isBegunHere('note')) setTone('reply')
  }
  return [
    tone,
    (chosen) => {
      setIsSettled(true)
      setTone(chosen)
    },
  ]
}
