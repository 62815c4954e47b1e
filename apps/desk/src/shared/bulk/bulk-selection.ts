import type { planBulkAction } from '@timedesk/contracts/bulk-actions'
import type { ViewColumn } from '@timedesk/contracts/case-views'
import type { z } from 'zod'

import type { CaseListQuery } from '../cases/case-queries.ts'

/** What is chosen of a list. */
export type BulkSelection = {
  /** The chosen cases, in the order of the list. */
  ids: readonly string[]
  /** What the list is asked by. */
  query: CaseListQuery
  /** How many cases the view holds; null while that is not known. */
  total: number | null
  /** Everything that the view holds, shown or not. */
  isAll: boolean
  /** What the view shows. */
  columns: readonly ViewColumn[]
}

type WireSelection = z.input<typeof planBulkAction.body>['selection']

/** The chosen cases as the API takes them: everything is chosen by what the list asks, not by how it is sorted. */
export function wireSelection({ ids, query, isAll }: BulkSelection): WireSelection {
  if (!isAll) return { caseIds: [...ids] }
  const { sort: _sort, group: _group, ...asked } = query
  return { query: asked }
}

/** How many cases are chosen, as far as that is known. */
export function sizeOf({ ids, total, isAll }: BulkSelection): number {
  return isAll ? (total ?? ids.length) : ids.length
}

/** Whether the rest of the view can be chosen too. What asks for nothing holds every case there is, which nobody means. */
export function canTakeAll({ ids, query, total, isAll }: BulkSelection): boolean {
  const { sort: _sort, group: _group, ...asked } = query
  const isNarrowed = Object.values(asked).some((value) => value !== undefined && value !== '')
  return !isAll && isNarrowed && total !== null && total > ids.length
}
