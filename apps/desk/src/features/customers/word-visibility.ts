import type { Customer } from '@timedesk/contracts/customers'

import type { Words } from '../../shared/create-words.ts'
import type { customerEnglish } from './customer-texts.ts'

/** The words of a cover order. */
export function coverWords([first]: Customer['coverOrder']) {
  return first === 'voucher' ? 'cover_voucher_subscription' : 'cover_subscription_voucher'
}

/** Says in plain sentences what a customer's own people see of time, balances, money and invoices. */
export function wordVisibility(
  {
    showsTime,
    showsBalances,
    showsMoney,
    showsInvoices,
  }: Pick<Customer, 'showsTime' | 'showsBalances' | 'showsMoney' | 'showsInvoices'>,
  words: Words<typeof customerEnglish>,
): string {
  return [
    words(`sees_${showsTime}`),
    words(showsBalances ? 'seesBalances' : 'seesAgreements'),
    words(showsMoney ? 'seesMoney' : 'seesNoMoney'),
    words(showsInvoices ? 'seesInvoices' : 'seesNoInvoices'),
  ].join(' ')
}
