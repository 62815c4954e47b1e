import type { ReactNode } from 'react'
import { Link } from 'react-router'

import { paths } from '../paths.ts'

/** Where `#123` in a text leads. */
export function CaseNumberLink({ number, children }: { number: number; children: ReactNode }) {
  return <Link to={paths.case(number)}>{children}</Link>
}
