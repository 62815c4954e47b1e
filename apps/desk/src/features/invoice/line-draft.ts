import type { InvoiceLine } from '@timedesk/contracts/invoice'
import { parseAmount } from '@timedesk/domain/money/money'
import { grossOfLine } from '@timedesk/domain/invoicing/line-net'

import { wireDecimal } from '../../shared/forms/wire-decimal.ts'
import { wireAmount } from '../../shared/forms/wire-rate.ts'
import { parseQuantity, quantityText } from '../../shared/invoicing/quantity-text.ts'
import type { LineBody } from './use-edit-draft.ts'

/** A line as it is written in the editor; named as the fields of the request. */
export type LineDraft = {
  text: string
  description: string
  quantity: string
  unitPrice: string
  net: string
  vatCategory: InvoiceLine['vatCategory']
  vatRate: string
  period: { from: string; to: string }
  adjustmentReason: string
}

export function draftOfLine(line: InvoiceLine): LineDraft {
  const { text, description, vatCategory, vatRate, adjustmentReason, period } = line
  return {
    ...{ text, description, vatCategory, vatRate, adjustmentReason },
    quantity: quantityText(line.quantity, line.unit),
    unitPrice: line.unitPrice.amount,
    net: line.net.amount,
    period: { from: period?.from ?? '', to: period?.to ?? '' },
  }
}

/** The changed fields as the API takes them; null while the quantity cannot be read. */
export function bodyOfLine(changes: Partial<LineDraft>, { unit, net: { currency } }: InvoiceLine): LineBody | null {
  const { quantity, unitPrice, net, vatRate, period, ...same } = changes
  const read = quantity === undefined ? undefined : parseQuantity(quantity, unit)
  if (read === null) return null
  return {
    ...same,
    ...(read !== undefined && { quantity: read }),
    ...(unitPrice !== undefined && { unitPrice: wireAmount(unitPrice, currency) }),
    ...(net !== undefined && { net: wireAmount(net, currency) }),
    ...(vatRate !== undefined && { vatRate: wireDecimal(vatRate) ?? '0' }),
    ...(period !== undefined && { period: period.from === '' && period.to === '' ? null : period }),
  }
}

/** What quantity and price give, in minor units; null while one of them cannot be read. */
export function grossOfDraft(draft: LineDraft, { unit, baseQuantity }: InvoiceLine): number | null {
  const quantity = parseQuantity(draft.quantity, unit)
  const unitPrice = parseAmount(wireDecimal(draft.unitPrice) ?? '')
  return quantity === null || unitPrice === null ? null : grossOfLine({ quantity, unitPrice, baseQuantity })
}

/** Whether the line charges, or will charge, something else than was registered. */
export function isAdjusted(changes: Partial<LineDraft>, line: InvoiceLine): boolean {
  if (line.sources.length === 0) return false
  const isRepriced = ['quantity', 'unitPrice', 'net'].some((name) => Object.hasOwn(changes, name))
  return isRepriced || line.net.amount !== line.registered.amount
}
