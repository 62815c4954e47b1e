import type { Invoice } from '@timedesk/contracts/invoice'

/**
 * Whether a document takes back amounts of posted ones, which fixes the figures of its lines; a credit note that a
 * run drafted for potential of its own does not.
 */
export function isCrediting({ kind, invoiceLines }: Pick<Invoice, 'kind' | 'invoiceLines'>): boolean {
  const claims = invoiceLines.flatMap(({ sources }) => sources).filter(({ disposition }) => disposition === null)
  return kind === 'credit_note' && invoiceLines.length > 0 && claims.length === 0
}
