import type { DocumentProblem, DocumentTotals, InvoiceDocument, PaymentAccount } from './document.ts'
import { errorIf } from './document-problems.ts'
import { isBankAccount, isBankRegistration, isBic, isIban } from './identifiers.ts'

const CURRENCY = /^[A-Z]{3}$/

/** Where VAT is owed in kroner, whatever a document is in. */
const DANISH_CURRENCY = 'DKK'

/** When, where and in what currency it is paid, and what a credit note gives back (R65, R71, R72, R73). */
export function checkPayment(document: InvoiceDocument, totals: DocumentTotals): DocumentProblem[] {
  const { kind, issuedOn, dueOn, preceding, seller } = document
  const isCharge = kind === 'invoice'
  return [
    ...errorIf(isCharge && issuedOn !== null && dueOn === null && totals.payable > 0, {
      ...{ rule: 'BR-CO-25', code: 'due_date_missing', pointer: '/dueOn' },
      message: 'Give the day on which the invoice is due.',
    }),
    ...errorIf(isCharge && issuedOn !== null && dueOn !== null && dueOn < issuedOn, {
      ...{ rule: 'due_before_issue', code: 'due_before_issue', pointer: '/dueOn' },
      message: 'Give a later due date: the invoice would be due before it is issued.',
    }),
    ...errorIf(!isCharge && preceding === null, {
      ...{ rule: 'credit_without_original', code: 'credit_without_original', pointer: '/preceding' },
      message: 'Name the invoice that the credit note corrects.',
    }),
    ...checkCurrency(document),
    ...(isCharge && totals.payable > 0 ? checkAccount(seller.account) : []),
  ]
}

function checkCurrency({ currency, accounting, seller }: InvoiceDocument): DocumentProblem[] {
  const isForeign = seller.countryCode === 'DK' && currency !== DANISH_CURRENCY
  return [
    ...errorIf(!CURRENCY.test(currency), {
      ...{ rule: 'BR-05', code: 'currency_invalid', pointer: '/currency' },
      message: 'Give a currency of three letters.',
    }),
    ...errorIf(accounting === null && isForeign, {
      ...{ rule: 'BR-53', code: 'exchange_rate_missing', pointer: '/accounting' },
      message: 'Give the exchange rate: VAT has to be told in kroner too.',
    }),
    ...errorIf(
      accounting !== null && !(Number.isSafeInteger(accounting.rateMillionths) && accounting.rateMillionths > 0),
      {
        ...{ rule: 'BR-53', code: 'exchange_rate_invalid', pointer: '/accounting/rateMillionths' },
        message: 'Give an exchange rate above zero.',
      },
    ),
    ...errorIf(accounting?.currency === currency, {
      ...{ rule: 'PEPPOL-EN16931-R005', code: 'accounting_currency_same', pointer: '/accounting/currency' },
      message: 'Take the exchange rate off: the document is in the currency of the accounts.',
    }),
  ]
}

/** An IBAN, or a Danish registration and account number; what is given has to be right. */
function checkAccount({ iban, bic, bankRegistration, bankAccount }: PaymentAccount): DocumentProblem[] {
  const isDanish = bankRegistration !== '' || bankAccount !== ''
  return [
    ...errorIf(iban === '' && !isDanish, {
      ...{ rule: 'BR-61', code: 'payment_account_missing', pointer: '/seller/account' },
      message: 'Give the bank account of your company in the settings: an IBAN, or registration and account number.',
    }),
    ...errorIf(iban !== '' && !isIban(iban), {
      ...{ rule: 'BR-50', code: 'iban_invalid', pointer: '/seller/account/iban' },
      message: 'Mend the IBAN of your company in the settings: its checksum is wrong.',
    }),
    ...errorIf(bic !== '' && !isBic(bic), {
      ...{ rule: 'bic', code: 'bic_invalid', pointer: '/seller/account/bic' },
      message: 'Mend the BIC of your company in the settings: it has eight or eleven characters.',
    }),
    ...errorIf(isDanish && !isBankRegistration(bankRegistration), {
      ...{ rule: 'DK-R-006', code: 'bank_registration_invalid', pointer: '/seller/account/bankRegistration' },
      message: 'Mend the registration number of your bank in the settings: it has four digits.',
    }),
    ...errorIf(isDanish && !isBankAccount(bankAccount), {
      ...{ rule: 'DK-R-006', code: 'bank_account_invalid', pointer: '/seller/account/bankAccount' },
      message: 'Mend the account number of your company in the settings: it has at most ten digits.',
    }),
  ]
}
