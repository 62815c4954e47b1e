import { useState } from 'react'

export type PeekState = {
  isOpen: boolean
  toggle: () => void
  /** Tells whether there was something to close. */
  close: () => boolean
}

/** Whether the preview stands beside the list; it follows the row that has the focus. Small screens have no room. */
export function usePeek(hasRoom: boolean): PeekState {
  const [isWanted, setIsWanted] = useState(false)
  const isOpen = isWanted && hasRoom
  return {
    isOpen,
    toggle: () => setIsWanted(hasRoom && !isWanted),
    close: () => {
      setIsWanted(false)
      return isOpen
    },
  }
}
