import { z } from 'zod'
import { moveFields } from './case-moves.ts'
import { FieldValue } from './custom-fields.ts'
import { CASE_CHANGES_MAX, ESTIMATE_MINUTES_MAX, TAGS_MAX } from './limits.ts'
import { Id } from './primitives.ts'
import { Tag } from './work-list.ts'

const tags = z.array(Tag).max(TAGS_MAX).default([])

/** One change of a case, by a macro or by a rule. Each kind at most once, and a field at most once. */
export const CaseChange = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('status'),
      statusId: Id,
      reason: moveFields.reason,
      resolution: moveFields.resolution,
    }),
    z.strictObject({ kind: z.literal('priority'), priorityId: Id }),
    z.strictObject({ kind: z.literal('type'), typeId: Id }),
    z.strictObject({ kind: z.literal('assignment'), departmentId: Id, responsibleId: Id.nullable().default(null) }),
    z.strictObject({ kind: z.literal('tags'), add: tags, remove: tags }),
    z.strictObject({
      kind: z.literal('field'),
      fieldId: Id,
      value: FieldValue,
    }),
    z.strictObject({ kind: z.literal('checklist'), templateId: Id }),
    z.strictObject({
      kind: z.literal('estimate'),
      minutes: z
        .int()
        .min(0)
        .max(ESTIMATE_MINUTES_MAX)
        .nullable()
        .meta({ examples: [90] }),
    }),
  ])
  .meta({
    id: 'CaseChange',
    examples: [{ kind: 'status', statusId: '00000000-0000-7000-8000-000000000003' }],
  })
export type CaseChange = z.infer<typeof CaseChange>

export const CaseChanges = z.array(CaseChange).max(CASE_CHANGES_MAX)
