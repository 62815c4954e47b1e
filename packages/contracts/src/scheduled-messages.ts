import { z } from 'zod'
import { moveRefusals } from './case-moves.ts'
import { caseParams } from './cases.ts'
import { DraftKind, MessageDraft } from './drafts.ts'
import { Instant } from './primitives.ts'
import { defineRoute } from './route.ts'
import { SendOptions } from './sending.ts'

export const scheduleDraft = defineRoute({
  method: 'PUT',
  path: '/api/v1/cases/:caseId/drafts/:kind/sending',
  tag: 'Drafts',
  summary: 'Have one’s draft sent by itself',
  description:
    'At a time, in the caller’s name and with their rights of that moment; until then nobody writes in it. What would refuse the message now is refused now. What refuses it at its time leaves the draft with its `problem`, and the caller is told. Once more changes the time, and what else happens.',
  access: { audience: 'staff', permission: 'case:write' },
  params: caseParams.extend({ kind: DraftKind }),
  body: z.strictObject({
    sendAt: Instant.optional().meta({
      description:
        'At most a year ahead. Left out, it goes out as soon as the time is over in which the caller may call it back.',
    }),
    ...SendOptions.shape,
  }),
  responses: { 200: MessageDraft },
  refusals: [
    'not_found',
    'case_closed',
    'reference_refused',
    'field_refused',
    'attachment_claimed',
    'newer_messages',
    'draft_gone',
    'draft_scheduled',
    ...moveRefusals,
  ],
  ifMatch: 'required',
})

export const scheduleSharedDraft = defineRoute({
  ...scheduleDraft,
  path: '/api/v1/cases/:caseId/shared-drafts/:kind/sending',
  summary: 'Have the shared draft sent by itself',
})

export const callBackDraft = defineRoute({
  method: 'DELETE',
  path: '/api/v1/cases/:caseId/drafts/:kind/sending',
  tag: 'Drafts',
  summary: 'Call back what is to go out',
  description:
    'It is one’s draft again, to be written on. Refuses with `draft_gone` what is out already; what was not to go out is no matter.',
  access: { audience: 'staff', permission: 'case:write' },
  params: caseParams.extend({ kind: DraftKind }),
  responses: { 200: MessageDraft },
  refusals: ['draft_gone'],
})

export const callBackSharedDraft = defineRoute({
  ...callBackDraft,
  path: '/api/v1/cases/:caseId/shared-drafts/:kind/sending',
  summary: 'Call back the shared draft that is to go out',
})
