import type { ReactNode } from 'react'

import './states.css'

type PageHeaderProps = {
  title: ReactNode
  /** One quiet line below the title. */
  text?: ReactNode
  /** A link to where this page belongs. */
  back?: ReactNode
  /** Buttons, the main one last. */
  actions?: ReactNode
}

/** The head of a page, with its only h1. */
export function PageHeader({ title, text, back, actions }: PageHeaderProps) {
  return (
    <div className="td-page-header">
      <div>
        {back !== undefined && <div className="td-page-header-back">{back}</div>}
        <h1>{title}</h1>
        {text !== undefined && <p className="td-page-header-text">{text}</p>}
      </div>
      {actions !== undefined && <div className="td-page-header-actions">{actions}</div>}
    </div>
  )
}
