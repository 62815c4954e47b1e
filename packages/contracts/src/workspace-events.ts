import { z } from 'zod'

const person = { employeeId: z.uuid(), employeeName: z.string() }
const otherCase = { otherId: z.uuid(), number: z.int(), subject: z.string() }
const contact = { contactId: z.uuid(), contactName: z.string() }
const conversation = { conversationId: z.uuid(), subject: z.string() }
const view = {
  viewId: z.uuid(),
  name: z.string(),
  scope: z.enum(['private', 'department', 'everyone']),
}
const bulk = { bulkId: z.uuid(), cases: z.int() }

/** What people do around the dialogue: snooze, follow, merge, split, ask somebody outside, change many at once. */
export const workspaceEvents = [
  z.strictObject({ type: z.literal('case.snoozed'), ...person, until: z.string() }),
  z.strictObject({
    type: z.literal('case.snooze_ended'),
    ...person,
    cause: z.enum(['time', 'reply', 'assigned', 'by_hand']),
  }),
  z.strictObject({
    type: z.literal('case.followed'),
    ...person,
    cause: z.enum(['by_hand', 'mention', 'merge', 'bulk']),
  }),
  z.strictObject({ type: z.literal('case.unfollowed'), ...person }),
  /** Told on the case that ends; `other` is where it goes on. */
  z.strictObject({ type: z.literal('case.merged'), ...otherCase }),
  /** Told on the case that goes on; `other` is what came along, with what it brings. */
  z.strictObject({ type: z.literal('case.absorbed'), ...otherCase, messages: z.int(), minutes: z.int() }),
  z.strictObject({ type: z.literal('case.unmerged'), ...otherCase }),
  z.strictObject({ type: z.literal('case.released'), ...otherCase }),
  /** Told on the case that messages were taken from. */
  z.strictObject({ type: z.literal('case.split'), ...otherCase, messages: z.int(), entries: z.int() }),
  /** Told on the new case. */
  z.strictObject({ type: z.literal('case.split_off'), ...otherCase, messages: z.int(), entries: z.int() }),
  z.strictObject({ type: z.literal('case.participant_added'), ...contact }),
  z.strictObject({ type: z.literal('case.participant_removed'), ...contact }),
  /** Somebody who writes is asked, or is told that another person takes over. */
  z.strictObject({ type: z.literal('case.asked'), ...person, kind: z.enum(['ask', 'take_over']), words: z.string() }),
  /** What was to go out by itself stayed a draft: the code says what refused it. */
  z.strictObject({
    type: z.literal('message.not_sent'),
    ...person,
    kind: z.enum(['reply', 'note']),
    sendAt: z.string(),
    code: z.string(),
  }),
  z.strictObject({ type: z.literal('side.started'), ...conversation, to: z.array(z.string()) }),
  z.strictObject({ type: z.literal('side.sent'), ...conversation, messageId: z.uuid(), attachments: z.int() }),
  z.strictObject({
    type: z.literal('side.received'),
    ...conversation,
    messageId: z.uuid(),
    fromName: z.string(),
    fromAddress: z.string(),
    attachments: z.int(),
  }),
  z.strictObject({ type: z.literal('side.closed'), ...conversation }),
  z.strictObject({ type: z.literal('side.reopened'), ...conversation }),
  z.strictObject({ type: z.literal('bulk.applied'), ...bulk }),
  z.strictObject({ type: z.literal('bulk.undone'), ...bulk }),
  z.strictObject({ type: z.literal('view.created'), ...view }),
  z.strictObject({ type: z.literal('view.changed'), ...view }),
  z.strictObject({ type: z.literal('view.removed'), ...view }),
] as const
