import { FieldValues } from '@timedesk/contracts/custom-fields'
import { extranetCreateCase } from '@timedesk/contracts/extranet-cases'
import { hasValue } from '@timedesk/domain/fields/field'
import { z } from 'zod'
import { claimedBy, UploadedFile } from '../../shared/attachments.ts'

/** A report that is being written. */
export const ReportDraft = z.object({
  subject: z.string(),
  description: z.string(),
  files: z.array(UploadedFile),
  typeId: z.string().nullable(),
  priorityId: z.string().nullable(),
  projectId: z.string().nullable(),
  externalReference: z.string(),
  fields: FieldValues.default({}),
})
export type ReportDraft = z.infer<typeof ReportDraft>

export const EMPTY_DRAFT: ReportDraft = {
  subject: '',
  description: '',
  files: [],
  typeId: null,
  priorityId: null,
  projectId: null,
  externalReference: '',
  fields: {},
}

type Report = z.input<typeof extranetCreateCase.body>
type FieldCodes = Partial<Record<keyof Report, string>>

/** The report as the API wants it, or the code of what is wrong with each field by the contract. */
export function reportOf(draft: ReportDraft): { report: Report } | { wrong: FieldCodes } {
  const report: Report = {
    subject: draft.subject,
    description: draft.description,
    attachmentIds: claimedBy(draft.description, draft.files),
    typeId: draft.typeId,
    projectId: draft.projectId,
    externalReference: draft.externalReference.trim() === '' ? null : draft.externalReference,
    ...(draft.priorityId !== null && { priorityId: draft.priorityId }),
    fields: Object.fromEntries(Object.entries(draft.fields).filter(([, value]) => hasValue(value))),
  }
  const checked = extranetCreateCase.body.safeParse(report)
  if (checked.success) return { report }
  const wrong: FieldCodes = {}
  for (const issue of checked.error.issues) {
    const field = issue.path[0] as keyof Report
    wrong[field] ??= isBlank(report[field]) ? 'missing' : issue.code
  }
  return { wrong }
}

function isBlank(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === ''
}
