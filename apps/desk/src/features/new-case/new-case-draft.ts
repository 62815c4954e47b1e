import type { createCase } from '@timedesk/contracts/cases'
import type { CaseField, FieldValues } from '@timedesk/contracts/custom-fields'
import type { Reference } from '@timedesk/contracts/primitives'
import type { ActivityType } from '@timedesk/contracts/settings'
import { hasValue } from '@timedesk/domain/fields/field'
import { fieldsShown } from '@timedesk/domain/fields/fields-shown'
import type { z } from 'zod'

import { fromLocalInput } from '../../shared/local-instant.ts'
import { emptyTimeForm, toTimeDraft, type TimeForm } from '../../shared/time/time-form.ts'

export type NewCase = {
  templateId: string | null
  /** The ended case that this one goes on from; its name is its number and subject. */
  follows: Reference | null
  customer: Reference | null
  contact: Reference | null
  subject: string
  description: string
  files: { id: string; name: string }[]
  pictureIds: string[]
  typeId: string | null
  priorityId: string | null
  departmentId: string | null
  responsible: Reference | null
  project: Reference | null
  product: string
  tags: string[]
  fields: FieldValues
  estimateMinutes: number | null
  deadline: string
  time: TimeForm
}

export const emptyNewCase: NewCase = {
  templateId: null,
  follows: null,
  customer: null,
  contact: null,
  subject: '',
  description: '',
  files: [],
  pictureIds: [],
  typeId: null,
  priorityId: null,
  departmentId: null,
  responsible: null,
  project: null,
  product: '',
  tags: [],
  fields: {},
  estimateMinutes: null,
  deadline: '',
  time: emptyTimeForm,
}

/** The custom fields that the form has, and the priority that their rules look at. */
export type FieldForm = { fields: readonly CaseField[]; priorityId: string | null }

type Creation = z.input<typeof createCase.body>

/** What is sent; undefined while customer, subject or description are missing. */
export function toCreation(
  draft: NewCase,
  activityTypes: readonly ActivityType[],
  timeZone: string,
  form: FieldForm,
): Creation | undefined {
  const { customer, subject, description, priorityId, departmentId } = draft
  if (customer === null || subject.trim() === '' || description.trim() === '') return undefined
  const shown = draft.pictureIds.filter((id) => description.includes(`attachment:${id}`))
  const time = toTimeDraft(draft.time, activityTypes, timeZone)
  return {
    customerId: customer.id,
    contactId: draft.contact?.id ?? null,
    subject: subject.trim(),
    description,
    attachmentIds: [...new Set([...draft.files.map(({ id }) => id), ...shown])],
    typeId: draft.typeId,
    responsibleId: draft.responsible?.id ?? null,
    projectId: draft.project?.id ?? null,
    product: draft.product.trim() === '' ? null : draft.product.trim(),
    tags: draft.tags,
    fields: valuesToSend(draft.fields, form),
    estimateMinutes: draft.estimateMinutes,
    deadline: fromLocalInput(draft.deadline),
    templateId: draft.templateId,
    followsId: draft.follows?.id ?? null,
    ...(priorityId !== null && { priorityId }),
    ...(departmentId !== null && { departmentId }),
    ...(time !== undefined && { time }),
  }
}

/** Values of the fields that the form shows: what another type asked for before is left out. */
function valuesToSend(values: FieldValues, { fields, priorityId }: FieldForm): FieldValues {
  const shown = fieldsShown(fields, { typeLine: [], priorityId, values })
  return Object.fromEntries(
    shown.flatMap(({ id }) => {
      const value = values[id] ?? null
      return hasValue(value) ? [[id, value]] : []
    }),
  )
}
