import type { ListedCase } from '@timedesk/contracts/work-list'
import { useLayoutEffect, useRef, useState, type RefObject } from 'react'

/** The row that was last used in each list, so that whoever comes back from a case goes on where they were. */
const kept = new Map<string, string>()

export type ActiveRow = {
  /** Its place among the rows; -1 when there are none. */
  index: number
  id: string | undefined
  /** Whether somebody went to it; the first row has the tab stop without that. */
  isUsed: boolean
  /** Moves the focus to a row; beyond an end it stays there. */
  focus: (index: number) => void
  /** Tells that a row has the focus by itself. */
  take: (id: string) => void
}

/**
 * One tab stop for the whole list: the row that was last used. It is kept by its case, so that a list that is read anew
 * moves nobody to another one. `listKey` says which list it is.
 */
export function useActiveRow(
  rows: readonly ListedCase[],
  listKey: string,
  box: RefObject<HTMLElement | null>,
  reveal: (index: number) => void,
): ActiveRow {
  const [chosen, setChosen] = useState(() => ({ id: kept.get(listKey), index: 0 }))
  // Who comes back from a case has the focus nowhere; who is typing keeps it where it is.
  const isWaiting = useRef(kept.has(listKey) && isNowhere(document.activeElement))
  const found = rows.findIndex(({ id }) => id === chosen.id)
  const index = found === -1 ? Math.min(chosen.index, rows.length - 1) : found
  const id = rows[index]?.id

  // A row far away is drawn only after it was chosen, and can take the focus only then.
  useLayoutEffect(() => {
    if (!isWaiting.current || id === undefined) return
    const row = box.current?.querySelector<HTMLElement>(`[data-case="${id}"]`)
    if (row === undefined || row === null) return
    isWaiting.current = false
    row.focus({ preventScroll: true })
    reveal(index)
  })

  const choose = (next: { id: string; index: number }) => {
    kept.set(listKey, next.id)
    setChosen(next)
  }
  return {
    index,
    id,
    isUsed: found !== -1,
    focus: (target) => {
      const place = Math.max(0, Math.min(target, rows.length - 1))
      const row = rows[place]
      if (row === undefined) return
      isWaiting.current = true
      choose({ id: row.id, index: place })
      // Also when it is chosen already, and nothing would be drawn anew.
      box.current?.querySelector<HTMLElement>(`[data-case="${row.id}"]`)?.focus({ preventScroll: true })
      reveal(place)
    },
    take: (taken) => {
      const place = rows.findIndex((row) => row.id === taken)
      if (place !== -1 && taken !== chosen.id) choose({ id: taken, index: place })
    },
  }
}

function isNowhere(element: Element | null): boolean {
  return element === null || element === document.body
}
