import { z } from 'zod'
import { caseParams } from './cases.ts'
import { CaseNumber } from './case-family.ts'
import { Id, Instant, Reference } from './primitives.ts'
import { defineRoute } from './route.ts'

export const CaseParticipants = z
  .object({
    data: z
      .array(
        z.object({
          contact: Reference,
          email: z.string().meta({ examples: ['anna@nordlys.example'] }),
          addedAt: Instant,
          addedByName: z.string().meta({ examples: ['Mette Holm'] }),
          mergedFrom: CaseNumber.nullable().meta({ description: 'The merged case that they came with.' }),
        }),
      )
      .meta({ description: 'By name.' }),
  })
  .meta({ id: 'CaseParticipants' })
export type CaseParticipants = z.infer<typeof CaseParticipants>

const participantParams = z.strictObject({ caseId: Id, contactId: Id })

export const listCaseParticipants = defineRoute({
  method: 'GET',
  path: '/api/v1/cases/:caseId/participants',
  tag: 'Cases',
  summary: 'List who else sees a case',
  description: 'Contacts of its customer who see and answer it beside the one it is for.',
  access: { audience: 'staff', permission: 'case:read' },
  params: caseParams,
  responses: { 200: CaseParticipants },
  refusals: ['not_found'],
})

export const addCaseParticipant = defineRoute({
  method: 'PUT',
  path: '/api/v1/cases/:caseId/participants/:contactId',
  tag: 'Cases',
  summary: 'Let a contact see a case',
  description: 'A contact of the same customer sees its dialogue and may answer, as the one does that it is for.',
  access: { audience: 'staff', permission: 'case:write' },
  params: participantParams,
  responses: { 200: CaseParticipants },
  refusals: ['not_found', 'reference_refused', 'case_merged'],
})

export const removeCaseParticipant = defineRoute({
  method: 'DELETE',
  path: '/api/v1/cases/:caseId/participants/:contactId',
  tag: 'Cases',
  summary: 'Let a contact no longer see a case',
  description: 'What they wrote stays. Who was not one is no refusal.',
  access: { audience: 'staff', permission: 'case:write' },
  params: participantParams,
  responses: { 200: CaseParticipants },
  refusals: ['not_found', 'case_merged'],
})
