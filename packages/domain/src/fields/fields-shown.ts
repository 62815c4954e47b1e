import type { FieldCondition, FieldValue } from '@timedesk/contracts/custom-fields'
import { hasValue, optionLine, type Field, type FieldGround } from './field.ts'

/**
 * The fields that a case shows, in their order: those for its type whose conditions all hold. A field that is not shown
 * counts as empty for the others, whatever value it keeps; so does one that is not among `fields`.
 */
export function fieldsShown<Some extends Field>(fields: readonly Some[], ground: FieldGround): Some[] {
  const isShown = shownIn(fields, ground)
  return fields.filter(isShown)
}

/** Whether conditions all hold in a case. */
export function conditionsHold(
  conditions: readonly FieldCondition[],
  fields: readonly Field[],
  ground: FieldGround,
): boolean {
  const isShown = shownIn(fields, ground)
  return conditions.every((condition) => holds(condition, fields, ground, isShown))
}

/** The id of the field that a condition is about; null when it is about the priority. */
export function fieldOfCondition({ field }: FieldCondition): string | null {
  return field.startsWith('field:') ? field.slice('field:'.length) : null
}

/** Rules that go round in a circle are never saved; here the circle counts as not shown, so that asking ends. */
function shownIn(fields: readonly Field[], ground: FieldGround): (field: Field) => boolean {
  const known = new Map<string, boolean>()
  const isShown = (field: Field): boolean => {
    const before = known.get(field.id)
    if (before !== undefined) return before
    known.set(field.id, false)
    const { typeIds, shownWhen } = field.rules
    const isForType = typeIds === null || typeIds.some((id) => ground.typeLine.includes(id))
    const shown = isForType && shownWhen.every((condition) => holds(condition, fields, ground, isShown))
    known.set(field.id, shown)
    return shown
  }
  return isShown
}

function holds(
  condition: FieldCondition,
  fields: readonly Field[],
  { priorityId, values }: FieldGround,
  isShown: (field: Field) => boolean,
): boolean {
  const id = fieldOfCondition(condition)
  if (id === null)
    return answers(condition, priorityId !== null, priorityId === null ? [] : [priorityId], condition.values)
  const field = fields.find((candidate) => candidate.id === id)
  const value = field !== undefined && isShown(field) ? values[id] : undefined
  const texts = field === undefined ? [] : textsOf(field, value)
  return answers(condition, hasValue(value), texts, condition.values.map(field === undefined ? asIs : textFor(field)))
}

function answers(
  { op }: FieldCondition,
  isFilled: boolean,
  texts: readonly string[],
  wanted: readonly string[],
): boolean {
  switch (op) {
    case 'isEmpty':
      return !isFilled
    case 'isNotEmpty':
      return isFilled
    case 'is':
      return wanted.some((text) => texts.includes(text))
    case 'isNot':
      return !wanted.some((text) => texts.includes(text))
  }
}

/** What a value counts as: an option of a tree as all above it too, a box that is not ticked as `false`. */
function textsOf(field: Field, value: FieldValue | undefined): string[] {
  if (field.kind === 'checkbox') return [value === true ? 'true' : 'false']
  if (!hasValue(value)) return []
  if (field.kind === 'tree') return optionLine(field.options, String(value)).map(({ id }) => id)
  return [textFor(field)(String(value))]
}

/** Texts are compared without case, numbers by what they are worth: `2.50` is `2.5`. */
function textFor({ kind }: Field): (text: string) => string {
  if (kind === 'text') return (text) => text.trim().toLowerCase()
  return kind === 'number' ? (text) => String(Number(text)) : asIs
}

function asIs(text: string): string {
  return text
}
