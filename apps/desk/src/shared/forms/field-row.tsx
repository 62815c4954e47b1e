import type { ReactNode } from 'react'

import './forms.css'

/** Fields side by side where there is room, below each other on a phone. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className="desk-field-row">{children}</div>
}
