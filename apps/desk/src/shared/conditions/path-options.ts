import type { ConditionOption } from './condition-subject.ts'

type Branch = { id: string; name: string; parent: { id: string } | null; isActive: boolean }

/** A tree as a flat choice, each branch with those above it: “Error › Printer”. Inactive ones only when `kept`. */
export function pathOptions(branches: readonly Branch[], kept: readonly string[] = []): ConditionOption[] {
  const byId = new Map(branches.map((branch) => [branch.id, branch]))
  const pathOf = ({ name, parent }: Branch): string => {
    const above = parent === null ? undefined : byId.get(parent.id)
    return above === undefined ? name : `${pathOf(above)} › ${name}`
  }
  return branches
    .filter(({ id, isActive }) => isActive || kept.includes(id))
    .map((branch) => ({ value: branch.id, label: pathOf(branch) }))
}
