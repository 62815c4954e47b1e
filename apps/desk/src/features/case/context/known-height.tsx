import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'

/** How high each card was when it was last filled, in pixels: on the next case it begins as high, and nothing moves. */
const heights = new Map<string, number>()

type KnownHeightProps = { cardId: string; isFilled: boolean; isBusy: boolean; children: ReactNode }

/** As high as the card was last, until it is filled again. */
export function KnownHeight({ cardId, isFilled, isBusy, children }: KnownHeightProps) {
  const box = useRef<HTMLDivElement>(null)
  const [known] = useState(() => heights.get(cardId))
  useLayoutEffect(() => {
    if (isFilled && box.current !== null) heights.set(cardId, box.current.offsetHeight)
  }, [cardId, isFilled])
  return (
    <div ref={box} style={isFilled || known === undefined ? {} : { minHeight: known }} aria-busy={isBusy}>
      {children}
    </div>
  )
}
