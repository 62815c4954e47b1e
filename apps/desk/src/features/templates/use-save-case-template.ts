import { createCaseTemplate, updateCaseTemplate, type CaseTemplate } from '@timedesk/contracts/case-templates'
import type { FieldValues } from '@timedesk/contracts/custom-fields'
import type { Reference } from '@timedesk/contracts/primitives'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { ifMatch } from '../../shared/if-match.ts'
import { queryRoots } from '../../shared/query-roots.ts'

/** A case template as it is written in the form; named as the fields of the request. */
export type CaseTemplateDraft = {
  name: string
  subject: string
  description: string
  typeId: string | null
  priorityId: string | null
  departmentId: string | null
  responsibleId: Reference | null
  product: string
  tags: readonly string[]
  fields: FieldValues
  checklistId: string | null
  estimateMinutes: number | null
  position: number
  isActive: boolean
}

export const emptyCaseTemplate: CaseTemplateDraft = {
  ...{ name: '', subject: '', description: '', typeId: null, priorityId: null, departmentId: null },
  ...{ responsibleId: null, product: '', tags: [], fields: {}, checklistId: null, estimateMinutes: null },
  ...{ position: 0, isActive: true },
}

export function draftOfCaseTemplate(template: CaseTemplate): CaseTemplateDraft {
  const { name, subject, description, tags, fields, estimateMinutes, position, isActive } = template
  return {
    ...{ name, subject, description, tags, fields, estimateMinutes, position, isActive },
    typeId: template.type?.id ?? null,
    priorityId: template.priority?.id ?? null,
    departmentId: template.department?.id ?? null,
    responsibleId: template.responsible,
    product: template.product ?? '',
    checklistId: template.checklist?.id ?? null,
  }
}

/** Creates a case template, or changes the given one if nobody did so since it was read. */
export function useSaveCaseTemplate(template: CaseTemplate | null) {
  return useChange(
    ({ draft, changes }: { draft: CaseTemplateDraft; changes: Partial<CaseTemplateDraft> }) => {
      if (template === null) {
        const { name, subject, description } = draft
        const { isActive: _, ...body } = wire(draft)
        return client.call(createCaseTemplate, { body: { ...body, name, subject, description } })
      }
      return client.call(updateCaseTemplate, {
        params: { templateId: template.id },
        headers: ifMatch(template.version),
        body: wire(changes),
      })
    },
    [queryRoots.caseTemplates, queryRoots.recurringCases],
  )
}

/** As the API takes it: people by their ids, what is empty as nothing. */
function wire({ responsibleId, product, tags, ...same }: Partial<CaseTemplateDraft>) {
  return {
    ...same,
    ...(responsibleId !== undefined && { responsibleId: responsibleId?.id ?? null }),
    ...(product !== undefined && { product: product.trim() === '' ? null : product }),
    ...(tags !== undefined && { tags: [...tags] }),
  }
}
