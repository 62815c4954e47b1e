import type { CaseView } from '@timedesk/contracts/case-views'
import { defaultColumns, shippedViews } from '@timedesk/domain/query/shipped-views'

import { ids } from './build.ts'

export const PRINTERS_VIEW_ID = '01900000-0000-7000-8000-0000000000a1'

/** A saved view of one's own. */
export function buildView(overrides: Partial<CaseView> = {}): CaseView {
  return {
    ...{ id: PRINTERS_VIEW_ID, scope: 'private', name: 'Printers', icon: 'bolt', department: null },
    owner: { id: ids.mette, name: 'Mette Holm' },
    ...{ query: 'tag:printing is:active', columns: defaultColumns, sort: '-lastActivityAt', group: null },
    ...{ isPinned: true, can: { edit: true }, version: 1 },
    ...overrides,
  }
}

/** The views that come with the product. */
export function buildShippedViews(): CaseView[] {
  return shippedViews.map((view) => ({
    ...view,
    ...{ scope: 'shipped', name: null, department: null, owner: null, can: { edit: false }, version: 1 },
  }))
}
