import type { CaseClock } from '@timedesk/contracts/clocks'
import { useId } from 'react'

import { barOf } from './bar-parts.ts'

const WIDTH = 600
const HEIGHT = 26
const TOP = 4
const THICKNESS = 18
const HATCH = 6

/** The stretches of a clock in business time: full while it ran, hatched while it stood still, empty for what is left. */
export function ClockBar({ clock, label }: { clock: CaseClock; label: string }) {
  const hatchId = useId()
  const bar = barOf(clock)
  if (bar === null) return null
  return (
    <svg
      className="desk-clock-bar"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <defs>
        <pattern id={hatchId} width={HATCH} height={HATCH} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="desk-clock-paused" width={HATCH} height={HATCH} />
          <rect className="desk-clock-hatch" width={HATCH / 3} height={HATCH} />
        </pattern>
      </defs>
      {bar.parts.map(({ state, start, length }) => (
        <rect
          key={start}
          className={`desk-clock-${state}`}
          x={start * WIDTH}
          y={TOP}
          width={length * WIDTH}
          height={THICKNESS}
          {...(state === 'paused' && { fill: `url(#${hatchId})` })}
        />
      ))}
      {bar.marks.map(({ kind, at }) => (
        <line
          key={`${kind} ${at}`}
          className={`desk-clock-mark-${kind}`}
          x1={at * (WIDTH - 2) + 1}
          x2={at * (WIDTH - 2) + 1}
          y1={0}
          y2={HEIGHT}
        />
      ))}
    </svg>
  )
}
