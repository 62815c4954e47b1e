import type { BasisPoints } from '../money/basis-points.ts'
import { amountText } from '../money/money.ts'
import type { VatCategoryCode } from './document.ts'
import { xmlElement, type XmlPart } from './xml.ts'

type Attributes = Readonly<Record<string, string>>

/** A basic element of UBL's common library: a text. */
export function cbc(name: string, text: string, attributes: Attributes = {}): XmlPart {
  return xmlElement(`cbc:${name}`, text, attributes)
}

/** An aggregate element of UBL's common library. */
export function cac(name: string, parts: readonly XmlPart[]): XmlPart {
  return xmlElement(`cac:${name}`, parts)
}

/** An amount in minor units; always two decimals (BR-DEC-01 … 28). */
export function amount(name: string, minor: number, currency: string): XmlPart {
  return cbc(name, amountText(minor), { currencyID: currency })
}

/** A code of letters and digits as machines want it, without the spaces that people put in. */
export function compact(text: string): string {
  return text.replaceAll(/\s/g, '')
}

export function percent(name: string, basisPoints: BasisPoints): XmlPart {
  return cbc(name, amountText(basisPoints))
}

/** A category and its rate; what is not subject to VAT has none (BR-O-05). `reason` says why there is no VAT. */
export function taxCategory(
  name: 'TaxCategory' | 'ClassifiedTaxCategory',
  { category, rate }: { category: VatCategoryCode; rate: BasisPoints },
  reason: readonly XmlPart[] = [],
): XmlPart {
  return cac(name, [
    cbc('ID', category),
    category === 'O' ? null : percent('Percent', rate),
    ...reason,
    cac('TaxScheme', [cbc('ID', 'VAT')]),
  ])
}

export function period(range: { from: string; to: string } | null): XmlPart {
  if (range === null) return null
  return cac('InvoicePeriod', [cbc('StartDate', range.from), cbc('EndDate', range.to)])
}
