import type { ConditionOperator } from '@timedesk/contracts/conditions'
import type { Reference } from '@timedesk/contracts/primitives'
import type { SearchOption } from '@timedesk/ui/search-select'

export type ConditionOption = { value: string; label: string }

/** How values are written: chosen from a list, searched for, or typed. */
export type ConditionValues =
  | { kind: 'options'; options: readonly ConditionOption[] }
  | { kind: 'words' }
  | { kind: 'number' }
  | { kind: 'day' }
  | { kind: 'clock' }
  | {
      kind: 'search'
      search: (term: string, signal: AbortSignal) => Promise<readonly SearchOption[]>
      /** The names of what is chosen already. */
      names: readonly Reference[]
    }

/** Something that conditions may ask about. */
export type ConditionSubject<Field extends string = string, Op extends ConditionOperator = ConditionOperator> = {
  field: Field
  label: string
  /** A heading for several of them. */
  group?: string
  ops: readonly Op[]
  value: ConditionValues
}

export type ConditionDraft<Field extends string = string, Op extends ConditionOperator = ConditionOperator> = {
  field: Field
  op: Op
  values: string[]
}

/** The values to begin with, for one operator: two empty ones for a range, none for the others. */
export function startingValues(op: ConditionOperator): string[] {
  return op === 'between' ? ['', ''] : []
}

/** A condition about a subject that nobody has filled in; undefined for one that cannot be asked about. */
export function emptyCondition<Field extends string, Op extends ConditionOperator>({
  field,
  ops: [op],
}: ConditionSubject<Field, Op>): ConditionDraft<Field, Op> | undefined {
  return op === undefined ? undefined : { field, op, values: startingValues(op) }
}
