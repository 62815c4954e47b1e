import { TurnoverReport } from '../features/reports/turnover-report.tsx'

/** What was invoiced, month by month. */
export function Component() {
  return <TurnoverReport />
}
