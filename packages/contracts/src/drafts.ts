import { z } from 'zod'
import { AttachmentIds, caseParams } from './cases.ts'
import { MESSAGE_LENGTH_MAX, MINUTES_PER_ENTRY_MAX } from './limits.ts'
import {
  CaseReference,
  Day,
  Id,
  Instant,
  LongText,
  OptionalLine,
  Reference,
  pageOf,
  pageQuery,
  text,
} from './primitives.ts'
import { defineRoute } from './route.ts'
import { DraftSending, ScheduledMessage, SendProblem } from './sending.ts'

export const DraftKind = z.enum(['reply', 'note']).meta({ id: 'DraftKind', examples: ['reply'] })
export type DraftKind = z.infer<typeof DraftKind>

const DeviceKind = z.enum(['computer', 'tablet', 'phone']).meta({ id: 'DeviceKind', examples: ['phone'] })
/** What somebody writes on: a browser by an id that it made up for itself. */
export const DraftDevice = z.strictObject({ id: Id, kind: DeviceKind }).meta({ id: 'DraftDevice' })
export type DraftDevice = z.infer<typeof DraftDevice>

const Clock = z
  .string()
  .regex(/^(?:\d{1,2}:\d{2})?$/u)
  .meta({ description: 'Where the company is; empty: nobody says when.', examples: ['09:30'] })

/** Time as it stands in a form that is not finished: any of it may be missing still. */
export const DraftTime = z
  .strictObject({
    minutes: z
      .int()
      .min(1)
      .max(MINUTES_PER_ENTRY_MAX)
      .nullable()
      .meta({ examples: [25] }),
    startedAt: Clock,
    endedAt: Clock,
    workDate: Day.nullable(),
    activityTypeId: Id.nullable(),
    priceClassId: Id.nullable(),
    isBillable: z
      .boolean()
      .nullable()
      .meta({ examples: [true] }),
    customerText: LongText,
    internalText: LongText,
  })
  .meta({ id: 'DraftTime' })
export type DraftTime = z.infer<typeof DraftTime>

const DraftBody = text(MESSAGE_LENGTH_MAX).meta({
  description: 'Markdown, as far as it is written.',
  examples: ['Dear Anna, I looked at the log and'],
})
const seenMessageId = Id.nullable().meta({
  description: 'The newest message of the case that the writer had seen when the writing began.',
})

export const MessageDraft = z
  .object({
    id: Id,
    case: CaseReference,
    kind: DraftKind,
    isShared: z.boolean().meta({ description: 'Everybody who may write on the case sees it and writes in it.' }),
    owner: Reference.extend({ isActive: z.boolean() }).meta({ description: 'Who began it.' }),
    body: z.string(),
    files: z
      .array(z.object({ id: Id, name: z.string(), contentType: z.string() }))
      .meta({ description: 'Beside the text.' }),
    pictureIds: z.array(Id).meta({ description: 'Of the pictures that were put into the text.' }),
    time: DraftTime,
    seenMessageId,
    updatedAt: Instant,
    updatedBy: Reference,
    device: DraftDevice.meta({ description: 'What it was last written on.' }),
    sending: DraftSending.nullable().meta({ description: 'When it goes out by itself; null: it is being written.' }),
    problem: SendProblem.nullable().meta({ description: 'Why it did not go out at its time.', examples: [null] }),
    can: z.object({
      write: z.boolean().meta({
        description: 'False of what a colleague left behind, until it is taken over, and while it is to go out.',
      }),
      unshare: z.boolean(),
      callBack: z.boolean().meta({ description: 'Whether it is to go out, and may be kept from it.' }),
    }),
    version: z.int().meta({ examples: [3] }),
  })
  .meta({ id: 'MessageDraft' })
export type MessageDraft = z.infer<typeof MessageDraft>

const draftParams = caseParams.extend({ kind: DraftKind })
const access = { audience: 'staff', permission: 'case:write' } as const

export const listCaseDrafts = defineRoute({
  method: 'GET',
  path: '/api/v1/cases/:caseId/drafts',
  tag: 'Drafts',
  summary: 'List the drafts of a case',
  description:
    'One’s own, the shared ones, and those of colleagues who are no longer active; six at most for each colleague and kind. Of what colleagues have scheduled, who and when.',
  access,
  params: caseParams,
  responses: {
    200: z.object({
      data: z.array(MessageDraft),
      scheduled: z.array(ScheduledMessage).meta({ description: 'Of colleagues, whose words are not shown.' }),
    }),
  },
  refusals: ['not_found'],
})

export const listMyDrafts = defineRoute({
  method: 'GET',
  path: '/api/v1/me/drafts',
  tag: 'Drafts',
  summary: 'List what one has begun to write',
  description: 'One’s own drafts and the shared ones that one began or wrote in last, latest first.',
  access,
  query: z.strictObject(pageQuery),
  responses: { 200: pageOf(MessageDraft) },
  refusals: ['invalid_cursor'],
})

export const keepDraft = defineRoute({
  method: 'PUT',
  path: '/api/v1/cases/:caseId/drafts/:kind',
  tag: 'Drafts',
  summary: 'Keep one’s draft',
  description:
    'One reply and one note for each person and case. `If-Match` says which version was written on, `"v0"` that none was there: a draft that moved on meanwhile is refused, so that what both wrote can be merged.',
  access,
  params: draftParams,
  body: z.strictObject({
    body: DraftBody,
    attachmentIds: AttachmentIds,
    pictureIds: AttachmentIds,
    time: DraftTime,
    seenMessageId,
    device: DraftDevice,
  }),
  responses: { 200: MessageDraft },
  refusals: ['not_found', 'reference_refused', 'draft_scheduled'],
  ifMatch: 'required',
})

export const keepSharedDraft = defineRoute({
  ...keepDraft,
  path: '/api/v1/cases/:caseId/shared-drafts/:kind',
  summary: 'Keep the shared draft',
  description:
    'One reply and one note for each case, in which everybody may write. `If-Match` as for one’s own: what two wrote at once is merged by whoever came second.',
})

export const discardDraft = defineRoute({
  method: 'DELETE',
  path: '/api/v1/cases/:caseId/drafts/:kind',
  tag: 'Drafts',
  summary: 'Discard one’s draft',
  description: 'A draft that moved on meanwhile is refused; one that is gone is no matter.',
  access,
  params: draftParams,
  responses: { 204: null },
  refusals: ['draft_scheduled'],
  ifMatch: 'required',
})

export const discardSharedDraft = defineRoute({
  ...discardDraft,
  path: '/api/v1/cases/:caseId/shared-drafts/:kind',
  summary: 'Discard the shared draft',
})

export const shareDraft = defineRoute({
  method: 'PUT',
  path: '/api/v1/cases/:caseId/drafts/:kind/sharing',
  tag: 'Drafts',
  summary: 'Share one’s draft',
  description:
    'Everybody who may write on the case sees it from now on and may write in it. Where a shared one is there already, both become one text.',
  access,
  params: draftParams,
  responses: { 200: MessageDraft },
  refusals: ['not_found', 'draft_scheduled'],
})

export const unshareDraft = defineRoute({
  ...shareDraft,
  method: 'DELETE',
  summary: 'Take the shared draft back to oneself',
  description:
    'Only who began it may. Where one has another draft of one’s own by now, both become one text. Refuses what somebody else began with `draft_refused`.',
  refusals: ['not_found', 'draft_refused', 'draft_scheduled'],
})

export const takeOverWriting = defineRoute({
  method: 'POST',
  path: '/api/v1/cases/:caseId/takeovers',
  tag: 'Drafts',
  summary: 'Take over what a colleague writes',
  description:
    'The colleague’s draft becomes the shared one, in which both write. The colleague is told, and the case log keeps it. Answers without a draft when the colleague has written nothing yet. What is to go out by itself stays the colleague’s.',
  access,
  params: caseParams,
  body: z.strictObject({ employeeId: Id, kind: DraftKind }),
  responses: { 201: z.object({ draft: MessageDraft.nullable().meta({ examples: [null] }) }) },
  refusals: ['not_found', 'reference_refused', 'draft_scheduled'],
})

export const askWriter = defineRoute({
  method: 'POST',
  path: '/api/v1/cases/:caseId/nudges',
  tag: 'Drafts',
  summary: 'Ask a colleague who writes',
  description: 'The colleague is told at once, and the case log keeps the question.',
  access,
  params: caseParams,
  body: z.strictObject({
    employeeId: Id,
    words: OptionalLine.default('').meta({ examples: ['Shall I take this one?'] }),
  }),
  responses: { 204: null },
  refusals: ['not_found', 'reference_refused'],
})
