import { useEffect, useState, type PointerEvent } from 'react'

/** How far a pointer has to go before a press is a drag rather than a click. */
const THRESHOLD_PX = 6

type Drag<Item> = { item: Item; x: number; y: number; over: string | null; isMoving: boolean }

/**
 * Dragging by pointer. Whatever carries `data-drop` can be dropped on; `onDrop` is told which. Escape gives up. What
 * can be dragged this way has to be doable by keyboard too.
 */
export function useDrag<Item>(onDrop: (item: Item, target: string) => void) {
  const [drag, setDrag] = useState<Drag<Item> | null>(null)
  const isDragging = drag?.isMoving === true

  useEffect(() => {
    if (!isDragging) return
    const giveUp = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setDrag(null)
    }
    window.addEventListener('keydown', giveUp)
    return () => window.removeEventListener('keydown', giveUp)
  }, [isDragging])

  const handlersOf = (item: Item) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || event.pointerType === 'touch') return
      setDrag({ item, x: event.clientX, y: event.clientY, over: null, isMoving: false })
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (drag?.item !== item) return
      const isMoving = drag.isMoving || Math.hypot(event.clientX - drag.x, event.clientY - drag.y) >= THRESHOLD_PX
      if (!isMoving) return
      if (!drag.isMoving) event.currentTarget.setPointerCapture(event.pointerId)
      setDrag({ item, x: event.clientX, y: event.clientY, over: targetAt(event), isMoving })
    },
    onPointerUp: () => {
      if (drag?.item === item && drag.isMoving && drag.over !== null) onDrop(item, drag.over)
      setDrag(null)
    },
    onPointerCancel: () => setDrag(null),
    // A link would be dragged by the browser instead, and followed after the drop.
    onDragStart: (event: { preventDefault: () => void }) => event.preventDefault(),
    onClickCapture: (event: { preventDefault: () => void }) => {
      if (isDragging) event.preventDefault()
    },
  })

  return { drag: isDragging ? drag : null, handlersOf }
}

function targetAt({ clientX, clientY }: PointerEvent): string | null {
  const target = document.elementsFromPoint(clientX, clientY).find((element) => element.closest('[data-drop]') !== null)
  return target?.closest<HTMLElement>('[data-drop]')?.dataset.drop ?? null
}
