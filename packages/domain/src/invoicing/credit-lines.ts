import type { CreditablePart, CreditedPart, PostedInvoice } from './credit-parts.ts'
import type { DocumentLine } from './document.ts'
import { wordIn } from './invoice-words.ts'
import { grossOfLine } from './line-net.ts'

/** A line of a credit note: what it is worth is what is paid back of the invoice's line. */
export type CreditLine = Omit<DocumentLine, 'id'> & { originalLineId: string; parts: CreditedPart[] }

type Asked = CreditablePart & { asked: number }

const ROUNDING_MAX = 1

/** A line for each line of the invoice that something is credited of, in their order. */
export function linesOfCredit(
  posted: PostedInvoice,
  parts: readonly CreditablePart[],
  asked: readonly Asked[],
): CreditLine[] {
  const partsOfLine = Map.groupBy(parts, ({ lineId }) => lineId)
  const askedOfLine = Map.groupBy(asked, ({ lineId }) => lineId)
  return posted.document.lines.flatMap((line) => {
    const own = askedOfLine.get(line.id)
    if (own === undefined) return []
    const isWhole = own.every(isWholePart) && own.length === partsOfLine.get(line.id)?.length
    return [lineOfCredit(posted, line, own, isWhole)]
  })
}

function lineOfCredit(
  { document }: PostedInvoice,
  line: DocumentLine,
  asked: readonly Asked[],
  isWhole: boolean,
): CreditLine {
  const { id, ...shown } = line
  const amount = asked.reduce((sum, part) => sum + part.asked, 0)
  const priced = isWhole ? line : (minutesOf(line, asked) ?? onePiece(amount))
  const allowance = grossOfLine(priced) - amount
  return {
    ...shown,
    description: isWhole ? line.description : '',
    quantity: priced.quantity,
    unit: priced.unit,
    unitPrice: priced.unitPrice,
    baseQuantity: priced.baseQuantity,
    allowance,
    allowanceReason: reasonOf(document, line, allowance),
    originalLineId: id,
    parts: asked.map(({ lineId, sourceId, asked: credited }) => ({ lineId, sourceId, amount: credited })),
  }
}

type Priced = Pick<DocumentLine, 'quantity' | 'unit' | 'unitPrice' | 'baseQuantity'>

/** Whole pieces of time are credited by their minutes; null for anything else. */
function minutesOf(line: DocumentLine, asked: readonly Asked[]): Priced | null {
  if (line.unit !== 'MIN' || !asked.every(isWholePart)) return null
  const { unit, unitPrice, baseQuantity } = line
  let quantity = 0
  for (const { minutes } of asked) {
    if (minutes === null) return null
    quantity += minutes
  }
  return { quantity, unit, unitPrice, baseQuantity }
}

function onePiece(amount: number): Priced {
  return { quantity: amount < 0 ? -1 : 1, unit: 'C62', unitPrice: Math.abs(amount), baseQuantity: 1 }
}

function isWholePart({ asked, amount, isTouched }: Asked): boolean {
  return asked === amount && !isTouched
}

/** The reason for which the invoice's own line cost less, and else what explains the rest. */
function reasonOf({ discount, language }: PostedInvoice['document'], line: DocumentLine, allowance: number): string {
  if (allowance === 0) return ''
  if (line.allowanceReason !== '') return line.allowanceReason
  if (discount !== null) return discount.reason === '' ? wordIn(language, 'discount') : discount.reason
  return wordIn(language, Math.abs(allowance) <= ROUNDING_MAX ? 'rounding' : 'adjustment')
}
