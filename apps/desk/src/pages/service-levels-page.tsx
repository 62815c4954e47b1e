import { ServiceLevelReport } from '../features/reports/service-level-report.tsx'

/** How soon customers were answered and helped. */
export function Component() {
  return <ServiceLevelReport />
}
