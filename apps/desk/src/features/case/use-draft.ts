import { useRef, useState } from 'react'

import { emptyDraft, readDraft, writeDraft, type Draft } from './draft.ts'

/** A draft that this browser keeps with every change, so that nothing is lost by leaving, failing or crashing. */
export function useDraft(key: string) {
  const [draft, setDraft] = useState(() => readDraft(key))
  const [isKept, setIsKept] = useState(true)
  // Several uploads may end between two renders; each has to build on the one before.
  const latest = useRef(draft)
  const change = (changes: (now: Draft) => Partial<Draft>) => {
    latest.current = { ...latest.current, ...changes(latest.current) }
    setDraft(latest.current)
    setIsKept(writeDraft(key, latest.current))
  }
  return { draft, isKept, change, clear: () => change(() => emptyDraft) }
}
