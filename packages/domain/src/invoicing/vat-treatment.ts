import type { VatCategory as RegisteredVatCategory } from '@timedesk/contracts/settings'
import type { VatCategoryCode } from './document.ts'
import type { InvoicingTerms, VatTreatment } from './plannable.ts'
import type { VatCategory } from './totals.ts'

const codes = {
  domestic: { standard: 'S', zero_rated: 'Z', exempt: 'E', outside_scope: 'O' },
  reverse_charge: { standard: 'AE', zero_rated: 'AE', exempt: 'E', outside_scope: 'O' },
  export: { standard: 'G', zero_rated: 'Z', exempt: 'E', outside_scope: 'O' },
  exempt: { standard: 'E', zero_rated: 'Z', exempt: 'E', outside_scope: 'O' },
} as const satisfies Record<VatTreatment, Record<RegisteredVatCategory, VatCategoryCode>>

/** The VAT that work of a category bears for a customer who is treated so (R61); only the standard rate is not zero. */
export function vatUnder(
  { vatTreatment, vatRate }: Pick<InvoicingTerms, 'vatTreatment' | 'vatRate'>,
  registered: RegisteredVatCategory,
): VatCategory {
  const category = codes[vatTreatment][registered]
  return { category, rate: category === 'S' ? vatRate : 0 }
}
