import { LazyPart } from '@timedesk/ui/lazy-part'
import { lazy } from 'react'

import type { CaseUpdate } from './use-update-case.ts'

const ConflictAlert = lazy(async () => ({ default: (await import('./conflict-alert.tsx')).ConflictAlert }))

/** Two people changed the same. */
export function ConflictNotice({ update }: { update: CaseUpdate }) {
  return <LazyPart>{update.conflict !== null && <ConflictAlert update={update} />}</LazyPart>
}
