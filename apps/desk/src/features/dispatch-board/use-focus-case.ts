import { useEffect, useState } from 'react'

/** Moves the focus to a case on the board once what covers it has gone, so that the keyboard goes on from there. */
export function useFocusCase(): (caseId: string) => void {
  const [wanted, setWanted] = useState<{ caseId: string } | null>(null)
  useEffect(() => {
    if (wanted === null) return
    document.querySelector<HTMLElement>(`[data-board-case="${wanted.caseId}"] a`)?.focus()
  }, [wanted])
  return (caseId) => setWanted({ caseId })
}
