import { z } from 'zod'
import { AttachmentIds, MessageBody, Subject } from './cases.ts'
import { ExtranetCase } from './extranet-cases.ts'
import { CaseReference, Id, Reference, idParams } from './primitives.ts'
import { defineRoute } from './route.ts'
import { StatusReference } from './work-list.ts'

export const LinkedCase = CaseReference.extend({ status: StatusReference, customer: Reference }).meta({
  id: 'LinkedCase',
})
export type LinkedCase = z.infer<typeof LinkedCase>

export const CaseLinks = z
  .object({
    parent: LinkedCase.nullable(),
    children: z.array(LinkedCase).meta({ description: 'By number, at most 100.' }),
    follows: LinkedCase.nullable().meta({ description: 'The closed case that this one goes on from.' }),
    followUps: z.array(LinkedCase).meta({ description: 'By number, at most 100.' }),
  })
  .meta({ id: 'CaseLinks' })
export type CaseLinks = z.infer<typeof CaseLinks>

const caseParams = idParams('caseId')

export const getCaseLinks = defineRoute({
  method: 'GET',
  path: '/api/v1/cases/:caseId/links',
  tag: 'Cases',
  summary: 'Read what a case is linked to',
  description: 'The case above it, those below it, the one it follows and those that follow it.',
  access: { audience: 'staff', permission: 'case:read' },
  params: caseParams,
  responses: { 200: CaseLinks },
  refusals: ['not_found'],
})

export const setCaseParent = defineRoute({
  method: 'PUT',
  path: '/api/v1/cases/:caseId/parent',
  tag: 'Cases',
  summary: 'Put a case below another',
  description:
    'Null takes it out from below. A case has one above it at most, and none hangs below itself. A workflow may hold a case open until those below it are solved.',
  access: { audience: 'staff', permission: 'case:write' },
  params: caseParams,
  body: z.strictObject({ parentId: Id.nullable() }),
  responses: { 200: CaseLinks },
  refusals: ['not_found', 'reference_refused', 'link_refused', 'tree_cycle'],
})

export const extranetFollowUpCase = defineRoute({
  method: 'POST',
  path: '/api/extranet/v1/cases/:caseId/follow-ups',
  tag: 'Extranet: cases',
  summary: 'Go on from a case that has ended',
  description:
    'Reports a new case, linked to that one and of its type, project and product. A case that can still be answered is refused.',
  access: { audience: 'contact', permission: 'case:write' },
  params: caseParams,
  body: z.strictObject({
    subject: Subject.optional().meta({ description: 'Without one it is that of the earlier case.' }),
    description: MessageBody,
    attachmentIds: AttachmentIds,
  }),
  responses: { 201: ExtranetCase },
  refusals: ['not_found', 'link_refused', 'reference_refused', 'attachment_claimed'],
})
