import type { FieldKind, FieldOption } from '@timedesk/contracts/custom-fields'

/** How deep a tree may be; deeper ones nobody finds their way in. */
export const OPTION_DEPTH_MAX = 6

export type OptionProblem = {
  /** The index of the option; null: of all of them. */
  at: number | null
  problem: 'none' | 'not_wanted' | 'repeated' | 'taken' | 'no_tree' | 'parent_behind' | 'too_deep'
}

/**
 * The first thing that is wrong with the options of a field. Choices and trees need some, the others take none; each
 * stands behind the one above it, which also keeps them from going round in a circle; siblings have labels of their own.
 */
export function checkOptions(kind: FieldKind, options: readonly FieldOption[]): OptionProblem | null {
  const takesOptions = kind === 'choice' || kind === 'tree'
  if (takesOptions !== options.length > 0) return { at: null, problem: takesOptions ? 'none' : 'not_wanted' }
  const depths = new Map<string, number>()
  const labels = new Set<string>()
  for (const [at, { id, parentId, label }] of options.entries()) {
    if (depths.has(id)) return { at, problem: 'repeated' }
    if (parentId !== null && kind !== 'tree') return { at, problem: 'no_tree' }
    const above = parentId === null ? 0 : depths.get(parentId)
    if (above === undefined) return { at, problem: 'parent_behind' }
    if (above >= OPTION_DEPTH_MAX) return { at, problem: 'too_deep' }
    const own = `${parentId ?? ''} ${label.toLowerCase()}`
    if (labels.has(own)) return { at, problem: 'taken' }
    depths.set(id, above + 1)
    labels.add(own)
  }
  return null
}
