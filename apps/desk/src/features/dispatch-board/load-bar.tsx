const FULL = 100

type LoadBarProps = {
  /** Minutes that are to be done. */
  load: number
  /** Minutes that are left of the day. */
  left: number
  label: string
}

/** What is to do against what is left of the day: full when it fills the day, marked when it goes beyond. */
export function LoadBar({ load, left, label }: LoadBarProps) {
  const share = left <= 0 ? (load > 0 ? FULL : 0) : Math.min(FULL, (load * FULL) / left)
  return (
    <div className="desk-load-bar" role="img" aria-label={label} data-beyond={load > left || undefined}>
      <span style={{ width: `${share}%` }} />
    </div>
  )
}
