import type { TimelineItem } from '@timedesk/contracts/dialogue'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useLocation } from 'react-router'

/** The hash of an address that means an item of the log. */
const HASH = /^#item-(?<id>[\da-f-]{36})$/u

type Log = {
  items: readonly TimelineItem[]
  isReady: boolean
  hasEarlier: boolean
  isReading: boolean
  readEarlier: () => void
}

/** The item of the log that the address means; null when it means none. */
export function useAnchoredId(): string | null {
  return HASH.exec(useLocation().hash)?.groups?.id ?? null
}

/**
 * Brings the item of the address onto the screen, reading further back until it is there; once for each address. Whether
 * it is meant at all is told by `useAnchoredId`.
 */
export function useItemAnchor(anchoredId: string | null, log: Log): void {
  const { items, isReady, hasEarlier, isReading, readEarlier } = log
  const shown = useRef<string | null>(null)
  const isThere = anchoredId !== null && items.some((item) => idsOf(item).includes(anchoredId))
  const readOn = useEffectEvent(readEarlier)

  useEffect(() => {
    if (anchoredId === null || shown.current === anchoredId || !isReady) return
    if (isThere) {
      shown.current = anchoredId
      showItem(anchoredId)
    } else if (hasEarlier && !isReading) {
      readOn()
    }
  }, [anchoredId, isThere, isReady, hasEarlier, isReading])
}

/** Brings an item into view and the focus to it; what it is folded away in opens. */
export function showItem(id: string): void {
  const element = document.getElementById(`item-${id}`)
  if (element === null) return
  element.closest('details')?.setAttribute('open', '')
  element.scrollIntoView({ block: 'center' })
  element.focus({ preventScroll: true })
}

function idsOf(item: TimelineItem): string[] {
  return item.kind === 'time' ? [item.id, item.entry.id] : [item.id]
}
