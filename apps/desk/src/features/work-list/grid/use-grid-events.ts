import { useRef, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react'

import type { CaseSelection } from '../use-selection.ts'
import type { GridEvents } from './case-grid.tsx'
import type { ActiveRow } from './use-active-row.ts'

const LONG_PRESS_MS = 500
/** A finger that moves further than this scrolls. */
const STILL_PX = 10
const PAGE_ROWS = 10

export type GridDeeds = {
  open: (index: number, isNewTab: boolean) => void
  /** Shows the preview, or takes it away. */
  togglePeek: () => void
  /** Closes the preview when it is there; tells whether it was. */
  closePeek: () => boolean
}

type GridEventsInput = {
  ids: readonly string[]
  active: ActiveRow
  selection: CaseSelection
  deeds: GridDeeds
}

/** What keys and presses do in the grid; the letters are shortcuts, which people may change. */
export function useGridEvents({ ids, active, selection, deeds }: GridEventsInput): GridEvents {
  const press = useLongPress((id) => selection.toggle(id))

  const move = (to: number, isExtending: boolean) => {
    const [from, target] = [ids[active.index], ids[Math.max(0, Math.min(to, ids.length - 1))]]
    if (isExtending && from !== undefined && target !== undefined) selection.extend(from, target)
    active.focus(to)
  }

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const isWide = event.ctrlKey || event.metaKey
    const isInHead = event.target instanceof HTMLElement && event.target.closest('[data-case]') === null
    if (event.altKey || isInHead) return
    const deed = isWide ? wideDeed(event) : plainDeed(event)
    if (deed === undefined) return
    event.preventDefault()
    deed()
  }
  const wideDeed = ({ key }: KeyboardEvent): (() => void) | undefined => {
    if (key === 'a') return selection.selectLoaded
    return key === 'Enter' ? () => deeds.open(active.index, true) : undefined
  }
  const plainDeed = ({ key, shiftKey }: KeyboardEvent): (() => void) | undefined => {
    const targets: Record<string, number> = {
      ArrowDown: active.index + 1,
      ArrowUp: active.index - 1,
      PageDown: active.index + PAGE_ROWS,
      PageUp: active.index - PAGE_ROWS,
      Home: 0,
      End: ids.length - 1,
    }
    const target = targets[key]
    if (target !== undefined) return () => move(target, shiftKey)
    if (key === 'Enter') return () => deeds.open(active.index, shiftKey)
    if (key === ' ') return deeds.togglePeek
    if (key === 'Escape') return () => deeds.closePeek() || selection.clear()
    return undefined
  }

  const onClickCapture = (event: MouseEvent<HTMLElement>) => {
    const id = rowIdOf(event.target)
    if (id === undefined) return
    const isPick = event.target instanceof Element && event.target.closest('.desk-row-pick') !== null
    const isTouch = press.wasTouch()
    const picks = isPick || event.shiftKey || (isTouch && selection.chosen.ids.size > 0)
    if (press.wasLong() || picks) {
      event.preventDefault()
      event.stopPropagation()
    }
    if (press.wasLong() || !picks) return
    if (event.shiftKey) selection.extend(ids[active.index] ?? id, id)
    else selection.toggle(id)
    active.focus(ids.indexOf(id))
  }

  return { onKeyDown, onClickCapture, ...press.events }
}

/** A finger that stays where it is chooses the row. */
function useLongPress(onLong: (id: string) => void) {
  const state = useRef({ timer: 0, x: 0, y: 0, isLong: false, isTouch: false })
  const stop = () => window.clearTimeout(state.current.timer)
  return {
    wasLong: () => state.current.isLong,
    wasTouch: () => state.current.isTouch,
    events: {
      onPointerDown: ({ target, pointerType, clientX, clientY }: PointerEvent<HTMLElement>) => {
        stop()
        const isTouch = pointerType === 'touch'
        state.current = { timer: 0, x: clientX, y: clientY, isLong: false, isTouch }
        const id = rowIdOf(target)
        if (!isTouch || id === undefined) return
        state.current.timer = window.setTimeout(() => {
          state.current.isLong = true
          onLong(id)
        }, LONG_PRESS_MS)
      },
      onPointerMove: ({ clientX, clientY }: PointerEvent<HTMLElement>) => {
        const { x, y } = state.current
        if (Math.hypot(clientX - x, clientY - y) > STILL_PX) stop()
      },
      onPointerUp: stop,
      onPointerCancel: stop,
    },
  }
}

function rowIdOf(target: EventTarget): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('[data-case]')?.dataset.case : undefined
}
