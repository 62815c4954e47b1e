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
    original: LinkedCase.nullable().meta({ description: 'The case that this one says again.' }),
    duplicates: z.array(LinkedCase).meta({ description: 'Cases that say this one again; by number, at most 100.' }),
    blocks: z.array(LinkedCase).meta({ description: 'Cases that wait for this one; by number, at most 100.' }),
    blockedBy: z.array(LinkedCase).meta({ description: 'Cases that this one waits for; by number, at most 100.' }),
    related: z.array(LinkedCase).meta({ description: 'By number, at most 100.' }),
    problem: LinkedCase.nullable().meta({ description: 'The problem that this incident is of.' }),
    incidents: z.array(LinkedCase).meta({ description: 'Incidents of this problem; by number, at most 100.' }),
  })
  .meta({ id: 'CaseLinks' })
export type CaseLinks = z.infer<typeof CaseLinks>

/** What another case is to one. */
export const LinkRole = z
  .enum(['parent', 'child', 'original', 'duplicate', 'blocks', 'blocked_by', 'related', 'problem', 'incident'])
  .meta({ id: 'LinkRole', examples: ['related'] })
export type LinkRole = z.infer<typeof LinkRole>

const caseParams = idParams('caseId')
const linkParams = z.strictObject({ caseId: Id, role: LinkRole, otherId: Id })

export const getCaseLinks = defineRoute({
  method: 'GET',
  path: '/api/v1/cases/:caseId/links',
  tag: 'Cases',
  summary: 'Read what a case is linked to',
  description:
    'The case above it and those below it, what it follows and what follows it, duplicates, what blocks it and what it blocks, related ones, and its problem or its incidents. Links of cases that were merged into it are its own.',
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

export const linkCase = defineRoute({
  method: 'PUT',
  path: '/api/v1/cases/:caseId/links/:role/:otherId',
  tag: 'Cases',
  summary: 'Link two cases',
  description:
    'The role says what the other case is to this one: `blocks` that it blocks this one, `blocked_by` that it waits for it. Both show the link, and both logs tell of it. A case has one parent, one original and one problem at most; another one takes its place. None hangs below itself, blocks itself however far round, or is a problem and an incident at once. A link that is there already is no refusal.',
  access: { audience: 'staff', permission: 'case:write' },
  params: linkParams,
  responses: { 200: CaseLinks },
  refusals: ['not_found', 'reference_refused', 'link_refused', 'tree_cycle', 'case_merged'],
})

export const unlinkCase = defineRoute({
  method: 'DELETE',
  path: '/api/v1/cases/:caseId/links/:role/:otherId',
  tag: 'Cases',
  summary: 'Take a link away',
  description: 'A link that is not there is no refusal.',
  access: { audience: 'staff', permission: 'case:write' },
  params: linkParams,
  responses: { 200: CaseLinks },
  refusals: ['not_found', 'case_merged'],
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
