import type { ReactNode } from 'react'

import './entrance.css'

type EntranceProps = { title: string; text: string; children?: ReactNode; more?: ReactNode }

/** The quiet page around everything that happens before one is signed in. */
export function Entrance({ title, text, children, more }: EntranceProps) {
  return (
    <main className="desk-entrance">
      <div className="desk-entrance-card">
        <div className="desk-entrance-brand">
          <img src={`${import.meta.env.BASE_URL}timedesk.svg`} alt="" width={28} height={28} /> Timedesk
        </div>
        <h1>{title}</h1>
        <p className="desk-entrance-text">{text}</p>
        {children}
        {more !== undefined && <div className="desk-entrance-more">{more}</div>}
      </div>
    </main>
  )
}
