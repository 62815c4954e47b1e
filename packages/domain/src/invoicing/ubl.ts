import type { DocumentTotals, InvoiceDocument } from './document.ts'
import { cac, cbc, period } from './ubl-element.ts'
import { lineElement } from './ubl-line.ts'
import { partyElement } from './ubl-party.ts'
import { paymentElements } from './ubl-payment.ts'
import { documentAllowances, monetaryTotal, taxTotals } from './ubl-totals.ts'
import { xmlDocument, type XmlPart } from './xml.ts'

/** Peppol BIS Billing 3 (R69). */
const CUSTOMIZATION = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0'
const PROFILE = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0'

const NAMESPACE = 'urn:oasis:names:specification:ubl:schema:xsd'

/** UNCL 1001 (R72). */
const INVOICE = '380'
const CREDIT_NOTE = '381'

/**
 * The document as UBL 2.1 for Peppol BIS Billing 3, with elements in the order of the schema and none of them empty.
 * It writes what it is given: `checkDocument` tells beforehand what a receiver would refuse.
 * Throws a RangeError for a draft, which has neither number nor date (R44).
 */
export function ublOf(document: InvoiceDocument, totals: DocumentTotals): string {
  const { number, issuedOn } = document
  if (number === null || issuedOn === null) throw new RangeError('A draft has no number, and so is no UBL document')

  const name = document.kind === 'invoice' ? 'Invoice' : 'CreditNote'
  const parts = [...headOf(document, { number, issuedOn }), ...bodyOf(document, totals, number)]
  return xmlDocument({
    name,
    attributes: {
      xmlns: `${NAMESPACE}:${name}-2`,
      'xmlns:cac': `${NAMESPACE}:CommonAggregateComponents-2`,
      'xmlns:cbc': `${NAMESPACE}:CommonBasicComponents-2`,
    },
    content: parts.filter((part) => part !== null),
  })
}

function headOf(document: InvoiceDocument, { number, issuedOn }: { number: string; issuedOn: string }): XmlPart[] {
  return [
    cbc('CustomizationID', CUSTOMIZATION),
    cbc('ProfileID', PROFILE),
    cbc('ID', number),
    cbc('IssueDate', issuedOn),
    ...typeOf(document),
    cbc('Note', document.note),
    cbc('DocumentCurrencyCode', document.currency),
    cbc('TaxCurrencyCode', document.accounting?.currency ?? ''),
    cbc('BuyerReference', document.buyerReference),
    period(document.period),
    cac('OrderReference', [cbc('ID', document.orderReference)]),
    billingReference(document),
    cac('ContractDocumentReference', [cbc('ID', document.contractReference)]),
  ]
}

function typeOf({ kind, dueOn }: InvoiceDocument): XmlPart[] {
  if (kind === 'credit_note') return [cbc('CreditNoteTypeCode', CREDIT_NOTE)]
  return [cbc('DueDate', dueOn ?? ''), cbc('InvoiceTypeCode', INVOICE)]
}

function billingReference({ preceding }: InvoiceDocument): XmlPart {
  if (preceding === null) return null
  return cac('BillingReference', [
    cac('InvoiceDocumentReference', [cbc('ID', preceding.number), cbc('IssueDate', preceding.issuedOn)]),
  ])
}

function bodyOf(document: InvoiceDocument, totals: DocumentTotals, number: string): XmlPart[] {
  const showVatId = totals.breakdown.every(({ category }) => category !== 'O')
  return [
    cac('AccountingSupplierParty', [partyElement(document.seller, { showVatId })]),
    cac('AccountingCustomerParty', [partyElement(document.buyer, { showVatId })]),
    ...paymentElements(document, number),
    ...documentAllowances(document, totals),
    ...taxTotals(document, totals),
    monetaryTotal(document, totals),
    ...document.lines.map((line, index) => {
      const net = totals.lineNets[index]
      if (net === undefined) throw new RangeError('The totals are of another document')
      return lineElement({ line, net, number: index + 1 }, document)
    }),
  ]
}
