import type { Invoice } from '@timedesk/contracts/invoice'
import type { Language, Reference } from '@timedesk/contracts/primitives'

import { wireDecimal } from '../../shared/forms/wire-decimal.ts'
import type { DraftBody } from './use-edit-draft.ts'

/** Dates, references and terms of a draft as they are written in the form; named as the fields of the request. */
export type DetailsDraft = {
  issuedOn: string
  dueOn: string
  paymentTermsDays: number
  language: Language
  buyerReference: string
  orderReference: string
  note: string
  reason: string
  correctsId: Reference | null
  exchangeRate: string
  vatTreatment: Invoice['vatTreatment']
  discountPercent: string
  discountReason: string
  roundTo: Invoice['roundTo']
}

export function detailsOf(invoice: Invoice): DetailsDraft {
  const { paymentTermsDays, language, buyerReference, orderReference, note, reason } = invoice
  const { vatTreatment, discountPercent, discountReason, roundTo, corrects } = invoice
  return {
    ...{ paymentTermsDays, language, buyerReference, orderReference, note, reason },
    ...{ vatTreatment, discountPercent, discountReason, roundTo },
    issuedOn: invoice.issuedOn ?? '',
    dueOn: invoice.dueOn ?? '',
    exchangeRate: invoice.exchangeRate ?? '',
    correctsId: corrects === null ? null : { id: corrects.id, name: corrects.number },
  }
}

/** The changed fields as the API takes them; an emptied day or rate goes as none. */
export function bodyOfDetails(changes: Partial<DetailsDraft>): DraftBody {
  const { issuedOn, dueOn, exchangeRate, correctsId, discountPercent, ...same } = changes
  return {
    ...same,
    ...(issuedOn !== undefined && { issuedOn: issuedOn === '' ? null : issuedOn }),
    ...(dueOn !== undefined && { dueOn: dueOn === '' ? null : dueOn }),
    ...(exchangeRate !== undefined && { exchangeRate: wireDecimal(exchangeRate) }),
    ...(correctsId !== undefined && { correctsId: correctsId?.id ?? null }),
    ...(discountPercent !== undefined && { discountPercent: wireDecimal(discountPercent) ?? '0' }),
  }
}
