import type { DocumentTotals, InvoiceDocument, VatBreakdownRow } from './document.ts'
import { amount, cac, cbc, percent, taxCategory } from './ubl-element.ts'
import { exemptions } from './ubl-words.ts'
import type { XmlPart } from './xml.ts'

/** UNCL 5189: a discount. */
const DISCOUNT = '95'

/**
 * The document's discount, once for each VAT category that has a part of it (BG-20). Parts follow the percentage to a
 * minor unit, which PEPPOL-EN16931-R040 grants.
 */
export function documentAllowances({ discount, currency }: InvoiceDocument, { breakdown }: DocumentTotals): XmlPart[] {
  if (discount === null) return []
  return breakdown
    .filter(({ allowance }) => allowance !== 0)
    .map((row) =>
      cac('AllowanceCharge', [
        cbc('ChargeIndicator', 'false'),
        cbc('AllowanceChargeReasonCode', DISCOUNT),
        cbc('AllowanceChargeReason', discount.reason),
        percent('MultiplierFactorNumeric', discount.basisPoints),
        amount('Amount', row.allowance, currency),
        amount('BaseAmount', row.base + row.allowance, currency),
        taxCategory('TaxCategory', row),
      ]),
    )
}

/** VAT by category and rate (BG-23), and once more as one sum where it is accounted for in another currency (BT-111). */
export function taxTotals(document: InvoiceDocument, totals: DocumentTotals): XmlPart[] {
  const { currency, accounting } = document
  const inDocumentCurrency = cac('TaxTotal', [
    amount('TaxAmount', totals.vat, currency),
    ...totals.breakdown.map((row) => taxSubtotal(row, document)),
  ])
  if (accounting === null || totals.accountingVat === null) return [inDocumentCurrency]
  return [inDocumentCurrency, cac('TaxTotal', [amount('TaxAmount', totals.accountingVat, accounting.currency)])]
}

function taxSubtotal(row: VatBreakdownRow, { currency, language }: InvoiceDocument): XmlPart {
  const exemption = exemptions[row.category]
  const reason =
    exemption === null
      ? []
      : [cbc('TaxExemptionReasonCode', exemption.code), cbc('TaxExemptionReason', exemption.words[language])]
  return cac('TaxSubtotal', [
    amount('TaxableAmount', row.base, currency),
    amount('TaxAmount', row.vat, currency),
    taxCategory('TaxCategory', row, reason),
  ])
}

export function monetaryTotal({ currency }: InvoiceDocument, totals: DocumentTotals): XmlPart {
  return cac('LegalMonetaryTotal', [
    amount('LineExtensionAmount', totals.lines, currency),
    amount('TaxExclusiveAmount', totals.net, currency),
    amount('TaxInclusiveAmount', totals.gross, currency),
    totals.allowances === 0 ? null : amount('AllowanceTotalAmount', totals.allowances, currency),
    totals.rounding === 0 ? null : amount('PayableRoundingAmount', totals.rounding, currency),
    amount('PayableAmount', totals.payable, currency),
  ])
}
