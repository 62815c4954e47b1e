import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react'

import { windowOf } from './list-items.ts'

/** Lines drawn beyond either edge of the screen, so that scrolling meets no gap. */
const SPARE_LINES = 10
/** The screen is looked at anew after so many pixels; less than the spare lines are high. */
const STEP_PX = 200
/** What stands over the list while it scrolls: the top bar and the heads of the columns, in rem. */
const COVERED_TOP_REM = 6
/** Kept free below the focused line, where the bar of what is chosen stands, in rem. */
const COVERED_BOTTOM_REM = 5
const REM_PX = 16

export type RowWindow = {
  box: RefObject<HTMLDivElement | null>
  /** The lines to be drawn: from the first up to before the end. */
  lines: [first: number, end: number]
  /** Scrolls just so far that a line is in sight. */
  reveal: (line: number) => void
}

/** Which lines of a long list lie on the screen; the page scrolls, not the list. */
export function useRowWindow(tops: readonly number[]): RowWindow {
  const box = useRef<HTMLDivElement>(null)
  const [step, setStep] = useState(0)

  const look = useEffectEvent(() => {
    const top = box.current?.getBoundingClientRect().top ?? 0
    setStep(Math.max(0, Math.floor(-top / STEP_PX)))
  })
  useEffect(() => {
    look()
    const onMove = () => look()
    window.addEventListener('scroll', onMove, { passive: true })
    window.addEventListener('resize', onMove)
    return () => {
      window.removeEventListener('scroll', onMove)
      window.removeEventListener('resize', onMove)
    }
  }, [])

  const from = step * STEP_PX
  return {
    box,
    lines: windowOf(tops, from, from + window.innerHeight + STEP_PX, SPARE_LINES),
    reveal: (line) => {
      const boxTop = box.current?.getBoundingClientRect().top ?? 0
      const [top, bottom] = [boxTop + (tops[line] ?? 0), boxTop + (tops[line + 1] ?? 0)]
      const rem = remPx()
      const above = top - COVERED_TOP_REM * rem
      const below = bottom - (window.innerHeight - COVERED_BOTTOM_REM * rem)
      if (above < 0) window.scrollTo({ top: window.scrollY + above })
      else if (below > 0) window.scrollTo({ top: window.scrollY + below })
    },
  }
}

/** Pixels of a rem, which follow the reader's own size of letters. */
export function remPx(): number {
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  return Number.isFinite(size) ? size : REM_PX
}
