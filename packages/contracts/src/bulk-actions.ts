import { z } from 'zod'
import { BulkChange, BulkChanges } from './bulk-changes.ts'
import { ConditionNames } from './conditions.ts'
import { BULK_CASES_MAX } from './limits.ts'
import { CaseReference, Id, Instant, idParams, pageOf, pageQuery } from './primitives.ts'
import { defineRoute } from './route.ts'
import { caseFilters } from './work-list.ts'

export const BulkState = z.enum(['planning', 'planned', 'running', 'done', 'undoing', 'undone']).meta({
  id: 'BulkState',
  description: '`planning`: cases are still being judged. What is `undone` may have left cases as they are.',
  examples: ['planned'],
})
export type BulkState = z.infer<typeof BulkState>

/** What becomes, or would become, of a case. */
export const BulkVerdict = z.enum(['changed', 'unchanged', 'refused']).meta({
  id: 'BulkVerdict',
  description: '`unchanged`: the case is like that already.',
  examples: ['changed'],
})
export type BulkVerdict = z.infer<typeof BulkVerdict>

/** What a refusal is about, as the command for one case tells it: a gate that is closed, a field that is empty. */
const BulkError = z
  .object({
    pointer: z.string().meta({ examples: ['/body/override'] }),
    code: z.string().meta({ examples: ['checklist_done'] }),
    message: z.string(),
  })
  .meta({ id: 'BulkError' })
export type BulkError = z.infer<typeof BulkError>

/** A refusal of one case: its code, a sentence in English and what exactly it is about. */
const BulkRefusal = z
  .object({
    code: z.string().meta({ examples: ['status_move_refused'] }),
    detail: z.string(),
    errors: z.array(BulkError),
  })
  .meta({ id: 'BulkRefusal' })

export const BulkGroup = z
  .object({
    code: z.string().meta({ examples: ['status_move_refused'] }),
    cases: z.int().meta({ examples: [25] }),
    errors: z.array(BulkError.extend({ cases: z.int() })).meta({
      description: 'What it is about, with how many of the cases; the most frequent first, at most 20.',
    }),
    examples: z
      .array(z.object({ case: CaseReference, detail: z.string(), errors: z.array(BulkError) }))
      .meta({ description: 'The first of them, at most 20.' }),
  })
  .meta({ id: 'BulkGroup', description: 'The cases that were refused, or kept as they are, for the same reason.' })
export type BulkGroup = z.infer<typeof BulkGroup>

export const BulkTally = z
  .object({
    changed: z.int().meta({ examples: [287] }),
    unchanged: z.int().meta({ examples: [0] }),
    refused: z.int().meta({ examples: [25] }),
    groups: z.array(BulkGroup),
  })
  .meta({ id: 'BulkTally' })
export type BulkTally = z.infer<typeof BulkTally>

export const BulkAction = z
  .object({
    id: Id,
    state: BulkState,
    changes: z.array(BulkChange),
    names: ConditionNames.meta({
      description: 'The names of what the changes speak of by id; what is gone is missing.',
    }),
    cases: z.int().meta({ description: 'How many were chosen.', examples: [312] }),
    done: z.int().meta({
      description: 'How many are dealt with in its state: judged, changed or undone.',
      examples: [120],
    }),
    plan: BulkTally.meta({ description: 'The dry run: what would become of the cases that are judged.' }),
    result: BulkTally.nullable().meta({ description: 'What became of the cases; null before it is committed.' }),
    otherwise: z.int().meta({
      description: 'Cases of which something else came than was planned, because they or the rights had changed.',
      examples: [0],
    }),
    undo: z
      .object({
        undone: z.int(),
        kept: z.int().meta({ description: 'Cases of which something stays, for the reasons that are told.' }),
        groups: z.array(BulkGroup),
      })
      .nullable()
      .meta({ description: 'What became of undoing it; null before it is asked for.' }),
    isUndoable: z.boolean().meta({ description: 'False for what says something to people, and for merges.' }),
    undoUntil: Instant.nullable().meta({ description: 'Until when it may be undone; null before it is done.' }),
    plannedAt: Instant,
    committedAt: Instant.nullable(),
    endedAt: Instant.nullable(),
    failure: z.string().nullable().meta({ description: 'Why it stands still for the moment; it goes on by itself.' }),
    can: z.object({ commit: z.boolean(), undo: z.boolean() }),
  })
  .meta({ id: 'BulkAction' })
export type BulkAction = z.infer<typeof BulkAction>

/** Why a thing of a case stays when the action is undone, beside refusals: somebody changed it since. */
export const KEPT_BECAUSE_CHANGED = 'changed_since'

export const BulkActionCase = z
  .object({
    case: CaseReference,
    plan: z
      .object({ verdict: BulkVerdict, refusal: BulkRefusal.nullable() })
      .nullable()
      .meta({ description: 'Null: not judged yet.' }),
    result: z
      .object({ verdict: BulkVerdict, refusal: BulkRefusal.nullable() })
      .nullable()
      .meta({ description: 'Null: its turn has not come.' }),
    isOtherwise: z.boolean().meta({ description: 'Something else came of it than was planned.' }),
    undo: z
      .object({
        isUndone: z.boolean(),
        kept: z
          .array(BulkRefusal.extend({ thing: z.string().meta({ examples: ['priority'] }) }))
          .meta({ description: 'What of it stays as it is, and why; `changed_since`: somebody changed it meanwhile.' }),
      })
      .nullable()
      .meta({ description: 'Null: nothing of it was to be undone, or its turn has not come.' }),
  })
  .meta({ id: 'BulkActionCase' })
export type BulkActionCase = z.infer<typeof BulkActionCase>

const one = {
  params: idParams('bulkId'),
  tag: 'Bulk actions',
  access: { audience: 'staff', permission: 'case:read' },
} as const

const isNarrowed = (query: Record<string, unknown>) =>
  Object.values(query).some((value) => value !== undefined && value !== '')

/** Filters of the work list, as in its query string; lists may come as arrays too. At least one of them. */
export const BulkQuery = z.strictObject(caseFilters).refine(isNarrowed, 'Say which cases are meant.')

export const planBulkAction = defineRoute({
  method: 'POST',
  path: '/api/v1/bulk-actions',
  tag: 'Bulk actions',
  summary: 'Plan a bulk action',
  description:
    'A dry run: each chosen case is changed by the commands that people use, and all of it is undone, so that the verdict is true; nothing is changed. Cases that match a query are chosen once, in their order now. Many cases are judged in the background: read the action until it is `planned`. A change of cases needs `case:write`, an assignment `case:dispatch`. What is planned belongs to its maker, and nobody else can see it.',
  access: { audience: 'staff', permission: 'case:read' },
  body: z.strictObject({
    selection: z.union([
      z.strictObject({ caseIds: z.array(Id).min(1).max(BULK_CASES_MAX) }),
      z.strictObject({ query: BulkQuery }),
    ]),
    changes: BulkChanges,
  }),
  responses: { 201: BulkAction },
  refusals: ['selection_refused', 'reference_refused', 'rule_refused', 'query_refused'],
  budget: 'search',
})

export const listBulkActions = defineRoute({
  method: 'GET',
  path: '/api/v1/bulk-actions',
  tag: 'Bulk actions',
  summary: 'List bulk actions',
  description: 'The caller’s own, the latest first. They are kept for 30 days.',
  access: { audience: 'staff', permission: 'case:read' },
  query: z.strictObject(pageQuery),
  responses: { 200: pageOf(BulkAction) },
  refusals: ['invalid_cursor'],
})

export const getBulkAction = defineRoute({
  ...one,
  method: 'GET',
  path: '/api/v1/bulk-actions/:bulkId',
  summary: 'Read a bulk action',
  description: 'Its plan, how far it is and what came of it.',
  responses: { 200: BulkAction },
  refusals: ['not_found'],
})

export const listBulkActionCases = defineRoute({
  ...one,
  method: 'GET',
  path: '/api/v1/bulk-actions/:bulkId/cases',
  summary: 'List the cases of a bulk action',
  description: 'In the order in which they were chosen, each with what was planned and what became of it.',
  query: z.strictObject({
    ...pageQuery,
    verdict: BulkVerdict.optional().meta({ description: 'What became of it, or would.' }),
    code: z
      .string()
      .max(40)
      .optional()
      .meta({ description: 'Of the refusal.', examples: ['status_move_refused'] }),
  }),
  responses: { 200: pageOf(BulkActionCase) },
  refusals: ['not_found', 'invalid_cursor'],
})

export const commitBulkAction = defineRoute({
  ...one,
  method: 'PUT',
  path: '/api/v1/bulk-actions/:bulkId/commit',
  summary: 'Carry a bulk action out',
  description:
    'As a job, case by case, in the name of who planned it and with the rights of that moment. Each case is judged anew; one that is refused keeps no other from being changed. It goes on after a crash, and committing again does nothing more.',
  responses: { 202: BulkAction },
  refusals: ['not_found', 'bulk_state_refused'],
})

export const undoBulkAction = defineRoute({
  ...one,
  method: 'PUT',
  path: '/api/v1/bulk-actions/:bulkId/undo',
  summary: 'Undo a bulk action',
  description:
    'Within 30 seconds of its end. Each case gets back what the action changed, but for what has been changed since; the cases tell what stayed and why. Messages and mail that went out stay out. Undoing again does nothing more.',
  responses: { 202: BulkAction },
  refusals: ['not_found', 'bulk_state_refused', 'undo_expired'],
})
