import type { ReactNode } from 'react'

import './lists.css'

type MarkProps = { kind?: 'quiet' | 'good' | 'warn' | 'bad' | 'chosen'; children: ReactNode }

/** A small word beside a name, such as “Inactive”. */
export function Mark({ kind = 'quiet', children }: MarkProps) {
  return (
    <span className="desk-mark" data-kind={kind}>
      {children}
    </span>
  )
}
