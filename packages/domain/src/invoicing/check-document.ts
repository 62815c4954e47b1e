import { checkLines } from './check-lines.ts'
import { checkParties } from './check-parties.ts'
import { checkPayment } from './check-payment.ts'
import { checkTax } from './check-tax.ts'
import type { DocumentProblem, DocumentTotals, InvoiceDocument } from './document.ts'
import { hasIllegalCharacters } from './invoice-words.ts'

/**
 * Everything that keeps a document from being posted, or would make a receiver refuse it, at once (R45): what Danish law
 * asks of an invoice (R60), and the rules of EN 16931 and Peppol that our documents could break (R65 to R73). A draft
 * has no number, and may leave its dates to its posting. Without errors, posting it gives a valid e-invoice.
 */
export function checkDocument(document: InvoiceDocument, totals: DocumentTotals): DocumentProblem[] {
  return [
    ...checkParties(document),
    ...checkLines(document, totals),
    ...checkTax(document, totals),
    ...checkPayment(document, totals),
    ...illegalTexts(document, '').map((pointer) => ({
      ...{ rule: 'XML-1.0', code: 'illegal_characters', pointer, severity: 'error' as const },
      message: 'Take out the control characters: an e-invoice cannot hold them.',
    })),
  ]
}

/** Where in a value there are texts that XML cannot hold. */
function illegalTexts(value: unknown, pointer: string): string[] {
  if (typeof value === 'string') return hasIllegalCharacters(value) ? [pointer] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => illegalTexts(part, `${pointer}/${key}`))
}
