import { useParams } from 'react-router'

import { CaseScreen } from '../features/case/case-screen.tsx'

/** One case, at the address that people type and mail. */
export function Component() {
  const { number = '' } = useParams()
  return <CaseScreen number={number} />
}
