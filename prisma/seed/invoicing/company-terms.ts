import { addDays, addMonths, firstOfMonth } from '@timedesk/domain/calendar/days'
import type { DemoCurrencyRate, DemoInvoicing } from '../invoicing-shape.ts'
import { instantOf, officeDayUpTo } from '../present.ts'
import type { Present } from '../present.ts'
import { nameOf } from '../staff.ts'

/** How the company invoices. */
export const invoicing: DemoInvoicing = {
  email: 'invoices@fjordbyte.example',
  phone: '+45 86 12 40 40',
  iban: 'DK5000400440116243',
  bic: 'NDEADKKK',
  bankRegistration: '0040',
  bankAccount: '0440116243',
  paymentTermsDays: 14,
  invoicePrefix: 'F',
  creditNotePrefix: 'K',
  firstNumber: 2101,
  accounts: {
    receivable: '5600',
    bank: '5820',
    revenue_time: '1010',
    revenue_overage: '1020',
    revenue_subscription: '1030',
    revenue_voucher: '1040',
    revenue_breakage: '1050',
    revenue_other: '1090',
    deferred_vouchers: '7810',
    deferred_subscriptions: '7820',
    vat_payable: '7210',
    rounding: '1095',
    exchange_difference: '4390',
  },
}

const MONTHS = 13
/** Millionths of a krone for a euro, month by month, the latest first. */
const EUROS = [7_460_100, 7_459_400, 7_462_700, 7_461_900, 7_457_800, 7_458_600, 7_460_400]

/** What a euro has been worth from the first day of each month on. */
export function currencyRatesAt({ today }: Present): DemoCurrencyRate[] {
  return Array.from({ length: MONTHS }, (_, monthsAgo) => {
    const validFrom = addMonths(firstOfMonth(today), -monthsAgo)
    return {
      currency: 'EUR',
      validFrom,
      rate: EUROS[monthsAgo % EUROS.length] ?? 0,
      createdByName: nameOf('karen'),
      createdAt: instantOf(officeDayUpTo(addDays(validFrom, -1)), '15:10'),
    }
  })
}
