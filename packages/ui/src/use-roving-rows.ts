import { useRef, useState, type KeyboardEvent } from 'react'

type RovingRow = {
  tabIndex: 0 | -1
  ref: (element: HTMLElement | null) => void
  onFocus: () => void
  onKeyDown: (event: KeyboardEvent) => void
}

/**
 * One tab stop for a whole list: `j`/`k` and the arrows move, Home and End jump, Enter opens.
 * Give each row `rowProps(index)`; `focusRow` is for a shortcut outside the list.
 */
export function useRovingRows({ count, onOpen }: { count: number; onOpen: (index: number) => void }): {
  activeIndex: number
  rowProps: (index: number) => RovingRow
  focusRow: (index: number) => void
} {
  const [chosenIndex, setChosenIndex] = useState(0)
  const elements = useRef(new Map<number, HTMLElement>())
  const activeIndex = Math.min(chosenIndex, Math.max(0, count - 1))

  const focusRow = (index: number) => {
    const target = Math.min(Math.max(index, 0), count - 1)
    setChosenIndex(Math.max(0, target))
    elements.current.get(target)?.focus()
  }

  const rowProps = (index: number): RovingRow => ({
    tabIndex: index === activeIndex ? 0 : -1,
    ref: (element) => {
      if (element === null) {
        elements.current.delete(index)
      } else {
        elements.current.set(index, element)
      }
    },
    onFocus: () => {
      setChosenIndex(index)
    },
    onKeyDown: (event) => {
      const target = targetOf(event.key, index, count)
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
      if (event.target !== event.currentTarget || !isPlain) {
        return
      }
      if (event.key === 'Enter') {
        event.preventDefault()
        onOpen(index)
      } else if (target !== undefined) {
        event.preventDefault()
        focusRow(target)
      }
    },
  })

  return { activeIndex, rowProps, focusRow }
}

function targetOf(key: string, index: number, count: number): number | undefined {
  const targets: Record<string, number> = {
    j: index + 1,
    ArrowDown: index + 1,
    k: index - 1,
    ArrowUp: index - 1,
    Home: 0,
    End: count - 1,
  }
  return targets[key]
}
