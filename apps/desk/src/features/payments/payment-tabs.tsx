import { useLocation } from 'react-router'

import { LinkTabs } from '../../shared/lists/link-tabs.tsx'
import { paths } from '../../shared/paths.ts'
import { usePaymentWords } from './use-payment-words.ts'

/** Payments, and what should have been paid. */
export function PaymentTabs() {
  const words = usePaymentWords()
  const { pathname } = useLocation()
  return (
    <LinkTabs
      label={words('tabs')}
      tabs={[
        { href: paths.payments, label: words('tabPayments'), isHere: pathname === paths.payments },
        { href: paths.overdue, label: words('tabOverdue'), isHere: pathname === paths.overdue },
      ]}
    />
  )
}
