import { z } from 'zod'
import { AttachmentIds, Case, MessageBody, caseParams } from './cases.ts'
import { moveFields, moveRefusals } from './case-moves.ts'
import { CaseChange, CaseChanges } from './case-changes.ts'
import { ConditionNames } from './conditions.ts'
import { NoteItem, ReplyItem } from './dialogue.ts'
import {
  Id,
  Language,
  Name,
  Reference,
  activeQuery,
  idParams,
  pageOf,
  pageQuery,
  position,
  searchQuery,
} from './primitives.ts'
import { defineRoute } from './route.ts'
import { LocalTexts, ShownTexts, TextScope, scopeFields } from './texts.ts'
import { TimeDraft } from './time.ts'

const messageOf = <Texts extends z.ZodType>(texts: Texts) =>
  z.strictObject({ kind: z.enum(['reply', 'note']).meta({ examples: ['reply'] }), texts }).nullable()

export const Macro = z
  .object({
    id: Id,
    name: z.string().meta({ examples: ['Ask for the version'] }),
    scope: TextScope,
    department: Reference.nullable(),
    owner: Reference.nullable().meta({ description: 'Of a private one.' }),
    message: messageOf(ShownTexts).meta({ description: 'What it says; null: it only changes the case.' }),
    changes: z.array(CaseChange),
    names: ConditionNames.meta({
      description: 'The names of what the changes speak of by id; what is gone is missing.',
    }),
    position: z.int().meta({ examples: [1] }),
    isActive: z.boolean().meta({ examples: [true] }),
    can: z.object({ edit: z.boolean() }),
    version: z.int().meta({ examples: [1] }),
  })
  .meta({ id: 'Macro' })
export type Macro = z.infer<typeof Macro>

const macroFields = {
  name: Name,
  ...scopeFields,
  message: messageOf(LocalTexts),
  changes: CaseChanges,
  position,
}

export const listMacros = defineRoute({
  method: 'GET',
  path: '/api/v1/macros',
  tag: 'Texts',
  summary: 'List macros',
  description:
    'By position and name: everyone’s, those of the caller’s department and of the ones above it, and the caller’s own. Who may write shared texts sees those of every department.',
  access: { audience: 'staff', permission: 'case:read' },
  query: z.strictObject({ ...pageQuery, ...searchQuery, ...activeQuery, scope: TextScope.optional() }),
  responses: { 200: pageOf(Macro) },
  refusals: ['invalid_cursor'],
})

export const getMacro = defineRoute({
  method: 'GET',
  path: '/api/v1/macros/:macroId',
  tag: 'Texts',
  summary: 'Read a macro',
  description: 'With what it says in each language, and what it changes.',
  access: { audience: 'staff', permission: 'case:read' },
  params: idParams('macroId'),
  responses: { 200: Macro },
  refusals: ['not_found'],
  etag: true,
})

export const createMacro = defineRoute({
  method: 'POST',
  path: '/api/v1/macros',
  tag: 'Texts',
  summary: 'Write a macro',
  description:
    'A private one for the caller; a shared one needs the permission `texts:write`. It has to say something or change something, and to change each thing once.',
  access: { audience: 'staff', permission: 'case:write' },
  body: z
    .strictObject(macroFields)
    .partial()
    .required({ name: true, scope: true })
    .extend({
      departmentId: scopeFields.departmentId.default(null),
      message: macroFields.message.default(null),
      changes: CaseChanges.default([]),
      position: position.default(0),
    }),
  responses: { 201: Macro },
  refusals: ['conflict', 'reference_refused', 'rule_refused', 'variable_unknown'],
})

export const updateMacro = defineRoute({
  method: 'PATCH',
  path: '/api/v1/macros/:macroId',
  tag: 'Texts',
  summary: 'Change or retire a macro',
  description: 'An inactive one is offered no more.',
  access: { audience: 'staff', permission: 'case:write' },
  params: idParams('macroId'),
  body: z.strictObject({ ...macroFields, isActive: z.boolean() }).partial(),
  responses: { 200: Macro },
  refusals: ['not_found', 'conflict', 'reference_refused', 'rule_refused', 'variable_unknown'],
  ifMatch: 'required',
  etag: true,
})

const PlannedChange = z
  .object({
    kind: z.string().meta({ description: 'As in the macro.', examples: ['status'] }),
    name: z
      .string()
      .nullable()
      .meta({ description: 'Of a custom field.', examples: [null] }),
    from: z
      .string()
      .nullable()
      .meta({ examples: ['Open'] }),
    to: z
      .string()
      .nullable()
      .meta({ examples: ['Waiting for customer'] }),
    isChange: z.boolean().meta({ description: 'False: the case is like that already.', examples: [true] }),
  })
  .meta({ id: 'PlannedChange' })

export const MacroPreview = z
  .object({
    macro: Reference,
    message: z
      .object({
        kind: z.enum(['reply', 'note']),
        language: Language,
        body: z.string().meta({ examples: ['Dear Anna, which version do you use?'] }),
      })
      .nullable(),
    changes: z.array(PlannedChange),
    refusal: z
      .object({ code: z.string().meta({ examples: ['gate_closed'] }), detail: z.string() })
      .nullable()
      .meta({ description: 'Why the macro would be refused now; null when it can run.' }),
    caseVersion: z.int().meta({ examples: [3] }),
  })
  .meta({ id: 'MacroPreview' })
export type MacroPreview = z.infer<typeof MacroPreview>

export const getMacroPreview = defineRoute({
  method: 'GET',
  path: '/api/v1/cases/:caseId/macros/:macroId/preview',
  tag: 'Texts',
  summary: 'Preview a macro on a case',
  description:
    'What it would say, in the language of the contact, else of the customer, and what it would change. Its ETag is the case’s: send it as If-Match when the macro is run.',
  access: { audience: 'staff', permission: 'case:write' },
  params: idParams('caseId').extend(idParams('macroId').shape),
  responses: { 200: MacroPreview },
  refusals: ['not_found'],
  etag: true,
})

export const MacroRun = z
  .object({
    macro: Reference,
    message: z.discriminatedUnion('kind', [ReplyItem, NoteItem]).nullable().meta({ description: 'What was said.' }),
    case: Case,
  })
  .meta({ id: 'MacroRun' })
export type MacroRun = z.infer<typeof MacroRun>

export const runMacro = defineRoute({
  method: 'POST',
  path: '/api/v1/cases/:caseId/macro-runs',
  tag: 'Texts',
  summary: 'Run a macro on a case',
  description:
    'Says and changes everything in one go, by the rules that bind the caller by hand, or nothing. `body` is the text as it was edited; left out, the macro’s own is filled in. What its move requires may come along, as with any move.',
  access: { audience: 'staff', permission: 'case:write' },
  params: caseParams,
  body: z.strictObject({
    macroId: Id,
    body: MessageBody.optional(),
    attachmentIds: AttachmentIds,
    ...moveFields,
    time: TimeDraft.optional().meta({ description: 'Registered with the message.' }),
  }),
  responses: { 201: MacroRun },
  refusals: [
    'not_found',
    'stale_version',
    'case_closed',
    ...moveRefusals,
    'field_refused',
    'reference_refused',
    'attachment_claimed',
    'rule_refused',
  ],
  ifMatch: 'optional',
})
