import { useState } from 'react'

/** Which of some options is the chosen one, moved by the arrow keys round and round. New options begin at the first. */
export function useActiveOption(count: number, about: string) {
  const [chosen, setChosen] = useState({ about, index: 0 })
  const index = chosen.about === about ? Math.min(chosen.index, Math.max(0, count - 1)) : 0
  const choose = (next: number) => setChosen({ about, index: next })
  return {
    index,
    choose,
    /** Takes the keys that move; true when it did. */
    onKey: ({ key }: { key: string }): boolean => {
      const by = { ArrowDown: 1, ArrowUp: -1 }[key]
      if (by === undefined || count === 0) return false
      choose((index + by + count) % count)
      return true
    },
  }
}
