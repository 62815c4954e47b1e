import type { createCase } from '@timedesk/contracts/cases'
import type { Reference } from '@timedesk/contracts/primitives'
import type { ActivityType } from '@timedesk/contracts/settings'
import type { z } from 'zod'

import { fromLocalInput } from '../../shared/local-instant.ts'
import { emptyTimeForm, toTimeDraft, type TimeForm } from '../../shared/time/time-form.ts'

export type NewCase = {
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
  deadline: string
  time: TimeForm
}

export const emptyNewCase: NewCase = {
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
  deadline: '',
  time: emptyTimeForm,
}

/** What is sent; undefined while customer, subject or description are missing. */
export function toCreation(
  draft: NewCase,
  activityTypes: readonly ActivityType[],
  timeZone: string,
): z.input<typeof createCase.body> | undefined {
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
    deadline: fromLocalInput(draft.deadline),
    ...(priorityId !== null && { priorityId }),
    ...(departmentId !== null && { departmentId }),
    ...(time !== undefined && { time }),
  }
}
