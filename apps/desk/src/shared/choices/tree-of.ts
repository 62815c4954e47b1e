import type { TreeNode } from '@timedesk/ui/tree-select'

type Branch = { id: string; name: string; parent: { id: string } | null; isActive: boolean }

/**
 * A flat list with parents as a tree. Inactive branches are shown but not to be chosen; `withoutBranch` leaves a
 * branch and all below it out, for choosing where it may hang. What hangs below something unknown stands at the top.
 */
export function treeOf(branches: readonly Branch[], withoutBranch?: string): TreeNode[] {
  const wanted = branches.filter(({ id }) => id !== withoutBranch)
  const known = new Set(branches.map(({ id }) => id))
  const below = (parentId: string | null): TreeNode[] =>
    wanted
      .filter(({ parent }) => (parent !== null && known.has(parent.id) ? parent.id : null) === parentId)
      .map(({ id, name, isActive }) => ({ value: id, label: name, disabled: !isActive, children: below(id) }))
  return below(null)
}

/** The same as rows in the order of the tree, each with how deep it hangs. */
export function rowsOfTree<Row extends Branch>(branches: readonly Row[]): (Row & { depth: number })[] {
  const known = new Set(branches.map(({ id }) => id))
  const below = (parentId: string | null, depth: number): (Row & { depth: number })[] =>
    branches
      .filter(({ parent }) => (parent !== null && known.has(parent.id) ? parent.id : null) === parentId)
      .flatMap((row) => [{ ...row, depth }, ...below(row.id, depth + 1)])
  return below(null, 0)
}
