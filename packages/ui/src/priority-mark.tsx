import './marks.css'
import { useWords } from './use-words.ts'

const BARS = [1, 2, 3, 4] as const

type PriorityMarkProps = {
  /** 1 is the most urgent, 4 the least. */
  rank: number
  /** The name of the priority. */
  label: string
  /** Shows the name beside the bars. */
  withLabel?: boolean
}

/** A priority as rising bars: four filled for the most urgent, one for the least. */
export function PriorityMark({ rank, label, withLabel = false }: PriorityMarkProps) {
  const words = useWords()
  const filled = BARS.length + 1 - Math.min(Math.max(rank, 1), BARS.length)
  const spoken = words('priorityIs', { name: label })
  return (
    <span className="td-priority" data-rank={BARS.length + 1 - filled}>
      <svg
        width="16"
        height="16"
        viewBox="0 0 16 16"
        {...(withLabel ? { 'aria-hidden': true } : { role: 'img', 'aria-label': spoken })}
      >
        {!withLabel && <title>{spoken}</title>}
        {BARS.map((bar) => (
          <rect
            key={bar}
            x={(bar - 1) * 4}
            y={16 - bar * 4}
            width="3"
            height={bar * 4}
            rx="1"
            className={bar <= filled ? 'td-priority-full' : 'td-priority-empty'}
          />
        ))}
      </svg>
      {withLabel && <span>{label}</span>}
    </span>
  )
}
