import { z } from 'zod'

/** Why somebody of the staff is told of an event. */
export const NoticeReason = z
  .enum([
    'assigned',
    'mentioned',
    'asked',
    'reported',
    'customer_answered',
    'replied',
    'noted',
    'status_changed',
    'clock_warned',
    'clock_breached',
    'rule_told',
    'time_questioned',
    'side_answered',
    'snooze_ended',
    'not_sent',
    'merged',
  ])
  .meta({ id: 'NoticeReason', examples: ['customer_answered'] })
export type NoticeReason = z.infer<typeof NoticeReason>

/** High ones count in the badge, normal ones are a dot, low ones are collapsed. */
export const NoticeLevel = z
  .enum(['high', 'normal', 'low'])
  .meta({ id: 'NoticeLevel', description: 'How much it matters.', examples: ['normal'] })
export type NoticeLevel = z.infer<typeof NoticeLevel>

/** What the case is to the person: theirs or said to them, followed by them, or their department’s. */
export const NoticeScope = z.enum(['mine', 'followed', 'department']).meta({ id: 'NoticeScope', examples: ['mine'] })
export type NoticeScope = z.infer<typeof NoticeScope>

export const NoticeChannel = z.enum(['in_app', 'mail']).meta({ id: 'NoticeChannel', examples: ['mail'] })
export type NoticeChannel = z.infer<typeof NoticeChannel>
