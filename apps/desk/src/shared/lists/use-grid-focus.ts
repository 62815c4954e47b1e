import { useRef, useState, type KeyboardEvent } from 'react'

export type Position = { row: number; column: number }

type GridCell = {
  tabIndex: 0 | -1
  ref: (element: HTMLElement | null) => void
  onFocus: () => void
}

export type GridFocus = {
  position: Position
  focus: (to: Position) => void
  cellProps: (at: Position) => GridCell
  /** Moves by the arrows, Home and End, with Ctrl over the whole grid; true when it did. */
  move: (event: KeyboardEvent) => boolean
}

/** One tab stop for a whole grid: the cell that was last used. */
export function useGridFocus(rowCount: number, columnCount: number, start: Position): GridFocus {
  const [chosen, setChosen] = useState(start)
  const elements = useRef(new Map<string, HTMLElement>())
  const clamp = ({ row, column }: Position): Position => ({
    row: Math.max(0, Math.min(row, rowCount - 1)),
    column: Math.max(0, Math.min(column, columnCount - 1)),
  })
  const position = clamp(chosen)

  const focus = (to: Position) => {
    const target = clamp(to)
    setChosen(target)
    elements.current.get(keyOf(target))?.focus()
  }

  return {
    position,
    focus,
    cellProps: (at) => ({
      tabIndex: at.row === position.row && at.column === position.column ? 0 : -1,
      ref: (element) => {
        if (element === null) elements.current.delete(keyOf(at))
        else elements.current.set(keyOf(at), element)
      },
      onFocus: () => setChosen(at),
    }),
    move: (event) => {
      if (event.altKey || event.metaKey || event.shiftKey) return false
      const to = targetOf(event.key, event.ctrlKey, position, { row: rowCount - 1, column: columnCount - 1 })
      if (to === undefined) return false
      event.preventDefault()
      focus(to)
      return true
    },
  }
}

function targetOf(key: string, isWide: boolean, { row, column }: Position, last: Position): Position | undefined {
  if (key === 'Home') return { row: isWide ? 0 : row, column: 0 }
  if (key === 'End') return { row: isWide ? last.row : row, column: last.column }
  if (isWide) return undefined
  const targets: Record<string, Position> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
  }
  return targets[key]
}

function keyOf({ row, column }: Position): string {
  return `${row} ${column}`
}
