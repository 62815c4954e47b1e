import type { Customer } from '@timedesk/contracts/customers'

import type { Words } from '../../shared/create-words.ts'
import type { customerEnglish } from './customer-texts.ts'

/** Says in a few words how a customer is invoiced: where to, when it has to pay, the VAT, and what makes an invoice. */
export function wordInvoicing(customer: Customer, words: Words<typeof customerEnglish>): string {
  const { invoiceEmail, paymentTermsDays, vatTreatment, invoiceGrouping, invoiceDetail } = customer
  const days = paymentTermsDays === null ? words('companyTerms') : words('terms', { count: paymentTermsDays })
  return [
    invoiceEmail,
    paymentTermsDays === null ? `${words('paymentTermsDays')}: ${days}` : days,
    words(`vatTreatment_${vatTreatment}`),
    `${words('invoiceGrouping')} ${words(`grouping_${invoiceGrouping}`)}`,
    `${words('invoiceDetail')} ${words(`detail_${invoiceDetail}`)}`,
  ]
    .filter((part) => part !== '')
    .join('\n')
}
