import type { CustomField, createCustomField, updateCustomField } from '@timedesk/contracts/custom-field-settings'
import type { CaseField, FieldKind, FieldOption, FieldRules, FieldVisibility } from '@timedesk/contracts/custom-fields'
import type { z } from 'zod'

/** Bounds as they are written: empty texts are none. */
type RangeDraft = { min: number | string; max: number | string; decimals: number }

/** A custom field as it is written in the form; named as the fields of the request. Empty Danish is none. */
export type FieldDraft = {
  name: string
  nameDa: string
  key: string
  help: string
  helpDa: string
  kind: FieldKind
  options: readonly FieldOption[]
  range: RangeDraft
  forContacts: FieldVisibility
  rules: FieldRules
  isActive: boolean
}

type Creation = z.input<typeof createCustomField.body>
type Change = z.input<typeof updateCustomField.body>

const noRange: RangeDraft = { min: '', max: '', decimals: 0 }

export const emptyField: FieldDraft = {
  ...{ name: '', nameDa: '', key: '', help: '', helpDa: '', kind: 'text', options: [], range: noRange },
  ...{ forContacts: 'hidden', isActive: true },
  rules: { typeIds: null, shownWhen: [], requiredWhen: null, requiredFor: 'never' },
}

export function draftOfField(field: CustomField): FieldDraft {
  const { name, nameDa, key, help, helpDa, kind, options, range, forContacts, rules, isActive } = field
  return {
    ...{ name, nameDa: nameDa ?? '', key, help, helpDa: helpDa ?? '', kind, options, forContacts, rules, isActive },
    range: range === null ? noRange : { min: range.min ?? '', max: range.max ?? '', decimals: range.decimals },
  }
}

/** Whether values of this kind are chosen out of options. */
export function hasOptions(kind: FieldKind): boolean {
  return kind === 'choice' || kind === 'tree'
}

/** What is sent for a new field. */
export function toCreation({ isActive: _, ...draft }: FieldDraft): Creation {
  return { ...draft, ...wireTexts(draft), ...wireShape(draft) }
}

/** What is sent of a changed field. Another kind brings along what goes with it. */
export function toChange(draft: FieldDraft, changes: Partial<FieldDraft>): Change {
  const { key: _, nameDa, helpDa, options, range, kind, ...same } = changes
  const shape = wireShape(draft)
  return {
    ...same,
    ...(nameDa !== undefined && { nameDa: wireTexts(draft).nameDa }),
    ...(helpDa !== undefined && { helpDa: wireTexts(draft).helpDa }),
    ...(kind !== undefined && { kind, ...shape }),
    ...(options !== undefined && { options: shape.options }),
    ...(range !== undefined && { range: shape.range }),
  }
}

/** The field as forms would have it, to be tried before it is stored. */
export function triedField(draft: FieldDraft, id: string): CaseField {
  const options = draft.options.filter(({ label }) => label.trim() !== '')
  const { name, key, help, kind, forContacts, rules } = draft
  return {
    ...{ id, name, key, help, kind, forContacts, rules },
    ...wireTexts(draft),
    ...wireShape({ ...draft, options }),
  }
}

function wireTexts({ nameDa, helpDa }: Pick<FieldDraft, 'nameDa' | 'helpDa'>) {
  return { nameDa: nameDa.trim() === '' ? null : nameDa, helpDa: helpDa.trim() === '' ? null : helpDa }
}

function wireShape({ kind, options, range }: Pick<FieldDraft, 'kind' | 'options' | 'range'>) {
  const isFlat = kind === 'choice'
  const { min, max, decimals } = range
  return {
    options: hasOptions(kind)
      ? options.map((option) => ({ ...option, label: option.label.trim(), ...(isFlat && { parentId: null }) }))
      : [],
    range: kind === 'number' ? { min: boundOf(min), max: boundOf(max), decimals } : null,
  }
}

function boundOf(written: number | string): number | null {
  return written === '' || !Number.isFinite(Number(written)) ? null : Number(written)
}
