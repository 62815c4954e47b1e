import type { ReactNode } from 'react'
import { Link } from 'react-router'
import './need-row.css'

type NeedRowProps = {
  to: string
  icon: ReactNode
  title: string
  text?: string | undefined
  /** At the end: how much, how urgent. */
  children?: ReactNode
}

/** Something other than a case that waits for the reader; all of it is one link. */
export function NeedRow({ to, icon, title, text, children }: NeedRowProps) {
  return (
    <li className="ex-need">
      <Link className="ex-need-link td-focus" to={to}>
        <span className="ex-need-icon" aria-hidden="true">
          {icon}
        </span>
        <span className="ex-need-main">
          <span className="ex-need-title">{title}</span>
          {text !== undefined && <span className="ex-need-text">{text}</span>}
        </span>
        {children !== undefined && <span className="ex-need-end">{children}</span>}
      </Link>
    </li>
  )
}
