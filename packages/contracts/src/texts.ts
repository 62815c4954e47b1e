import { z } from 'zod'
import { TEXT_LENGTH_MAX, TEXT_VARIABLES_MAX } from './limits.ts'
import { Id, text } from './primitives.ts'

/** What a text may ask for by `{{name}}`; each gives plain text, whatever marks its value holds. */
export const textVariables = [
  'case.number',
  'case.subject',
  'case.link',
  'case.due',
  'customer.name',
  'contact.name',
  'contact.firstName',
  'agent.name',
  'agent.firstName',
  'company.name',
  'today',
] as const

export const TextVariable = z.enum(textVariables).meta({ id: 'TextVariable', examples: ['contact.firstName'] })
export type TextVariable = z.infer<typeof TextVariable>

const Template = text(TEXT_LENGTH_MAX)
  .refine(
    (template) => template.split('{{').length <= TEXT_VARIABLES_MAX + 1,
    `Uses more than ${String(TEXT_VARIABLES_MAX)} variables.`,
  )
  .default('')

/** A text in each language; one of them has to be there, and stands in for the other. */
export const LocalTexts = z
  .strictObject({ en: Template, da: Template })
  .refine(({ en, da }) => en.trim() !== '' || da.trim() !== '', 'Write it in one language at least.')
  .meta({
    description: `Markdown in each language; an empty one is stood in for by the other. Variables: ${textVariables.map((name) => `{{${name}}}`).join(' ')}.`,
    examples: [{ en: 'Dear {{contact.firstName}}, thank you.', da: 'Kære {{contact.firstName}}, mange tak.' }],
  })
export type LocalTexts = z.infer<typeof LocalTexts>

/** As it is read: the same two texts. */
export const ShownTexts = z
  .object({ en: z.string(), da: z.string() })
  .meta({ examples: [{ en: 'Dear {{contact.firstName}}, thank you.', da: 'Kære {{contact.firstName}}, mange tak.' }] })

export const TextScope = z.enum(['everyone', 'department', 'private']).meta({
  id: 'TextScope',
  description: 'Whose it is: everyone’s, a department’s with those below it, or its owner’s alone.',
  examples: ['everyone'],
})
export type TextScope = z.infer<typeof TextScope>

/** Whose a text is to be; the owner of a private one is who creates it. */
export const scopeFields = {
  scope: TextScope,
  departmentId: Id.nullable().meta({ description: 'For `department` alone.', examples: [null] }),
}
