import { IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'

import './states.css'
import { useWords } from './use-words.ts'

type RefusedStateProps = {
  title?: string
  /** The words of the refusal. */
  sentence?: string
  /** The name of the missing permission. */
  permission?: string | undefined
  /** Who can grant it. */
  grantedBy?: string | undefined
  actions?: ReactNode
}

/** A view this person may not see: which permission it takes and who can give it. */
export function RefusedState({ title, sentence, permission, grantedBy, actions }: RefusedStateProps) {
  const words = useWords()
  return (
    <div className="td-state" role="alert">
      <span className="td-state-icon" aria-hidden="true">
        <IconLock size={26} stroke={1.4} />
      </span>
      <h2 className="td-state-title">{title ?? words('refusedTitle')}</h2>
      <div className="td-state-text">
        {sentence !== undefined && <p>{sentence}</p>}
        {permission !== undefined && <p>{words('refusedNeeds', { permission })}</p>}
        {grantedBy !== undefined && <p>{words('refusedGrantedBy', { name: grantedBy })}</p>}
      </div>
      {actions !== undefined && <div className="td-state-actions">{actions}</div>}
    </div>
  )
}
