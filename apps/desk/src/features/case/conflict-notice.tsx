import { lazy, Suspense } from 'react'

import type { CaseUpdate } from './use-update-case.ts'

const ConflictAlert = lazy(async () => ({ default: (await import('./conflict-alert.tsx')).ConflictAlert }))

/** Two people changed the same. */
export function ConflictNotice({ update }: { update: CaseUpdate }) {
  return <Suspense>{update.conflict !== null && <ConflictAlert update={update} />}</Suspense>
}
