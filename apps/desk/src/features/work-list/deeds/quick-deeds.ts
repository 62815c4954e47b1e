import type { QueryClient } from '@tanstack/react-query'
import { ifMatchOf } from '@timedesk/client/address'
import { isRefusal } from '@timedesk/client/api-error'
import { followCase, unfollowCase } from '@timedesk/contracts/case-attention'
import { getCase, updateCase, type Case } from '@timedesk/contracts/cases'
import type { ListedCase } from '@timedesk/contracts/work-list'

import { caseDetailQueries } from '../../../shared/cases/case-detail-queries.ts'
import { caseQueries } from '../../../shared/cases/case-queries.ts'
import { client } from '../../../shared/client.ts'
import { settingQueries } from '../../../shared/settings/setting-queries.ts'
import { viewQueries } from '../../../shared/views/view-queries.ts'
import type { Pages } from '../use-arrivals.ts'

/** What one key changes of a case. */
type QuickChange = { priority: ListedCase['priority'] } | { type: ListedCase['type'] }

/** Gives a case the priority of a level; nothing where there is none such. */
export async function setPriorityLevel(queryClient: QueryClient, row: ListedCase, level: number): Promise<void> {
  const priorities = await queryClient.query(settingQueries.priorities())
  const priority = priorities.find((one) => one.isActive && one.level === level)
  if (priority !== undefined) await changeCase(queryClient, row, { priority })
}

/** Changes a case; the row shows it at once, and shows the old value again where it is refused. */
export async function changeCase(queryClient: QueryClient, row: ListedCase, change: QuickChange): Promise<void> {
  if (valueIdOf({ ...row, ...change }, change) === valueIdOf(row, change)) return
  showRow(queryClient, { ...row, ...change })
  try {
    const before = await queryClient.query(caseDetailQueries.detail(String(row.number)))
    const changed = await send(before, row, change)
    queryClient.setQueryData(caseDetailQueries.detail(String(row.number)).queryKey, changed)
    showRow(queryClient, { ...row, priority: changed.priority, type: changed.type, due: changed.due })
  } catch (error) {
    showRow(queryClient, row)
    throw error
  }
}

/** Over a change of other fields it is repeated; where somebody else gave the case another value, theirs stays. */
async function send(before: Case, known: ListedCase, change: QuickChange): Promise<Case> {
  const body = 'priority' in change ? { priorityId: change.priority.id } : { typeId: change.type?.id ?? null }
  const over = (version: Case) =>
    client.call(updateCase, { params: { caseId: version.id }, body, headers: { ifMatch: ifMatchOf(version) } })
  try {
    return await over(before)
  } catch (error) {
    if (!isRefusal(error, 'stale_version')) throw error
    const now = await client.call(getCase, { params: { caseId: before.id } })
    if (valueIdOf(now, change) !== valueIdOf(known, change)) throw error
    return over(now)
  }
}

function valueIdOf(subject: Pick<ListedCase, 'priority' | 'type'>, change: QuickChange): string | undefined {
  return 'priority' in change ? subject.priority.id : subject.type?.id
}

/** Follows a case, or no more. */
export async function setFollowing(queryClient: QueryClient, row: ListedCase, isFollowing: boolean): Promise<void> {
  await client.call(isFollowing ? followCase : unfollowCase, { params: { caseId: row.id } })
  await renewAttention(queryClient, row)
}

async function renewAttention(queryClient: QueryClient, { id }: ListedCase): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ['case-badges'] }),
    queryClient.invalidateQueries({ queryKey: [...caseQueries.all(), 'attention', id] }),
    queryClient.invalidateQueries({ queryKey: viewQueries.allCounts() }),
  ])
}

/** Shows a row as it is now, in whichever lists it stands. */
function showRow(queryClient: QueryClient, { id, priority, type, due }: ListedCase): void {
  queryClient.setQueriesData<Pages>({ queryKey: caseQueries.lists() }, (pages) => {
    if (pages === undefined) return undefined
    const renew = (one: ListedCase) => (one.id === id ? { ...one, priority, type, due } : one)
    return { ...pages, pages: pages.pages.map((page) => ({ ...page, data: page.data.map(renew) })) }
  })
}
