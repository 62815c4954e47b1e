import type { CaseTemplate } from '@timedesk/contracts/case-templates'

import type { NewCase } from './new-case-draft.ts'

type Filling = Pick<
  NewCase,
  | 'subject'
  | 'description'
  | 'typeId'
  | 'priorityId'
  | 'departmentId'
  | 'responsible'
  | 'product'
  | 'tags'
  | 'fields'
  | 'estimateMinutes'
>

const nothing: Filling = {
  ...{ subject: '', description: '', typeId: null, priorityId: null, departmentId: null, responsible: null },
  ...{ product: '', tags: [], fields: {}, estimateMinutes: null },
}

/**
 * What a template fills in. What a person wrote stays: only what is empty, or came from the template chosen before, is
 * filled in, so that trying one template after another loses nothing and leaves nothing behind.
 */
export function fillFrom(draft: NewCase, template: CaseTemplate | null, before: CaseTemplate | null): Partial<NewCase> {
  const wanted = template === null ? nothing : fillingOf(template)
  const earlier = before === null ? nothing : fillingOf(before)
  const names = Object.keys(nothing) as (keyof Filling)[]
  const free = names.filter((name) => isSame(draft[name], nothing[name]) || isSame(draft[name], earlier[name]))
  return { ...Object.fromEntries(free.map((name) => [name, wanted[name]])), templateId: template?.id ?? null }
}

function fillingOf(template: CaseTemplate): Filling {
  const { subject, description, type, priority, department, responsible, product, tags, fields } = template
  return {
    ...{ subject, description, responsible, tags, fields },
    typeId: type?.id ?? null,
    priorityId: priority?.id ?? null,
    departmentId: department?.id ?? null,
    product: product ?? '',
    estimateMinutes: template.estimateMinutes,
  }
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
