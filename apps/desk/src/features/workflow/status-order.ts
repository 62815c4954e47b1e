import type { CaseStatus } from '@timedesk/contracts/case-settings'
import { statusCategories } from '@timedesk/domain/helpdesk/status'

/** The ids from new to ended, as the drawing has them; statuses of one category stay as they stand. */
export function byCategory(statusIds: readonly string[], statuses: readonly CaseStatus[]): string[] {
  const places = new Map(statuses.map(({ id, category }) => [id, statusCategories.indexOf(category)]))
  return statusIds.toSorted((one, other) => placeOf(one) - placeOf(other))

  function placeOf(id: string): number {
    return places.get(id) ?? statusCategories.length
  }
}
