import type { changeCaseStatus } from '@timedesk/contracts/cases'
import type { FieldValues } from '@timedesk/contracts/custom-fields'
import type { Reference } from '@timedesk/contracts/primitives'
import type { StatusMove } from '@timedesk/contracts/workflow-definition'
import type { z } from 'zod'

/** What goes along with a move: the fields that it requires, and the leave to pass its gates. */
export type MoveBody = Pick<z.input<typeof changeCaseStatus.body>, 'reason' | 'resolution' | 'fill' | 'override'>

/** What a person fills in before a move. */
export type MoveDraft = {
  reason: string
  resolution: string
  typeId: string | null
  responsible: Reference | null
  agreementId: string | null
  project: Reference | null
  contact: Reference | null
  product: string
  fields: FieldValues
  isOverriding: boolean
  overrideReason: string
}

export const emptyMove: MoveDraft = {
  reason: '',
  resolution: '',
  typeId: null,
  responsible: null,
  agreementId: null,
  project: null,
  contact: null,
  product: '',
  fields: {},
  isOverriding: false,
  overrideReason: '',
}

const FIELD = 'field:'

/** Whether a move can be made at once, with nothing to be asked. */
export function takesNothing({ requires, gates, isReopenExpired }: StatusMove): boolean {
  return requires.length === 0 && gates.every(({ isOpen }) => isOpen) && !isReopenExpired
}

/** The custom fields that a move requires. */
export function requiredFieldIds({ requires }: StatusMove): string[] {
  return requires.filter((one) => one.startsWith(FIELD)).map((one) => one.slice(FIELD.length))
}

/** Whether the move itself brings the text that says what solved the case: it is required, or its gate waits for it. */
export function asksForResolution({ requires, gates }: StatusMove): boolean {
  return requires.includes('resolution') || gates.some(({ gate, isOpen }) => gate === 'resolution' && !isOpen)
}

/** What keeps a move from being made until something is done elsewhere; the draft opens some gates by itself. */
export function isBlocked(move: StatusMove, { resolution }: MoveDraft, bringsTime: boolean): boolean {
  if (move.isReopenExpired) return true
  return move.gates.some(({ gate, isOpen }) => {
    if (isOpen) return false
    if (gate === 'resolution') return resolution.trim() === ''
    return gate !== 'time_registered' || !bringsTime
  })
}

/** What is sent with the move: what was written, and nothing else. */
export function toMoveBody(draft: MoveDraft): MoveBody {
  const { typeId, responsible, agreementId, project, contact, product, fields } = draft
  const fill = {
    ...(typeId !== null && { typeId }),
    ...(responsible !== null && { responsibleId: responsible.id }),
    ...(agreementId !== null && { agreementId }),
    ...(project !== null && { projectId: project.id }),
    ...(contact !== null && { contactId: contact.id }),
    ...(product.trim() !== '' && { product: product.trim() }),
    ...(Object.keys(fields).length > 0 && { fields }),
  }
  return {
    ...(draft.reason.trim() !== '' && { reason: draft.reason.trim() }),
    ...(draft.resolution.trim() !== '' && { resolution: draft.resolution }),
    ...(Object.keys(fill).length > 0 && { fill }),
    ...(draft.isOverriding && { override: { reason: draft.overrideReason.trim() } }),
  }
}
