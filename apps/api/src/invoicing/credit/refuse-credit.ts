import { Refusal, type FieldProblem } from '@timedesk/contracts/refusal'
import type { CreditRefusal } from '@timedesk/domain/invoicing/credit'

const messages: Record<CreditRefusal['reason'], string> = {
  not_on_invoice: 'The invoice has no such source, or no such line without sources.',
  asked_twice: 'It is named twice.',
  nothing_left: 'All of it has been credited already.',
  zero_amount: 'Say how much, or leave the amount out for all that is left.',
  amount_too_high: 'So much is not left of it.',
  part_only_written_off: 'A part can only be written off; all of it can be charged again or be covered by a voucher.',
  total_too_high: 'With what was credited before, that is more than the invoice charged.',
  total_below_zero: 'A credit note cannot be negative; leave out what the invoice takes back.',
  nothing_asked: 'There is nothing left to credit.',
}

/** Refuses a credit with all reasons at once, each where `pointerOf` says. */
export function refuseCredit(
  refusals: readonly CreditRefusal[],
  pointerOf: (refusal: CreditRefusal) => string,
): Refusal {
  return creditRefused(
    refusals.map((refusal) => {
      return { pointer: pointerOf(refusal), code: refusal.reason, message: messages[refusal.reason] }
    }),
  )
}

export function creditRefused(fields: FieldProblem[]): Refusal {
  return new Refusal('credit_refused', { fields, ...(fields[0] !== undefined && { detail: fields[0].message }) })
}

/** Of the whole document. */
export function creditTooHigh(): Refusal {
  return creditRefused([{ pointer: '', code: 'total_too_high', message: messages.total_too_high }])
}
