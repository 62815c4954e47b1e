import type { EventPayload, EventType } from '@timedesk/contracts/events'

const ID = '019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c3d'
const person = { employeeId: ID, employeeName: 'Mette Holm' } as const
const other = { otherId: ID, number: 1042, subject: 'Printer' } as const
const contact = { contactId: ID, contactName: 'Anna Berg' } as const
const conversation = { conversationId: ID, subject: 'Is the driver out?' } as const
const view = { viewId: ID, name: 'Printers', scope: 'department' } as const

type Workspace = Extract<
  EventType,
  | 'case.snoozed'
  | 'case.snooze_ended'
  | 'case.followed'
  | 'case.unfollowed'
  | 'case.merged'
  | 'case.absorbed'
  | 'case.unmerged'
  | 'case.released'
  | 'case.split'
  | 'case.split_off'
  | 'case.participant_added'
  | 'case.participant_removed'
  | 'case.asked'
  | 'message.not_sent'
  | `side.${string}`
  | `bulk.${string}`
  | `view.${string}`
>

/** One of each kind of event of what people do around the dialogue. */
export const workspaceEvents: { [Type in Workspace]: Extract<EventPayload, { type: Type }> } = {
  'case.snoozed': { type: 'case.snoozed', ...person, until: '2026-05-22T10:30:00.000Z' },
  'case.snooze_ended': { type: 'case.snooze_ended', ...person, cause: 'reply' },
  'case.followed': { type: 'case.followed', ...person, cause: 'mention' },
  'message.not_sent': {
    ...{ type: 'message.not_sent', ...person, kind: 'reply' },
    ...{ sendAt: '2026-05-22T10:30:00.000Z', code: 'newer_messages' },
  },
  'case.unfollowed': { type: 'case.unfollowed', ...person },
  'case.merged': { type: 'case.merged', ...other },
  'case.absorbed': { type: 'case.absorbed', ...other, messages: 3, minutes: 45 },
  'case.unmerged': { type: 'case.unmerged', ...other },
  'case.released': { type: 'case.released', ...other },
  'case.split': { type: 'case.split', ...other, messages: 2, entries: 1 },
  'case.split_off': { type: 'case.split_off', ...other, messages: 2, entries: 1 },
  'case.participant_added': { type: 'case.participant_added', ...contact },
  'case.participant_removed': { type: 'case.participant_removed', ...contact },
  'case.asked': { type: 'case.asked', ...person, kind: 'take_over', words: 'I have the log here' },
  'side.started': { type: 'side.started', ...conversation, to: ['support@printers.example'] },
  'side.sent': { type: 'side.sent', ...conversation, messageId: ID, attachments: 1 },
  'side.received': {
    type: 'side.received',
    ...conversation,
    messageId: ID,
    fromName: 'Peter Print',
    fromAddress: 'peter@printers.example',
    attachments: 2,
  },
  'side.closed': { type: 'side.closed', ...conversation },
  'side.reopened': { type: 'side.reopened', ...conversation },
  'bulk.applied': { type: 'bulk.applied', bulkId: ID, cases: 12 },
  'bulk.undone': { type: 'bulk.undone', bulkId: ID, cases: 12 },
  'view.created': { type: 'view.created', ...view },
  'view.changed': { type: 'view.changed', ...view },
  'view.removed': { type: 'view.removed', ...view },
}
