import {
  createCaseStatus,
  orderCaseStatuses,
  updateCaseStatus,
  type CaseStatus,
} from '@timedesk/contracts/case-settings'
import type { StatusCategory, StatusColor } from '@timedesk/contracts/case-status'
import { isPaused } from '@timedesk/domain/helpdesk/status'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { ifMatch } from '../../shared/if-match.ts'
import { queryRoots } from '../../shared/query-roots.ts'

/** What customers read in place of the name, as it is written; named as in the request. */
type Wording = { en: string; da: string }

/** A status as it is written in the form; named as the fields of the request. */
export type StatusDraft = {
  name: string
  category: StatusCategory
  color: StatusColor
  pausesClock: boolean
  customerWording: Wording | null
  isActive: boolean
}

const touches = [queryRoots.settings, queryRoots.workflows, ['cases']]

/** A status that nobody has described yet; its clocks stand still where those of its category do. */
export function emptyStatus(category: StatusCategory): StatusDraft {
  return { name: '', category, color: 'gray', pausesClock: isPaused(category), customerWording: null, isActive: true }
}

export function draftOfStatus(status: CaseStatus): StatusDraft {
  const { name, category, color, pausesClock, customerWording, isActive } = status
  return { name, category, color, pausesClock, customerWording, isActive }
}

/** Creates a status, or changes the given one if nobody did so since it was read. */
export function useSaveStatus(status: CaseStatus | null) {
  return useChange(({ draft, changes }: { draft: StatusDraft; changes: Partial<StatusDraft> }) => {
    if (status === null) {
      const { isActive: _, ...body } = draft
      return client.call(createCaseStatus, { body })
    }
    const { category: _, ...body } = changes
    return client.call(updateCaseStatus, {
      params: { statusId: status.id },
      headers: ifMatch(status.version),
      body,
    })
  }, touches)
}

/** Stores the order of all statuses. */
export function useOrderStatuses() {
  return useChange((statusIds: string[]) => client.call(orderCaseStatuses, { body: { statusIds } }), touches)
}
