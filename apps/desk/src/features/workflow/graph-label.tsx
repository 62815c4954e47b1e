import type { Point } from './placed-move.ts'

type GraphLabelProps = {
  at: Point
  /** Of the whole drawing, since it may be shown smaller than it is. */
  size: { width: number; height: number }
  title: string
  terms: readonly string[]
}

/** What there is to know of a move, beside its arrow. The arrow says the same to who cannot see it. */
export function GraphLabel({ at, size, title, terms }: GraphLabelProps) {
  const isLeft = at.x > size.width / 2
  return (
    <div
      className="desk-graph-label"
      data-left={isLeft || undefined}
      style={{ left: `${(at.x / size.width) * 100}%`, top: `${(at.y / size.height) * 100}%` }}
      aria-hidden="true"
    >
      <strong>{title}</strong>
      {terms.map((term) => (
        <span key={term}>{term}</span>
      ))}
    </div>
  )
}
