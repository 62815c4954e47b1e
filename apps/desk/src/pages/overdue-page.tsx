import { PageHeader } from '@timedesk/ui/page-header'

import { OverdueList } from '../features/payments/overdue-list.tsx'
import { PaymentTabs } from '../features/payments/payment-tabs.tsx'
import { usePaymentWords } from '../features/payments/use-payment-words.ts'

/** Invoices that should have been paid. */
export function Component() {
  const words = usePaymentWords()
  return (
    <>
      <PageHeader title={words('overdueTitle')} text={words('overdueText')} />
      <PaymentTabs />
      <OverdueList />
    </>
  )
}
