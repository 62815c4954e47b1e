import type { InvoiceDocument } from './document.ts'
import { cac, cbc, compact } from './ubl-element.ts'
import { paymentTermsText } from './ubl-words.ts'
import type { XmlPart } from './xml.ts'

/** UNCL 4461. A Danish supplier may not ask a Danish buyer for a plain credit transfer (DK-R-005). */
const CREDIT_TRANSFER = '30'
const BANK_ACCOUNT = '42'
const SEPA_CREDIT_TRANSFER = '58'

/** How it is to be paid, with the document's number as the reference (BT-83); a credit note asks for no payment. */
export function paymentElements(document: InvoiceDocument, number: string): XmlPart[] {
  const words = cac('PaymentTerms', [cbc('Note', paymentTermsText(document))])
  return document.kind === 'credit_note' ? [words] : [paymentMeans(document, number), words]
}

function paymentMeans(document: InvoiceDocument, number: string): XmlPart {
  const target = targetOf(document)
  if (target === null) return null
  return cac('PaymentMeans', [
    cbc('PaymentMeansCode', target.code),
    cbc('PaymentID', number),
    cac('PayeeFinancialAccount', [
      cbc('ID', target.account),
      cac('FinancialInstitutionBranch', [cbc('ID', target.branch)]),
    ]),
  ])
}

/** A Danish account in kroner goes by registration and account number (DK-R-006), all else by IBAN where there is one. */
function targetOf({ seller, buyer, currency }: InvoiceDocument) {
  const { account } = seller
  const iban = compact(account.iban)
  const local = { code: BANK_ACCOUNT, account: compact(account.bankAccount), branch: compact(account.bankRegistration) }
  const hasLocal = local.account !== '' && local.branch !== ''
  if (hasLocal && (currency === 'DKK' || iban === '')) return local
  if (iban === '') return null

  const isWithinDenmark = seller.countryCode === 'DK' && buyer.countryCode === 'DK'
  const code = isWithinDenmark || currency === 'EUR' ? SEPA_CREDIT_TRANSFER : CREDIT_TRANSFER
  return { code, account: iban, branch: compact(account.bic) }
}
