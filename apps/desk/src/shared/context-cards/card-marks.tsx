import type { StatusColor } from '@timedesk/contracts/case-status'
import type { CardComponent } from '@timedesk/contracts/context-card-components'
import { useFormat } from '@timedesk/ui/format'

/** A word on a colour, which never stands alone. */
export function CardBadge({ color, children }: { color: StatusColor; children: string }) {
  return (
    <span
      className="desk-card-badge"
      style={{ background: `var(--td-${color}-fill)`, color: `var(--td-${color}-ink)` }}
    >
      {children}
    </span>
  )
}

type CardProgressProps = { progress: Extract<CardComponent, { kind: 'progress' }> }

/** How much of something is used or done, in words and as a bar. */
export function CardProgress({ progress: { label, value, max, note } }: CardProgressProps) {
  const format = useFormat()
  const share = (value / max) * 100
  const said = note === undefined || note === '' ? format.percent(share) : note
  return (
    <div>
      <div className="desk-card-progress-line">
        <span>{label}</span>
        <span className="td-number">{said}</span>
      </div>
      <div
        className="desk-card-bar"
        role="progressbar"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuetext={said}
      >
        <div style={{ width: `${share}%` }} />
      </div>
    </div>
  )
}
