import { DeferredReport } from '../features/reports/deferred-report.tsx'

/** What customers have paid ahead. */
export function Component() {
  return <DeferredReport />
}
