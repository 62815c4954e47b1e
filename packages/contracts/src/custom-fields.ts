import { z } from 'zod'
import {
  CUSTOM_FIELDS_MAX,
  FIELD_CONDITIONS_MAX,
  FIELD_NUMBER_DECIMALS_MAX,
  FIELD_NUMBER_MAX,
  FIELD_TEXT_LENGTH_MAX,
  FILTER_VALUES_MAX,
} from './limits.ts'
import { Id, Name, idParams, searchQuery, text } from './primitives.ts'
import { defineRoute } from './route.ts'

/** What a custom field holds; a tree is a choice whose options lie below one another. */
export const FieldKind = z
  .enum(['text', 'number', 'date', 'choice', 'tree', 'contact', 'checkbox'])
  .meta({ id: 'FieldKind', examples: ['choice'] })
export type FieldKind = z.infer<typeof FieldKind>

/**
 * The value of a custom field: a text, a number, a day `YYYY-MM-DD`, the id of an option or of a contact, or true for
 * a box that is ticked. Null, an empty text and an unticked box are no value.
 */
export const FieldValue = z.union([text(FIELD_TEXT_LENGTH_MAX), z.number(), z.boolean(), z.null()]).meta({
  description: 'Text, number, day, id of an option or of a contact, or true for a ticked box; null is no value.',
  examples: ['Warehouse 2'],
})
export type FieldValue = z.infer<typeof FieldValue>

const anId = '019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c3d'

/** Values by the id of their field. A field that is not named keeps its value; null clears it. */
export const FieldValues = z
  .record(Id, FieldValue)
  .refine((values) => Object.keys(values).length <= CUSTOM_FIELDS_MAX, 'Names too many fields.')
  .meta({ description: 'Values of custom fields by the id of the field.', examples: [{ [anId]: 'Warehouse 2' }] })
export type FieldValues = z.infer<typeof FieldValues>

/** An option of a choice or a tree. Its id, made by who adds it, is what values refer to and never changes. */
export const FieldOption = z
  .strictObject({
    id: Id,
    label: Name.meta({ examples: ['Printer'] }),
    labelDa: Name.nullable()
      .default(null)
      .meta({ description: 'In Danish; null: as the label.', examples: ['Printer'] }),
    parentId: Id.nullable()
      .default(null)
      .meta({ description: 'The option above, of a tree only. An option stands behind the one above it.' }),
    isActive: z.boolean().default(true).meta({ description: 'Inactive ones stay where they are chosen already.' }),
  })
  .meta({ id: 'FieldOption' })
export type FieldOption = z.infer<typeof FieldOption>

const bound = z.number().min(-FIELD_NUMBER_MAX).max(FIELD_NUMBER_MAX).nullable()

/** Which numbers a field takes. */
export const NumberRange = z
  .strictObject({
    min: bound.meta({ examples: [0] }),
    max: bound.meta({ examples: [500] }),
    decimals: z
      .int()
      .min(0)
      .max(FIELD_NUMBER_DECIMALS_MAX)
      .meta({ examples: [0] }),
  })
  .meta({ id: 'NumberRange' })
export type NumberRange = z.infer<typeof NumberRange>

/** What contacts have to do with a field. */
export const FieldVisibility = z
  .enum(['hidden', 'shown', 'editable'])
  .meta({ id: 'FieldVisibility', examples: ['editable'] })
export type FieldVisibility = z.infer<typeof FieldVisibility>

/** When a field has to be filled in, while it is shown and `requiredWhen` holds. */
export const FieldDemand = z
  .enum(['never', 'always', 'staff_create', 'contact_create', 'solve'])
  .meta({ id: 'FieldDemand', examples: ['solve'] })
export type FieldDemand = z.infer<typeof FieldDemand>

/** A question about the priority of a case, or about the value of another field; a field that is not shown has none. */
export const FieldCondition = z
  .strictObject({
    field: z
      .string()
      .regex(/^(?:priority|field:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/u)
      .meta({ description: '`priority`, or `field:` and the id of another field.', examples: [`field:${anId}`] }),
    op: z.enum(['is', 'isNot', 'isEmpty', 'isNotEmpty']).meta({ examples: ['is'] }),
    values: z
      .array(text(FIELD_TEXT_LENGTH_MAX))
      .max(FILTER_VALUES_MAX)
      .default([])
      .meta({
        description:
          'Any of them, for `is` and `isNot`: ids of priorities, options (of a tree: with those below) or contacts, texts, numbers, days, `true` and `false`.',
        examples: [[anId]],
      }),
  })
  .meta({ id: 'FieldCondition' })
export type FieldCondition = z.infer<typeof FieldCondition>

const conditions = z.array(FieldCondition).max(FIELD_CONDITIONS_MAX)

/** When a field is shown and when it has to be filled in. */
export const FieldRules = z
  .strictObject({
    typeIds: z
      .array(Id)
      .min(1)
      .max(FILTER_VALUES_MAX)
      .nullable()
      .default(null)
      .meta({ description: 'Case types with those below them; null: cases of any type and of none.' }),
    shownWhen: conditions.default([]).meta({ description: 'All of them hold.' }),
    requiredWhen: conditions
      .nullable()
      .default(null)
      .meta({ description: 'All of them hold; null: whenever it is shown.' }),
    requiredFor: FieldDemand.default('never'),
  })
  .meta({ id: 'FieldRules' })
export type FieldRules = z.infer<typeof FieldRules>

/** A custom field as forms need it. */
export const CaseField = z
  .object({
    id: Id,
    key: z.string().meta({ examples: ['device'] }),
    name: z.string().meta({ examples: ['Device'] }),
    nameDa: z
      .string()
      .nullable()
      .meta({ examples: ['Enhed'] }),
    help: z.string().meta({ examples: ['What is printed on its label.'] }),
    helpDa: z
      .string()
      .nullable()
      .meta({ examples: ['Det der står på mærkaten.'] }),
    kind: FieldKind,
    options: z.array(FieldOption).meta({ description: 'In their order; of choices and trees.' }),
    range: NumberRange.nullable().meta({ description: 'Of numbers.' }),
    forContacts: FieldVisibility,
    rules: FieldRules,
  })
  .meta({ id: 'CaseField' })
export type CaseField = z.infer<typeof CaseField>

/** A value of a case with the words people know it by. */
export const CaseFieldValue = z
  .object({
    id: Id.meta({ description: 'Of the field.' }),
    key: z.string().meta({ examples: ['device'] }),
    name: z.string().meta({ examples: ['Device'] }),
    nameDa: z
      .string()
      .nullable()
      .meta({ examples: ['Enhed'] }),
    kind: FieldKind,
    value: FieldValue,
    label: z.string().meta({
      description: 'An option with those above it, a contact by name, else the value.',
      examples: ['Printer'],
    }),
    labelDa: z
      .string()
      .nullable()
      .meta({ description: 'Where it differs in Danish.', examples: ['Printer'] }),
    isShown: z
      .boolean()
      .meta({ description: 'False: its rules hide it for now, and its value is kept.', examples: [true] }),
  })
  .meta({ id: 'CaseFieldValue' })
export type CaseFieldValue = z.infer<typeof CaseFieldValue>

export const listCaseFields = defineRoute({
  method: 'GET',
  path: '/api/v1/case-fields',
  tag: 'Cases',
  summary: 'List the custom fields of a form',
  description:
    'Active ones in their order: those for cases of a type (`none`: of no type), whose rules then ask for no type any more; without `typeId` all of them.',
  access: { audience: 'staff', permission: 'case:read' },
  query: z.strictObject({ typeId: z.union([Id, z.literal('none')]).optional() }),
  responses: { 200: z.object({ data: z.array(CaseField) }) },
  refusals: ['not_found'],
})

export const UsedFieldValue = z
  .object({
    value: z.union([z.string(), z.number(), z.boolean()]).meta({ examples: [anId] }),
    label: z.string().meta({ examples: ['Printer'] }),
    labelDa: z
      .string()
      .nullable()
      .meta({ examples: ['Printer'] }),
    cases: z.int().meta({ examples: [12] }),
  })
  .meta({ id: 'UsedFieldValue' })
export type UsedFieldValue = z.infer<typeof UsedFieldValue>

export const listFieldValues = defineRoute({
  method: 'GET',
  path: '/api/v1/case-fields/:fieldId/values',
  tag: 'Cases',
  summary: 'List the values in use of a custom field',
  description: 'The most used first, at most 200. Search looks in texts and labels.',
  access: { audience: 'staff', permission: 'case:read' },
  params: idParams('fieldId'),
  query: z.strictObject(searchQuery),
  responses: { 200: z.object({ data: z.array(UsedFieldValue) }) },
  refusals: ['not_found'],
})
