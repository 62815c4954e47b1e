import { z } from 'zod'
import { CaseChange } from './case-changes.ts'
import { CASE_CHANGES_MAX } from './limits.ts'
import { Id, Instant } from './primitives.ts'

/**
 * One change of many cases: what macros and rules may change, and what people do with a case beside it. Each kind at
 * most once, and a field at most once; a macro and a merge stand alone.
 */
export const BulkChange = z
  .discriminatedUnion('kind', [
    ...CaseChange.options,
    z.strictObject({
      kind: z.literal('snooze'),
      until: Instant.nullable().meta({ description: 'Null: it comes back at once.' }),
    }),
    z.strictObject({ kind: z.literal('follow'), isFollowed: z.boolean().meta({ examples: [true] }) }),
    z.strictObject({ kind: z.literal('read'), isRead: z.boolean().meta({ examples: [true] }) }),
    z.strictObject({ kind: z.literal('macro'), macroId: Id }),
    z.strictObject({
      kind: z.literal('merge'),
      intoId: Id.meta({ description: 'The case that goes on; it may be among the chosen ones.' }),
    }),
  ])
  .meta({
    id: 'BulkChange',
    examples: [{ kind: 'priority', priorityId: '00000000-0000-7000-8000-000000000002' }],
  })
export type BulkChange = z.infer<typeof BulkChange>

export const BulkChanges = z.array(BulkChange).min(1).max(CASE_CHANGES_MAX)
