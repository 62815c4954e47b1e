import { addDays } from '@timedesk/domain/calendar/days'
import type { DocumentTotals, InvoiceDocument } from '@timedesk/domain/invoicing/document'
import type { Parties } from './parties.ts'
import type { InvoiceHead, StoredInvoice, StoredLine } from './stored-invoice.ts'

/** A document as EN 16931 sees it: what is posted with the parties as they were then, a draft with those given. */
export function documentOf(stored: StoredInvoice, parties: Parties): InvoiceDocument {
  const { kind, number, issuedOn, paymentTermsDays, language, currency, note, period, roundTo } = stored
  const { buyerReference, orderReference, contractReference, correctsNumber, correctsIssuedOn } = stored
  const { discountBasisPoints, discountReason } = stored
  return {
    ...{ kind, number, issuedOn, paymentTermsDays, language, currency, note, period, roundTo },
    ...{ buyerReference, orderReference, contractReference },
    dueOn: dueOf(stored),
    accounting: accountingOf(stored),
    seller: stored.seller ?? parties.seller,
    buyer: stored.buyer ?? parties.buyer,
    preceding:
      correctsNumber === null || correctsIssuedOn === null
        ? null
        : { number: correctsNumber, issuedOn: correctsIssuedOn },
    discount: discountBasisPoints === 0 ? null : { basisPoints: discountBasisPoints, reason: discountReason },
    lines: stored.lines.map(lineOf),
  }
}

/** When it is to be paid: as it says, else by its terms from the day of its issue. A credit note is not paid. */
export function dueOf({
  kind,
  dueOn,
  issuedOn,
  paymentTermsDays,
}: Pick<InvoiceHead, 'kind' | 'dueOn' | 'issuedOn' | 'paymentTermsDays'>): string | null {
  if (kind === 'credit_note' || dueOn !== null) return dueOn
  return issuedOn === null ? null : addDays(issuedOn, paymentTermsDays)
}

/** The sums of a document as they are stored. */
export function totalsStored(stored: StoredInvoice): DocumentTotals {
  const { lineTotal, allowanceTotal, net, vat, accountingVat, gross, rounding, payable } = stored
  return {
    lineNets: stored.lines.map((line) => line.net),
    lines: lineTotal,
    allowances: allowanceTotal,
    ...{ net, vat, accountingVat, gross, rounding, payable },
    breakdown: stored.vatRows,
  }
}

/** Where VAT is told in the company's currency too (R73); not without a rate. */
function accountingOf({ currency, companyCurrency, exchangeRate }: InvoiceHead): InvoiceDocument['accounting'] {
  if (currency === companyCurrency || exchangeRate === null) return null
  return { currency: companyCurrency, rateMillionths: exchangeRate }
}

function lineOf(line: StoredLine): InvoiceDocument['lines'][number] {
  const { id, text, description, quantity, unit, unitPrice, baseQuantity, allowance, allowanceReason } = line
  const { vatCategory, vatRate, period } = line
  return {
    ...{ id, text, description, quantity, unit, unitPrice, baseQuantity, allowance, allowanceReason },
    ...{ vatCategory, vatRate, period },
  }
}
