import { z } from 'zod'
import { FieldValues } from './custom-fields.ts'
import { TEXT_LENGTH_MAX } from './limits.ts'
import { Id, OptionalLine, Reason, text } from './primitives.ts'

export const Resolution = text(TEXT_LENGTH_MAX).meta({
  description: 'What solved it; the customer reads it too. Markdown.',
  examples: ['The printer driver was replaced.'],
})

/**
 * What may come with a move: the fields that it requires, filled in the same go, and the leave to pass its gates.
 * Refusals point at these, such as `/body/resolution`, `/body/fill/typeId` and `/body/fill/fields/<id>`.
 */
export const moveFields = {
  reason: OptionalLine.optional(),
  resolution: Resolution.optional(),
  fill: z
    .strictObject({
      typeId: Id,
      responsibleId: Id,
      agreementId: Id,
      projectId: Id,
      contactId: Id,
      product: OptionalLine,
      fields: FieldValues,
    })
    .partial()
    .optional()
    .meta({ description: 'Fields of the case to be filled in before it moves.' }),
  override: z.strictObject({ reason: Reason }).optional().meta({
    description: 'Passes closed gates and the end of the time to reopen, for those who may; the log keeps the reason.',
  }),
}

/** What a move may be refused with, beside a status that does not exist. */
export const moveRefusals = ['status_move_refused', 'field_required', 'gate_closed', 'reopen_expired'] as const
