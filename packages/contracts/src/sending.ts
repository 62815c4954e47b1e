import { z } from 'zod'
import { moveFields } from './case-moves.ts'
import { Id, Instant, Reference } from './primitives.ts'
import { TimeDraft } from './time.ts'

/** What a message does beside being said: the body of `postReply` and `writeNote` without what the draft holds. */
export const SendOptions = z
  .strictObject({
    statusId: Id.optional(),
    ...moveFields,
    time: TimeDraft.optional().meta({ description: 'A day that is not said is that on which it is scheduled.' }),
    seenMessageId: Id.optional().meta({
      description: 'The newest reply or note that the writer has seen: one of somebody else after it keeps it back.',
    }),
  })
  .meta({ id: 'SendOptions' })
export type SendOptions = z.infer<typeof SendOptions>

export const DraftSending = z
  .object({
    at: Instant,
    by: Reference.meta({ description: 'Who has it sent, and in whose name it goes.' }),
    isLeaving: z.boolean().meta({
      description: 'It was sent, and only waits for as long as it can be called back.',
      examples: [false],
    }),
    options: SendOptions,
  })
  .meta({ id: 'DraftSending' })
export type DraftSending = z.infer<typeof DraftSending>

/** Why a message did not go out at its time. */
export const SendProblem = z
  .object({
    at: Instant,
    code: z.string().meta({ description: 'Of the refusal.', examples: ['newer_messages'] }),
    detail: z
      .string()
      .nullable()
      .meta({ examples: ['Read what came in the meantime, then send again.'] }),
  })
  .meta({ id: 'SendProblem' })
export type SendProblem = z.infer<typeof SendProblem>

/** A message that goes out by itself, as those see it who may not read it yet. */
export const ScheduledMessage = z
  .object({
    draftId: Id,
    kind: z.enum(['reply', 'note']).meta({ examples: ['reply'] }),
    at: Instant,
    by: Reference,
  })
  .meta({ id: 'ScheduledMessage' })
export type ScheduledMessage = z.infer<typeof ScheduledMessage>
