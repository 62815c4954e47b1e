import type { DocumentLine, DocumentPeriod, DocumentProblem, DocumentTotals, InvoiceDocument } from './document.ts'
import { errorIf } from './document-problems.ts'

/** How far a line's net may be from what quantity and price give, in minor units (R120). */
const NET_TOLERANCE = 2

/** What is charged, line by line (R60, R65, R69, R70). */
export function checkLines(document: InvoiceDocument, { lineNets }: DocumentTotals): DocumentProblem[] {
  const { lines, period } = document
  return [
    ...errorIf(lines.length === 0, {
      ...{ rule: 'BR-16', code: 'lines_missing', pointer: '/lines' },
      message: 'Add a line: there is nothing to charge.',
    }),
    ...errorIf(period !== null && period.to < period.from, {
      ...{ rule: 'BR-29', code: 'period_reversed', pointer: '/period' },
      message: 'Mend the period: it ends before it starts.',
    }),
    ...lines.flatMap((line, index) => checkLine(line, `/lines/${String(index)}`, lineNets[index], period)),
  ]
}

function checkLine(
  line: DocumentLine,
  pointer: string,
  net: number | undefined,
  whole: DocumentPeriod | null,
): DocumentProblem[] {
  const { text, quantity, allowance, allowanceReason } = line
  return [
    ...errorIf(text.trim() === '', {
      ...{ rule: 'BR-25', code: 'line_text_missing', pointer: `${pointer}/text` },
      message: 'Say what the line is for.',
    }),
    ...errorIf(!Number.isSafeInteger(quantity), {
      ...{ rule: 'whole_quantity', code: 'line_quantity_not_whole', pointer: `${pointer}/quantity` },
      message: 'Give a whole quantity: time is invoiced by the minute, since parts of hours do not give the amount.',
    }),
    ...checkPrice(line, pointer),
    ...errorIf(net === undefined || !explainsNet(line, net), {
      ...{ rule: 'PEPPOL-EN16931-R120', code: 'line_net_mismatch', pointer: `${pointer}/quantity` },
      message: 'Mend quantity or price: they do not give the amount of the line.',
    }),
    ...errorIf(allowance !== 0 && allowanceReason.trim() === '', {
      ...{ rule: 'BR-42', code: 'line_allowance_reason_missing', pointer: `${pointer}/allowanceReason` },
      message: 'Say why the line costs more or less than quantity and price give.',
    }),
    ...checkPeriod(line.period, whole, pointer),
  ]
}

function checkPrice({ unitPrice, baseQuantity }: DocumentLine, pointer: string): DocumentProblem[] {
  return [
    ...errorIf(unitPrice < 0, {
      ...{ rule: 'BR-27', code: 'line_price_negative', pointer: `${pointer}/unitPrice` },
      message: 'Give a price of zero or more, and take back with a negative quantity.',
    }),
    ...errorIf(!Number.isSafeInteger(unitPrice), {
      ...{ rule: 'whole_price', code: 'line_price_not_whole', pointer: `${pointer}/unitPrice` },
      message: 'Give a price of at most two decimals.',
    }),
    ...errorIf(!Number.isSafeInteger(baseQuantity) || baseQuantity <= 0, {
      ...{ rule: 'PEPPOL-EN16931-R121', code: 'line_base_quantity_invalid', pointer: `${pointer}/baseQuantity` },
      message: 'Give a positive quantity that the price is for.',
    }),
  ]
}

function checkPeriod(period: DocumentPeriod | null, whole: DocumentPeriod | null, pointer: string): DocumentProblem[] {
  if (period === null) return []
  const { from, to } = period
  return [
    ...errorIf(to < from, {
      ...{ rule: 'BR-30', code: 'line_period_reversed', pointer: `${pointer}/period` },
      message: 'Mend the period of the line: it ends before it starts.',
    }),
    ...errorIf(whole !== null && (from < whole.from || to > whole.to), {
      ...{ rule: whole !== null && from < whole.from ? 'PEPPOL-EN16931-R110' : 'PEPPOL-EN16931-R111' },
      ...{ code: 'line_period_outside', pointer: `${pointer}/period` },
      message: 'Mend the period of the line: it is not within that of the document.',
    }),
  ]
}

/** In floats on purpose: what a receiver multiplies need not be whole, and the tolerance is far above their error. */
function explainsNet({ quantity, unitPrice, baseQuantity, allowance }: DocumentLine, net: number): boolean {
  return Math.abs((quantity * unitPrice) / baseQuantity - allowance - net) <= NET_TOLERANCE
}
