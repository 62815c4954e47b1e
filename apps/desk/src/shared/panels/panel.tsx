import { useId, type ReactNode } from 'react'

import './panels.css'

type PanelProps = { title: string; actions?: ReactNode; children: ReactNode }

/** A titled part of a page. */
export function Panel({ title, actions, children }: PanelProps) {
  const titleId = useId()
  return (
    <section className="desk-panel" aria-labelledby={titleId}>
      <div className="desk-panel-head">
        <h2 id={titleId}>{title}</h2>
        {actions !== undefined && <div className="desk-panel-actions">{actions}</div>}
      </div>
      {children}
    </section>
  )
}
