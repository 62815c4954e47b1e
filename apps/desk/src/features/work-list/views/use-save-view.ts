import { createCaseView, updateCaseView, type CaseView, type ViewIcon } from '@timedesk/contracts/case-views'
import type { TextScope } from '@timedesk/contracts/texts'

import { client } from '../../../shared/client.ts'
import { useChange } from '../../../shared/deeds/use-change.ts'
import { ifMatch } from '../../../shared/if-match.ts'
import { viewQueries } from '../../../shared/views/view-queries.ts'

/** What a person says of a view; the rest is as the list has it. */
export type ViewDraft = {
  name: string
  icon: ViewIcon
  scope: TextScope
  departmentId: string | null
  query: string
}

type KeptView = ViewDraft & Pick<CaseView, 'columns' | 'sort' | 'group'>

/** Keeps a new view, or changes the given one if nobody did so since it was read. */
export function useSaveView(view: CaseView | null) {
  return useChange(
    ({ departmentId, ...kept }: KeptView) => {
      const body = { ...kept, departmentId: kept.scope === 'department' ? departmentId : null }
      if (view === null) return client.call(createCaseView, { body })
      return client.call(updateCaseView, { params: { viewId: view.id }, headers: ifMatch(view.version), body })
    },
    [viewQueries.root],
  )
}
