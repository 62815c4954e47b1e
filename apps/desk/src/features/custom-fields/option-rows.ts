import type { FieldOption } from '@timedesk/contracts/custom-fields'

import { inOrder } from '../../shared/order/place-at.ts'

export type OptionRow = { option: FieldOption; depth: number }

/** The options from top to bottom, each behind the one above it, with how deep it lies. */
export function rowsOf(options: readonly FieldOption[]): OptionRow[] {
  const below = Map.groupBy(options, ({ parentId }) => parentId)
  const rowsBelow = (parentId: string | null, depth: number): OptionRow[] =>
    (below.get(parentId) ?? []).flatMap((option) => [{ option, depth }, ...rowsBelow(option.id, depth + 1)])
  return rowsBelow(null, 0)
}

/** A new option behind another one and all that lies below that; without another one, the last. */
export function insertOption(options: readonly FieldOption[], added: FieldOption, afterId: string | null) {
  const at = options.findIndex(({ id }) => id === afterId)
  return sorted(at === -1 ? [...options, added] : options.toSpliced(at + 1, 0, added))
}

/** Without an option and all that lies below it. */
export function removeOption(options: readonly FieldOption[], id: string): FieldOption[] {
  const gone = new Set([id])
  for (const { option } of rowsOf(options))
    if (option.parentId !== null && gone.has(option.parentId)) gone.add(option.id)
  return options.filter((option) => !gone.has(option.id))
}

/** In the order of the ids, as far as a tree allows it: each among its like, with what lies below it. */
export function orderOptions(options: readonly FieldOption[], ids: readonly string[]): FieldOption[] {
  return sorted(inOrder(options, ({ id }) => id, ids))
}

/** The ids with an option one place up or down among its like; null where there is no such place. */
export function stepOption(options: readonly FieldOption[], id: string, delta: -1 | 1): string[] | null {
  const moved = options.find((option) => option.id === id)
  const like = options.filter(({ parentId }) => parentId === moved?.parentId)
  const other = like[like.findIndex((option) => option.id === id) + delta]
  if (moved === undefined || other === undefined) return null
  const swapped = options.map((option) => (option === moved ? other : option === other ? moved : option))
  return rowsOf(swapped).map(({ option }) => option.id)
}

/** With an option taken below the one before it among its like; as it was for the first one. */
export function indentOption(options: readonly FieldOption[], id: string): FieldOption[] {
  const moved = options.find((option) => option.id === id)
  const like = options.filter(({ parentId }) => parentId === moved?.parentId)
  const above = like[like.findIndex((option) => option.id === id) - 1]
  return above === undefined ? [...options] : hang(options, id, above.id)
}

/** With an option taken out from below another one, to stand right behind it; as it was for one at the top. */
export function outdentOption(options: readonly FieldOption[], id: string): FieldOption[] {
  const moved = options.find((option) => option.id === id)
  const above = options.find((option) => option.id === moved?.parentId)
  if (moved === undefined || above === undefined) return [...options]
  const others = options.filter((option) => option !== moved)
  const outside = { ...moved, parentId: above.parentId }
  return sorted(others.toSpliced(others.indexOf(above) + 1, 0, outside))
}

function hang(options: readonly FieldOption[], id: string, parentId: string): FieldOption[] {
  return sorted(options.map((option) => (option.id === id ? { ...option, parentId } : option)))
}

function sorted(options: readonly FieldOption[]): FieldOption[] {
  return rowsOf(options).map(({ option }) => option)
}
