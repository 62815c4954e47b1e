import type { simulateAgreement } from '@timedesk/contracts/simulation'
import type { z } from 'zod'

import { emptyLine, wireLine, type LineDraft } from '../../shared/terms/line-draft.ts'
import { emptyLot, wireLot, type LotDraft } from '../../shared/terms/lot-draft.ts'
import { emptyTerms, type TermsDraft } from '../../shared/terms/terms-draft.ts'
import { wireNewTerms } from '../../shared/terms/wire-terms.ts'

/** A voucher that is bought again and again; `validMonths` as it is written. */
export type TriedLot = LotDraft & { validMonths: string }

/** What is tried: terms, with the voucher or the plan that belongs to them. */
export type Tried = {
  /** The stored agreement that it began as. */
  agreementId: string | null
  terms: TermsDraft
  lot: TriedLot
  lines: LineDraft[]
}

export function emptyTried(today: string): Tried {
  const lot = { ...emptyLot, validMonths: '12' }
  return { agreementId: null, terms: emptyTerms(today, 'subscription'), lot, lines: [emptyLine] }
}

type Body = z.input<typeof simulateAgreement.body>
type Wanted = { customerId: string; months: number; currency: string; heading: string }

/** A stored agreement goes by its id as long as nothing of it was changed; anything else as a draft. */
export function wireSimulation(tried: Tried, began: Tried, { customerId, months, currency, heading }: Wanted): Body {
  const { agreementId, terms, lot, lines } = tried
  if (agreementId !== null && JSON.stringify(tried) === JSON.stringify(began))
    return { customerId, months, agreementId }
  const { ownerId: _owner, poNumber: _po, terms: _words, ...draft } = wireNewTerms(terms, currency)
  const isNamed = terms.heading.trim() !== ''
  return {
    ...{ customerId, months },
    draft: { ...draft, heading: isNamed ? terms.heading : heading },
    ...(terms.settlement === 'voucher' && { voucher: wireTriedLot(lot, currency) }),
    ...(terms.settlement === 'subscription' && { lines: lines.map((line) => wireLine(line, currency)) }),
  }
}

function wireTriedLot(lot: TriedLot, currency: string) {
  const { unit, quantity, price } = wireLot(lot, currency)
  const validMonths = lot.validMonths.trim()
  return { unit, quantity, price, validMonths: validMonths === '' ? null : Number(validMonths) }
}
