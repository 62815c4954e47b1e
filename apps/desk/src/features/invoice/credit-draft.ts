import type { Invoice, InvoiceLine, InvoiceSource } from '@timedesk/contracts/invoice'
import { CreditDisposition } from '@timedesk/contracts/invoice'
import { amountText } from '@timedesk/domain/money/money'

import { wireAmount } from '../../shared/forms/wire-rate.ts'
import { minorOf } from '../../shared/money.ts'
import type { CreditBody } from './use-settle-invoice.ts'

/** Something of an invoice that can be credited: a source of a line, or a line that has none. */
export type CreditPart = {
  id: string
  kind: 'source' | 'line'
  text: string
  /** What is left of it to credit, as a decimal text. */
  left: string
  dispositions: readonly CreditDisposition[]
}

/** What a person chose for a part; the amount as typed. */
export type PartChoice = { isChosen: boolean; disposition: CreditDisposition; amount: string }

export type CreditDraft = {
  reason: string
  isWhole: boolean
  disposition: CreditDisposition
  parts: Record<string, PartChoice>
}

/** What is left to credit of an invoice, line by line. */
export function creditParts({ invoiceLines }: Pick<Invoice, 'invoiceLines'>): CreditPart[] {
  return invoiceLines.flatMap((line) => (line.sources.length === 0 ? ownPart(line) : line.sources.flatMap(sourcePart)))
}

function ownPart({ id, text, net, credited }: InvoiceLine): CreditPart[] {
  const left = minorOf(net) - minorOf(credited)
  return left <= 0 ? [] : [{ id, kind: 'line', text, left: amountText(left), dispositions: [] }]
}

function sourcePart({ id, item, amount, credited, isLive }: InvoiceSource): CreditPart[] {
  const left = minorOf(amount) - minorOf(credited)
  if (!isLive || left <= 0) return []
  const canReturn = item.source === 'time' || item.source === 'voucher_sale'
  const dispositions = CreditDisposition.options.filter((option) => option !== 'return_to_voucher' || canReturn)
  const text = item.case === null ? item.text : `#${item.case.number} ${item.text}`
  return [{ id, kind: 'source', text, left: amountText(left), dispositions }]
}

/** The choice of a part that nobody touched. */
export function choiceOf(draft: CreditDraft, part: CreditPart): PartChoice {
  return draft.parts[part.id] ?? { isChosen: false, disposition: draft.disposition, amount: part.left }
}

/** The request, with only what differs from all that is left told by its amount. */
export function creditBody(draft: CreditDraft, parts: readonly CreditPart[], currency: string): CreditBody {
  const reason = draft.reason.trim()
  if (draft.isWhole) return { reason, disposition: draft.disposition }
  const chosen = parts.flatMap((part) => {
    const choice = choiceOf(draft, part)
    const amount = wireAmount(choice.amount, currency)
    const isPart = amount.amount !== part.left
    return choice.isChosen ? [{ part, disposition: choice.disposition, ...(isPart && { amount }) }] : []
  })
  return {
    reason,
    sources: chosen.flatMap(({ part, ...choice }) => (part.kind === 'source' ? [{ id: part.id, ...choice }] : [])),
    lines: chosen.flatMap(({ part, amount }) =>
      part.kind === 'line' ? [{ id: part.id, ...(amount !== undefined && { amount }) }] : [],
    ),
  }
}
