import { useState, type KeyboardEvent, type PointerEvent } from 'react'
import { flushSync } from 'react-dom'

import { placeAt } from './place-at.ts'
import { useStoredOrder } from './use-stored-order.ts'

type Dragged = { key: string; keys: readonly string[] }

type OrderInput = {
  keys: readonly string[]
  onOrder: (keys: string[]) => unknown
  /** Tells that a row has moved by a key press. */
  onMoved: (key: string, place: number) => void
  /** Where an arrow key takes a row, where that is more than one place on; null: nowhere. */
  step?: ((key: string, delta: -1 | 1) => string[] | null) | undefined
  /** What the arrow keys sideways do. */
  onSide?: ((key: string, direction: 'in' | 'out') => void) | undefined
}

/** An order that a person changes by dragging or by the arrow keys; the new one stays in sight while it is stored. */
export function useOrder({ keys, onOrder, onMoved, step, onSide }: OrderInput) {
  const [dragged, setDragged] = useState<Dragged | null>(null)
  const { pending, commit } = useStoredOrder(keys, onOrder)
  const shown = dragged?.keys ?? pending ?? keys

  const press = (event: KeyboardEvent<HTMLElement>, key: string) => {
    if (event.key === 'Escape') setDragged(null)
    const handle = event.currentTarget
    // A row that is taken elsewhere in the list would lose the focus.
    const move = (deed: () => void) => {
      event.preventDefault()
      flushSync(deed)
      handle.focus()
    }
    const side = sideOf(event.key)
    if (side !== null && onSide !== undefined) move(() => onSide(key, side))
    const delta = deltaOf(event.key)
    if (delta === null) return
    const next = step === undefined ? stepBy(shown, key, delta) : step(key, delta)
    event.preventDefault()
    if (next === null) return
    move(() => commit(next))
    onMoved(key, next.indexOf(key))
  }

  const handleOf = (key: string) => ({
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => press(event, key),
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      setDragged({ key, keys: shown })
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (dragged?.key !== key) return
      setDragged({ key, keys: placeAt(dragged.keys, key, placeUnder(event.currentTarget, key, event.clientY)) })
    },
    onPointerUp: () => {
      if (dragged?.key !== key) return
      commit([...dragged.keys])
      setDragged(null)
    },
    onPointerCancel: () => setDragged(null),
  })

  return { shown, draggedKey: dragged?.key ?? null, handleOf }
}

function sideOf(pressed: string): 'in' | 'out' | null {
  if (pressed === 'ArrowRight') return 'in'
  return pressed === 'ArrowLeft' ? 'out' : null
}

function deltaOf(pressed: string): -1 | 1 | null {
  if (pressed === 'ArrowUp') return -1
  return pressed === 'ArrowDown' ? 1 : null
}

function stepBy(keys: readonly string[], key: string, delta: -1 | 1): string[] | null {
  const place = keys.indexOf(key) + delta
  return place < 0 || place >= keys.length ? null : placeAt(keys, key, place)
}

/** How many of the other rows of the list stand above a height on the screen. */
function placeUnder(handle: HTMLElement, key: string, y: number): number {
  const rows = [...(handle.closest('ol')?.children ?? [])].filter((row) => row instanceof HTMLElement)
  return rows.filter((row) => {
    const { top, height } = row.getBoundingClientRect()
    return row.dataset.orderKey !== key && top + height / 2 < y
  }).length
}
