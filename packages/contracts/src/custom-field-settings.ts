import { z } from 'zod'
import { CaseField, FieldKind, FieldOption, FieldRules, FieldVisibility, NumberRange } from './custom-fields.ts'
import { CUSTOM_FIELDS_MAX, FIELD_OPTIONS_MAX } from './limits.ts'
import { Id, LongText, Name, activeQuery, idParams, position } from './primitives.ts'
import { defineRoute } from './route.ts'

export const CustomField = CaseField.extend({
  position: z.int().meta({ examples: [1] }),
  isUsed: z.boolean().meta({ description: 'Some case has a value: its kind is fixed.', examples: [true] }),
  isActive: z.boolean().meta({ examples: [true] }),
  version: z.int().meta({ examples: [1] }),
}).meta({ id: 'CustomField' })
export type CustomField = z.infer<typeof CustomField>

const fieldFields = {
  name: Name.meta({ examples: ['Device'] }),
  nameDa: Name.nullable().meta({ examples: ['Enhed'] }),
  help: LongText.meta({ examples: ['What is printed on its label.'] }),
  helpDa: LongText.nullable().meta({ examples: ['Det der står på mærkaten.'] }),
  kind: FieldKind,
  options: z.array(FieldOption).max(FIELD_OPTIONS_MAX),
  range: NumberRange.nullable(),
  forContacts: FieldVisibility,
  rules: FieldRules,
  position,
}

export const listCustomFields = defineRoute({
  method: 'GET',
  path: '/api/v1/custom-fields',
  tag: 'Settings',
  summary: 'List custom fields',
  description: 'In their order, at most 100.',
  access: { audience: 'staff', permission: 'settings:read' },
  query: z.strictObject(activeQuery),
  responses: { 200: z.object({ data: z.array(CustomField) }) },
  refusals: [],
})
export const getCustomField = defineRoute({
  method: 'GET',
  path: '/api/v1/custom-fields/:fieldId',
  tag: 'Settings',
  summary: 'Read a custom field',
  description: 'With its options and rules.',
  access: { audience: 'staff', permission: 'settings:read' },
  params: idParams('fieldId'),
  responses: { 200: CustomField },
  refusals: ['not_found'],
  etag: true,
})
export const createCustomField = defineRoute({
  method: 'POST',
  path: '/api/v1/custom-fields',
  tag: 'Settings',
  summary: 'Create a custom field',
  description:
    'Choices and trees need options. Refused when its rules name what does not exist, or go round in a circle.',
  access: { audience: 'staff', permission: 'settings:write' },
  body: z.strictObject({
    ...fieldFields,
    key: z
      .string()
      .regex(/^[a-z][a-z0-9_]{0,49}$/u)
      .meta({ description: 'For integrators; unique, and never changed.', examples: ['device'] }),
    nameDa: fieldFields.nameDa.default(null),
    help: LongText.default(''),
    helpDa: fieldFields.helpDa.default(null),
    options: fieldFields.options.default([]),
    range: NumberRange.nullable().default(null),
    forContacts: FieldVisibility.default('hidden'),
    rules: FieldRules.prefault({}),
    position: position.optional(),
  }),
  responses: { 201: CustomField },
  refusals: ['conflict', 'reference_refused', 'rule_refused'],
})
export const updateCustomField = defineRoute({
  method: 'PATCH',
  path: '/api/v1/custom-fields/:fieldId',
  tag: 'Settings',
  summary: 'Change or deactivate a custom field',
  description:
    '`options` and `rules` replace what is there. An option that cases have chosen is deactivated rather than left out, and a kind is fixed once there are values (`still_in_use`). Values of an inactive field are kept.',
  access: { audience: 'staff', permission: 'settings:write' },
  params: idParams('fieldId'),
  body: z.strictObject({ ...fieldFields, isActive: z.boolean() }).partial(),
  responses: { 200: CustomField },
  refusals: ['not_found', 'conflict', 'still_in_use', 'reference_refused', 'rule_refused'],
  ifMatch: 'required',
  etag: true,
})
export const orderCustomFields = defineRoute({
  method: 'PUT',
  path: '/api/v1/custom-field-order',
  tag: 'Settings',
  summary: 'Put the custom fields in order',
  description: 'Names each of them once, active or not.',
  access: { audience: 'staff', permission: 'settings:write' },
  body: z.strictObject({ fieldIds: z.array(Id).max(CUSTOM_FIELDS_MAX) }),
  responses: { 200: z.object({ data: z.array(CustomField) }) },
  refusals: ['reference_refused'],
})
