import { z } from 'zod'
import { Attachment } from './attachments.ts'
import { caseParams } from './cases.ts'
import { Id, pageOf, pageQuery } from './primitives.ts'
import { defineRoute } from './route.ts'

export const CaseAttachment = Attachment.extend({
  message: z.object({
    id: Id.meta({ description: 'The reply or note it came with; its item in the case log has the same id.' }),
    kind: z.enum(['reply', 'note']),
    authorName: z.string().meta({ examples: ['Anna Berg'] }),
  }),
}).meta({ id: 'CaseAttachment' })

export type CaseAttachment = z.infer<typeof CaseAttachment>

export const listCaseAttachments = defineRoute({
  method: 'GET',
  path: '/api/v1/cases/:caseId/attachments',
  tag: 'Cases',
  summary: 'List the files of a case',
  description: 'Of its replies and notes, newest first.',
  access: { audience: 'staff', permission: 'case:read' },
  params: caseParams,
  query: z.strictObject(pageQuery),
  responses: { 200: pageOf(CaseAttachment) },
  refusals: ['not_found', 'invalid_cursor'],
})
