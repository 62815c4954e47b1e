import { VatReport } from '../features/reports/vat-report.tsx'

/** The VAT of a period. */
export function Component() {
  return <VatReport />
}
