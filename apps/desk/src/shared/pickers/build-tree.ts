import type { TreeNode } from '@timedesk/ui/tree-select'

type Branch = { id: string; name: string; parent: { id: string } | null; isActive: boolean }

/** A flat list with parents as the tree that a picker shows. Inactive branches stay only when they are `kept`. */
export function buildTree(branches: readonly Branch[], kept: string | null = null): TreeNode[] {
  const children = Map.groupBy(branches, (branch) => branch.parent?.id ?? null)
  const nodesBelow = (parent: string | null): TreeNode[] =>
    (children.get(parent) ?? []).flatMap((branch) => {
      const below = nodesBelow(branch.id)
      if (!branch.isActive && branch.id !== kept && below.length === 0) return []
      return [{ value: branch.id, label: branch.name, children: below, disabled: !branch.isActive }]
    })
  return nodesBelow(null)
}

/** The flat list without a branch and all that hangs below it: where that branch may be hung. */
export function pruneTree<Row extends Branch>(branches: readonly Row[], root: string | undefined): readonly Row[] {
  if (root === undefined) return branches
  const gone = new Set([root])
  let before = 0
  while (gone.size > before) {
    before = gone.size
    for (const { id, parent } of branches) if (parent !== null && gone.has(parent.id)) gone.add(id)
  }
  return branches.filter(({ id }) => !gone.has(id))
}

/** A flat list as rows in the order of the tree, each with how deep it hangs. */
export function treeRows<Row extends Branch>(branches: readonly Row[]): (Row & { depth: number })[] {
  const children = Map.groupBy(branches, ({ parent }) => parent?.id ?? null)
  const below = (parentId: string | null, depth: number): (Row & { depth: number })[] =>
    (children.get(parentId) ?? []).flatMap((row) => [{ ...row, depth }, ...below(row.id, depth + 1)])
  return below(null, 0)
}
