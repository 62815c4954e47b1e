import { ProfitReport } from '../features/reports/profit-report.tsx'

/** What support earned and what it cost, by any dimension. */
export function Component() {
  return <ProfitReport />
}
