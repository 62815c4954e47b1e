import type { FieldOption, FieldValue } from '@timedesk/contracts/custom-fields'
import { optionLine, type Field } from './field.ts'

/**
 * A value as people read it: an option by its label, of a tree with those above it; a contact by the name that `names`
 * knows; else as it is. What is gone is shown by its id.
 */
export function labelOf(
  { kind, options }: Pick<Field, 'kind' | 'options'>,
  value: FieldValue,
  language: 'en' | 'da',
  names: ReadonlyMap<string, string> = new Map(),
): string {
  const text = value === null ? '' : String(value)
  if (kind === 'contact') return names.get(text) ?? text
  if (kind !== 'choice' && kind !== 'tree') return text
  const line = optionLine(options, text)
  return line.length === 0
    ? text
    : line
        .toReversed()
        .map((option) => wordOf(option, language))
        .join(' / ')
}

function wordOf({ label, labelDa }: FieldOption, language: 'en' | 'da'): string {
  return language === 'da' ? (labelDa ?? label) : label
}
