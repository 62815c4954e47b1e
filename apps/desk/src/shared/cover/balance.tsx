import type { ReactNode } from 'react'

import './cover.css'
import { isLow } from './is-low.ts'
import { useUnits, type Units } from './use-units.ts'

const PERCENT = 100

type BalanceProps = Units & {
  /** What the meter measures, for those who cannot see it. */
  label: string
  granted: number
  available: number
  /** A quiet line below, such as when it expires. */
  children?: ReactNode
}

/** What is left of prepaid units: a bar that empties, and the same in words. */
export function Balance({ label, granted, available, children, ...units }: BalanceProps) {
  const wording = useUnits()
  const text = wording.left(available, granted, units)
  return (
    <div className="desk-balance">
      <span className="desk-balance-words td-number">{text}</span>
      {units.unit !== 'unlimited' && (
        <span
          className="desk-balance-bar"
          role="meter"
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={Math.max(granted, available)}
          aria-valuenow={available}
          aria-valuetext={text}
          data-level={levelOf(available, granted)}
        >
          <span style={{ inlineSize: `${shareOf(available, granted)}%` }} />
        </span>
      )}
      {children !== undefined && <span className="desk-balance-note desk-quiet">{children}</span>}
    </div>
  )
}

function levelOf(available: number, granted: number): 'empty' | 'low' | 'fine' {
  if (available <= 0) return 'empty'
  return isLow(available, granted) ? 'low' : 'fine'
}

/** The share in percent, so small a rest still shows. */
function shareOf(part: number, whole: number): number {
  return whole <= 0 ? 0 : Math.min(PERCENT, Math.max((part / whole) * PERCENT, part > 0 ? 2 : 0))
}
