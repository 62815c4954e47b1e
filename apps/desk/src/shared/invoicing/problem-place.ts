import { paths } from '../paths.ts'

/** Where a problem is mended: a field or a line of the document, or another page. */
export type ProblemPlace =
  { kind: 'field'; field: string } | { kind: 'line'; index: number } | { kind: 'page'; href: string } | { kind: 'none' }

const BANK = ['account', 'endpointScheme', 'endpointId', 'email', 'phone']
const FIELDS: Record<string, string> = {
  issuedOn: 'issuedOn',
  dueOn: 'dueOn',
  buyerReference: 'buyerReference',
  orderReference: 'orderReference',
  note: 'note',
  discount: 'discountPercent',
  accounting: 'exchangeRate',
  preceding: 'correctsId',
}

/** The place that a problem’s pointer into the document leads to. */
export function placeOfProblem(pointer: string, customerId: string): ProblemPlace {
  const [, part = '', inside = ''] = pointer.split('/')
  if (part === 'lines' && /^\d+$/u.test(inside)) return { kind: 'line', index: Number(inside) }
  if (part === 'buyer') return { kind: 'page', href: paths.customer(customerId) }
  if (part === 'seller') {
    return { kind: 'page', href: BANK.includes(inside) ? paths.invoicingSettings : paths.company }
  }
  if (part === 'discount' && inside === 'reason') return { kind: 'field', field: 'discountReason' }
  const field = FIELDS[part]
  return field === undefined ? { kind: 'none' } : { kind: 'field', field }
}
