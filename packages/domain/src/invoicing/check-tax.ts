import { BASIS_POINTS_WHOLE } from '../money/basis-points.ts'
import type { DocumentProblem, DocumentTotals, InvoiceDocument } from './document.ts'
import { errorIf } from './document-problems.ts'
import { vatOf } from './totals.ts'

/** What a credit note's VAT may differ from its rate, in minor units, where it closes an invoice (R66): less than one unit. */
const CLOSING_TOLERANCE = 99

/** Rates, categories and sums: BR-CO-10 to 17 to the minor unit, and what no document may come to (R50, R61, R66, R68). */
export function checkTax(document: InvoiceDocument, totals: DocumentTotals): DocumentProblem[] {
  return [...checkRates(document), ...checkDiscount(document), ...checkSums(document, totals)]
}

function checkRates({ lines }: InvoiceDocument): DocumentProblem[] {
  const isOutside = lines.map(({ vatCategory }) => vatCategory === 'O')
  return [
    ...lines.flatMap(({ vatCategory, vatRate }, index) => {
      const pointer = `/lines/${String(index)}/vatRate`
      return [
        ...errorIf(vatCategory === 'S' && vatRate <= 0, {
          ...{ rule: 'BR-S-05', code: 'vat_rate_missing', pointer },
          message: 'Give the rate of VAT, or another category.',
        }),
        ...errorIf(vatCategory !== 'S' && vatRate !== 0, {
          ...{ rule: `BR-${vatCategory}-05`, code: 'vat_rate_not_zero', pointer },
          message: 'Take the rate of VAT off: only the standard category bears VAT.',
        }),
      ]
    }),
    ...errorIf(isOutside.includes(true) && isOutside.includes(false), {
      ...{ rule: 'BR-O-11', code: 'outside_scope_mixed', pointer: '/lines' },
      message: 'Invoice what is outside of the scope of VAT on a document of its own.',
    }),
  ]
}

function checkDiscount({ discount }: InvoiceDocument): DocumentProblem[] {
  if (discount === null) return []
  const { basisPoints, reason } = discount
  return [
    ...errorIf(!Number.isSafeInteger(basisPoints) || basisPoints < 0 || basisPoints > BASIS_POINTS_WHOLE, {
      ...{ rule: 'PEPPOL-EN16931-R040', code: 'discount_invalid', pointer: '/discount/basisPoints' },
      message: 'Give a discount from 0 to 100 %.',
    }),
    ...errorIf(basisPoints !== 0 && reason.trim() === '', {
      ...{ rule: 'BR-33', code: 'discount_reason_missing', pointer: '/discount/reason' },
      message: 'Say why there is a discount.',
    }),
  ]
}

function checkSums(document: InvoiceDocument, totals: DocumentTotals): DocumentProblem[] {
  const broken = brokenRule(document, totals)
  return [
    ...errorIf(broken !== null, {
      ...{ rule: broken ?? '', code: 'totals_do_not_add_up', pointer: '' },
      message: 'Compute the document again: its sums do not add up.',
    }),
    ...errorIf(totals.net < 0, {
      ...{ rule: 'net_negative', code: 'net_negative', pointer: '/lines' },
      message: 'Take lines off: the document charges less than nothing. A credit note gives money back.',
    }),
    ...errorIf(totals.net >= 0 && totals.payable < 0, {
      ...{ rule: document.kind === 'credit_note' ? 'DK-R-016' : 'payable_negative' },
      ...{ code: 'payable_negative', pointer: '/lines' },
      message: 'Take lines off: the total may not be less than zero.',
    }),
  ]
}

/** The first sum of EN 16931 that is not what it has to be. */
function brokenRule({ kind, lines }: InvoiceDocument, totals: DocumentTotals): string | null {
  const { lineNets, breakdown, net, vat, gross, rounding, payable } = totals
  const tolerance = kind === 'credit_note' ? CLOSING_TOLERANCE : 0
  const isTaxed = breakdown.every((row) => Math.abs(row.vat - vatOf(row.base, row.rate)) <= tolerance)
  const sums = [
    ['BR-CO-10', sum(lineNets), totals.lines],
    ['BR-CO-11', sum(breakdown.map(({ allowance }) => allowance)), totals.allowances],
    ['BR-CO-13', totals.lines - totals.allowances, net],
    ['BR-S-08', sum(breakdown.map(({ base }) => base)), net],
    ['BR-CO-14', sum(breakdown.map((row) => row.vat)), vat],
    ['BR-CO-15', net + vat, gross],
    ['BR-CO-16', gross + rounding, payable],
    ['BR-CO-17', isTaxed ? 1 : 0, 1],
    ['BR-CO-18', Number(breakdown.length > 0), Number(lines.length > 0)],
  ] as const
  return sums.find(([, is, shouldBe]) => is !== shouldBe)?.[0] ?? null
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}
