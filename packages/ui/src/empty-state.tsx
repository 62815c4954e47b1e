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
  /** Whether it is all that the page shows, so that its title is the page's. */
  isWholePage?: boolean
}

/** Nothing here, and what can be done about it. */
export function EmptyState({ title, children, icon, actions, isWholePage = false }: EmptyStateProps) {
  const Title = isWholePage ? 'h1' : 'h2'
  return (
    <div className="td-state">
      <span className="td-state-icon" aria-hidden="true">
        {icon ?? <IconInbox size={26} stroke={1.4} />}
      </span>
      <Title className="td-state-title">{title}</Title>
      {children !== undefined && <div className="td-state-text">{children}</div>}
      {actions !== undefined && <div className="td-state-actions">{actions}</div>}
    </div>
  )
}
