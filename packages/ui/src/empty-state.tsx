import { IconInbox } from '@tabler/icons-react'
import type { ReactNode } from 'react'

import './states.css'

type EmptyStateProps = {
  title: string
  /** What to do about it, in one sentence. */
  children?: ReactNode
  icon?: ReactNode
  /** Buttons. */
  actions?: ReactNode
}

/** Nothing here, and what can be done about it. */
export function EmptyState({ title, children, icon, actions }: EmptyStateProps) {
  return (
    <div className="td-state">
      <span className="td-state-icon" aria-hidden="true">
        {icon ?? <IconInbox size={26} stroke={1.4} />}
      </span>
      <h2 className="td-state-title">{title}</h2>
      {children !== undefined && <div className="td-state-text">{children}</div>}
      {actions !== undefined && <div className="td-state-actions">{actions}</div>}
    </div>
  )
}
