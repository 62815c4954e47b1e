import type { CaseField, FieldOption, FieldValue, FieldValues } from '@timedesk/contracts/custom-fields'

/** A custom field as far as rules ask. */
export type Field = Pick<CaseField, 'id' | 'kind' | 'options' | 'range' | 'forContacts' | 'rules'>

/** What the rules of fields look at in a case. */
export type FieldGround = {
  /** The type of the case and all above it; none for a case without a type. */
  typeLine: readonly string[]
  priorityId: string | null
  values: FieldValues
}

/** Whether it says anything: nothing, an empty text and an unticked box do not. */
export function hasValue(value: FieldValue | undefined): boolean {
  return value !== undefined && value !== null && value !== '' && value !== false
}

/** The option of that id with all above it, the nearest first; none for an id that is no option. */
export function optionLine(options: readonly FieldOption[], id: string): FieldOption[] {
  const found: FieldOption[] = []
  let at = options.find((option) => option.id === id)
  while (at !== undefined && !found.includes(at)) {
    found.push(at)
    const { parentId } = at
    at = parentId === null ? undefined : options.find((option) => option.id === parentId)
  }
  return found
}
