import type { ReactNode } from 'react'

import './lists.css'

/** The search and the filters above a list. */
export function ListTools({ children }: { children: ReactNode }) {
  return <div className="desk-list-tools">{children}</div>
}
