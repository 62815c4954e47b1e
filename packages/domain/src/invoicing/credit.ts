import { linesOfCredit } from './credit-lines.ts'
import type { CreditLine } from './credit-lines.ts'
import { creditableParts, keyOfPart } from './credit-parts.ts'
import type { CreditablePart, CreditedPart, EarlierCredit, PostedInvoice } from './credit-parts.ts'
import { isWithin, sumCredit } from './credit-sums.ts'
import type { CreditSums, SummedCredit } from './credit-sums.ts'
import { keyOfCategory } from './totals.ts'
import type { FixedTotals } from './totals.ts'

/**
 * What becomes of a source that is credited: `rebill` makes it potential again, `writeOff` leaves it uncharged,
 * `returnToVoucher` has prepaid units pay for it (R48).
 */
export type Disposition = 'rebill' | 'writeOff' | 'returnToVoucher'

/** Amounts are minor units without VAT, after the document's discount; none asks for all that is left. */
export type CreditRequest = {
  sources: { sourceId: string; disposition: Disposition; amount?: number }[]
  /** Lines that were written by hand. */
  lines: { lineId: string; amount?: number }[]
}

export type CreditRefusal = {
  reason:
    /** No source or line by hand of this invoice. */
    | 'not_on_invoice'
    | 'asked_twice'
    /** It was credited before. */
    | 'nothing_left'
    /** An amount of zero, of something that is worth more. */
    | 'zero_amount'
    /** More than is left of it, or of the other sign. */
    | 'amount_too_high'
    /** Only all of a source can be charged again or paid otherwise: of a part, the rest would be charged twice. */
    | 'part_only_written_off'
    /** With what lines take back, more than the invoice charged in all, or under a rate of VAT. */
    | 'total_too_high'
    /** A credit note may not be negative (DK-R-016). */
    | 'total_below_zero'
    | 'nothing_asked'
  sourceId: string | null
  lineId: string | null
}

/** A part that is to be credited, and what becomes of it; a line by hand is simply not charged any more. */
export type AskedPart = CreditablePart & { asked: number; disposition: Disposition | null }

export type Credit = {
  lines: CreditLine[]
  /** To be kept with the credit note, for the next one. */
  parts: (CreditedPart & { disposition: Disposition | null })[]
  /** What the totals of the credit note take from the invoice; see `totalsOf`. */
  fixed: FixedTotals
  sums: CreditSums
  /** What is left of the invoice afterwards. */
  remaining: CreditSums
}

export type CreditOutcome = { ok: true; credit: Credit } | { ok: false; refusals: CreditRefusal[] }

/**
 * A credit of a posted invoice after earlier ones, source by source and line by line, or every reason why not. Its lines
 * are positive where the invoice's are, and worth what is paid back: the discount of the document is already off them.
 * However an invoice is credited, in any order and in parts, what is credited never exceeds it in any category of VAT,
 * net, gross and payable, and comes to exactly the same once all of it is credited (R49).
 */
export function creditOf(
  posted: PostedInvoice,
  earlier: readonly EarlierCredit[],
  request: CreditRequest,
): CreditOutcome {
  const parts = creditableParts(posted, earlier)
  const { asked, refusals } = findAsked(parts, request)
  if (refusals.length > 0) return { ok: false, refusals }

  const amounts = new Map(asked.map((part) => [keyOfPart(part), part.asked]))
  const summed = sumCredit(posted, earlier, parts, (part) => amounts.get(keyOfPart(part)) ?? 0)
  const reason = asked.length === 0 ? 'nothing_asked' : refuseSums(posted, summed)
  if (reason !== null) return { ok: false, refusals: [{ reason, sourceId: null, lineId: null }] }

  const { totals } = posted
  const { credit, all, fixed } = summed
  return {
    ok: true,
    credit: {
      lines: linesOfCredit(posted, parts, asked),
      parts: asked.map(({ lineId, sourceId, asked: amount, disposition }) => {
        return { lineId, sourceId, amount, disposition }
      }),
      fixed,
      sums: credit,
      remaining: {
        net: totals.net - all.net,
        vat: totals.vat - all.vat,
        gross: totals.gross - all.gross,
        payable: totals.payable - all.payable,
      },
    },
  }
}

type Wanted = { sourceId: string | null; lineId: string | null; disposition: Disposition | null; amount?: number }

function findAsked(parts: readonly CreditablePart[], { sources, lines }: CreditRequest) {
  const known = new Map(parts.map((part) => [keyOfWanted(part), part]))
  const wanted: Wanted[] = [
    ...sources.map((source) => ({ ...source, lineId: null })),
    ...lines.map((line) => ({ ...line, sourceId: null, disposition: null })),
  ]
  const asked = new Map<string, AskedPart>()
  const refusals: CreditRefusal[] = []
  for (const { sourceId, lineId, disposition, amount } of wanted) {
    const key = keyOfWanted({ sourceId, lineId })
    const part = known.get(key)
    const reason = asked.has(key) ? 'asked_twice' : refusePart(part, disposition, amount)
    if (reason !== null) refusals.push({ reason, sourceId, lineId })
    else if (part !== undefined) asked.set(key, { ...part, asked: amount ?? part.left, disposition })
  }
  return { asked: [...asked.values()], refusals }
}

/** A source is on one line of an invoice, so its id is enough. */
function keyOfWanted({ sourceId, lineId }: Pick<Wanted, 'sourceId' | 'lineId'>): string {
  return JSON.stringify(sourceId === null ? ['line', lineId] : ['source', sourceId])
}

function refusePart(
  part: CreditablePart | undefined,
  disposition: Disposition | null,
  amount: number | undefined,
): CreditRefusal['reason'] | null {
  if (part === undefined) return 'not_on_invoice'
  const { left, isTouched } = part
  if (left === 0 && isTouched) return 'nothing_left'
  const asked = amount ?? left
  if (asked === 0 && left !== 0) return 'zero_amount'
  if (!isWithin(asked, left)) return 'amount_too_high'
  const isWhole = asked === part.amount
  return isWhole || disposition === null || disposition === 'writeOff' ? null : 'part_only_written_off'
}

function refuseSums({ totals }: PostedInvoice, { credit, all, bases }: SummedCredit): CreditRefusal['reason'] | null {
  if (credit.net < 0 || credit.gross < 0) return 'total_below_zero'
  const rows = new Map(totals.breakdown.map((row) => [keyOfCategory(row), row.base]))
  const fits = bases.every((row) => isWithin(row.base, rows.get(keyOfCategory(row)) ?? 0))
  return fits && isWithin(all.net, totals.net) && isWithin(all.gross, totals.gross) ? null : 'total_too_high'
}
