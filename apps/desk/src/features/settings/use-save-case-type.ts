import type { Reference } from '@timedesk/contracts/primitives'
import { createCaseType, updateCaseType, type CaseType } from '@timedesk/contracts/case-settings'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { ifMatch } from '../../shared/if-match.ts'
import { queryRoots } from '../../shared/query-roots.ts'

/** A case type as it is written in the form; named as the fields of the request. */
export type CaseTypeDraft = {
  name: string
  parentId: string | null
  departmentId: string | null
  responsibleId: Reference | null
  workflowId: string | null
  position: number
  isActive: boolean
}

export const emptyCaseType: CaseTypeDraft = {
  name: '',
  parentId: null,
  departmentId: null,
  responsibleId: null,
  workflowId: null,
  position: 0,
  isActive: true,
}

export function draftOfCaseType(type: CaseType): CaseTypeDraft {
  const { name, parent, department, responsible, workflow, position, isActive } = type
  return {
    ...{ name, position, isActive },
    parentId: parent?.id ?? null,
    departmentId: department?.id ?? null,
    responsibleId: responsible,
    workflowId: workflow?.id ?? null,
  }
}

/** Creates a type, or changes the given one if nobody did so since it was read. */
export function useSaveCaseType(type: CaseType | null) {
  return useChange(
    ({ draft, changes }: { draft: CaseTypeDraft; changes: Partial<CaseTypeDraft> }) => {
      const { isActive, responsibleId, ...same } = type === null ? draft : changes
      const body = { ...same, ...(responsibleId !== undefined && { responsibleId: responsibleId?.id ?? null }) }
      if (type === null) return client.call(createCaseType, { body: { ...body, name: draft.name } })
      return client.call(updateCaseType, {
        params: { caseTypeId: type.id },
        headers: ifMatch(type.version),
        body: { ...body, ...(isActive !== undefined && { isActive }) },
      })
    },
    [queryRoots.settings, queryRoots.workflows, ['cases']],
  )
}
