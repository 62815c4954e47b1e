import './reports.css'
import { useAmount } from './use-amount.ts'
import { useReportWords } from './use-report-words.ts'

const WHOLE = 100

/** How much of the revenue is left, as a bar and in percent; a loss fills it in red and says minus. */
export function MarginBar({ percent }: { percent: string | null }) {
  const words = useReportWords()
  const figures = useAmount()
  if (percent === null) return '—'
  const share = Number(percent)
  return (
    <span className="desk-margin">
      <span className="desk-margin-bar" data-loss={share < 0 || undefined} aria-hidden="true">
        <span style={{ inlineSize: `${Math.min(WHOLE, Math.abs(share))}%` }} />
      </span>
      <span className={share < 0 ? 'desk-loss' : undefined}>
        {words('marginOf', { percent: figures.percent(percent) })}
      </span>
    </span>
  )
}
