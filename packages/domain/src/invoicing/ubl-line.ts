import type { DocumentLine, InvoiceDocument } from './document.ts'
import { amount, cac, cbc, period, taxCategory } from './ubl-element.ts'
import type { XmlPart } from './xml.ts'

/** UNCL 5189: a discount. UNCL 7161: another service. A reason code stands in for words that are missing (BR-42, BR-44). */
const DISCOUNT = '95'
const OTHER_CHARGE = 'ABK'

type PlacedLine = { line: DocumentLine; net: number; number: number }

/** A line by its place on the document; price and quantity have the same unit (PEPPOL-EN16931-R130). */
export function lineElement({ line, net, number }: PlacedLine, { kind, currency }: InvoiceDocument): XmlPart {
  const [name, quantityName] =
    kind === 'invoice' ? ['InvoiceLine', 'InvoicedQuantity'] : ['CreditNoteLine', 'CreditedQuantity']
  const unit = { unitCode: line.unit }
  return cac(name, [
    cbc('ID', String(number)),
    cbc(quantityName, String(line.quantity), unit),
    amount('LineExtensionAmount', net, currency),
    period(line.period),
    lineAllowance(line, currency),
    cac('Item', [
      cbc('Description', line.description),
      cbc('Name', line.text),
      taxCategory('ClassifiedTaxCategory', { category: line.vatCategory, rate: line.vatRate }),
    ]),
    cac('Price', [
      amount('PriceAmount', line.unitPrice, currency),
      cbc('BaseQuantity', String(line.baseQuantity), unit),
    ]),
  ])
}

/** What is taken off is an allowance, what is put on a charge; both are positive (BG-27, BG-28). */
function lineAllowance({ allowance, allowanceReason }: DocumentLine, currency: string): XmlPart {
  if (allowance === 0) return null
  const isCharge = allowance < 0
  return cac('AllowanceCharge', [
    cbc('ChargeIndicator', String(isCharge)),
    cbc('AllowanceChargeReasonCode', isCharge ? OTHER_CHARGE : DISCOUNT),
    cbc('AllowanceChargeReason', allowanceReason),
    amount('Amount', Math.abs(allowance), currency),
  ])
}
