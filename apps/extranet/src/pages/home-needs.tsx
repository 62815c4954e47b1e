import { InvoiceNeeds } from '../features/invoices/invoice-needs.tsx'
import { OverageNeeds } from '../features/time/overage-needs.tsx'
import type { HomeNeeds as Needs } from './use-home-needs.ts'

/** What waits beside cases: work to accept first, then invoices to pay. */
export function HomeNeeds({ needs: { overage, invoices } }: { needs: Needs }) {
  return (
    <>
      <OverageNeeds waiting={overage} />
      <InvoiceNeeds invoices={invoices} />
    </>
  )
}
