import { useState, type KeyboardEvent } from 'react'

export type SelectBinding = {
  checked: boolean
  'data-pick': number
  onClick: (event: { shiftKey: boolean }) => void
  onChange: () => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

export type Selection<Row> = {
  selected: Row[]
  count: number
  has: (row: Row) => boolean
  /** What the checkbox of a row needs; `index` is its place in the list. */
  bind: (row: Row, index: number) => SelectBinding
  selectAll: () => void
  clear: () => void
}

const STEPS: Record<string, number> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }

/**
 * Chosen rows of a list, by key. Shift chooses all from the last one on; in a checkbox `x` chooses, `j`/`k` and the
 * arrows go to the next one, with Shift they choose on the way, and Escape lets all go.
 */
export function useSelection<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  canSelect: (row: Row) => boolean,
): Selection<Row> {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  const [last, setLast] = useState(0)
  const selected = rows.filter((row) => canSelect(row) && keys.has(keyOf(row)))

  const setRange = (from: number, to: number, isOn: boolean) =>
    setKeys((before) => {
      const range = rows.slice(Math.min(from, to), Math.max(from, to) + 1).filter(canSelect)
      const next = new Set(before)
      for (const row of range) {
        if (isOn) next.add(keyOf(row))
        else next.delete(keyOf(row))
      }
      return next
    })
  const toggle = (row: Row, index: number, withRange: boolean) => {
    setRange(withRange ? last : index, index, !keys.has(keyOf(row)))
    setLast(index)
  }

  return {
    selected,
    count: selected.length,
    has: (row) => keys.has(keyOf(row)),
    bind: (row, index) => ({
      checked: keys.has(keyOf(row)),
      'data-pick': index,
      onClick: ({ shiftKey }) => toggle(row, index, shiftKey),
      // The click did it; React wants a controlled box to listen to changes.
      onChange: () => undefined,
      onKeyDown: (event) => {
        const step = STEPS[event.key.length === 1 ? event.key.toLowerCase() : event.key]
        if (event.ctrlKey || event.metaKey || event.altKey) return
        if (event.key === 'Escape' && keys.size > 0) setKeys(new Set())
        else if (event.key === 'x') toggle(row, index, false)
        else if (step !== undefined) {
          const next = focusNext(event.currentTarget, step)
          if (event.shiftKey && next !== null) setRange(index, next, true)
        } else return
        event.preventDefault()
        event.stopPropagation()
      },
    }),
    selectAll: () => setKeys(new Set(rows.filter(canSelect).map(keyOf))),
    clear: () => setKeys(new Set()),
  }
}

/** Moves to the next checkbox of the list that can be chosen; tells its row. */
function focusNext(from: HTMLElement, step: number): number | null {
  const boxes = [...document.querySelectorAll<HTMLInputElement>('input[data-pick]:not(:disabled)')]
  const next = boxes[boxes.findIndex((box) => box === from) + step]
  next?.focus()
  return next === undefined ? null : Number(next.dataset.pick)
}
