import { z } from 'zod'
import { NOTICE_PREFERENCES_MAX } from './limits.ts'
import { NoticeChannel, NoticeLevel, NoticeReason, NoticeScope } from './notice-reasons.ts'
import { TimeZone } from './primitives.ts'
import { defineRoute } from './route.ts'

/** Who is never to be written to switches mail off. */
const QUIET_DAYS_MAX = 6

const DayTime = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u)
  .meta({ examples: ['07:30'] })
const quietDays = z
  .array(z.int().min(1).max(7))
  .max(QUIET_DAYS_MAX)
  .refine((days) => new Set(days).size === days.length, 'Must name each day once.')
  .meta({ description: 'Weekdays that are quiet throughout, at most six of them; 1 is Monday.', examples: [[6, 7]] })
const QuietHours = z
  .strictObject({ from: DayTime.meta({ examples: ['18:00'] }), to: DayTime })
  .refine(({ from, to }) => from !== to, 'Must not begin when it ends.')
  .meta({ id: 'QuietHours', description: 'From one time of each day to another; over midnight where it ends earlier.' })

export const NoticePreference = z
  .object({
    reason: NoticeReason,
    level: NoticeLevel,
    scope: NoticeScope,
    channel: NoticeChannel,
    isOn: z.boolean().meta({ examples: [true] }),
    isUsual: z.boolean().meta({ description: 'What it is while nobody chooses otherwise.', examples: [true] }),
  })
  .meta({ id: 'NoticePreference' })
export type NoticePreference = z.infer<typeof NoticePreference>

const schedule = {
  quietHours: QuietHours.nullable().meta({ description: 'Mail waits until they end; null: never.' }),
  quietDays,
  breaksQuiet: z.boolean().meta({ description: 'High notices come by mail in quiet hours too.', examples: [false] }),
  digestAt: DayTime.nullable().meta({
    description: 'When normal and low notices come together in one mail a day; null: each comes by itself.',
  }),
  followsOnMention: z.boolean().meta({
    description: 'Whether a mention makes one follow a case again that one has unfollowed by hand.',
    examples: [false],
  }),
}

export const NoticeSettings = z
  .object({
    ...schedule,
    timeZone: TimeZone.nullable().meta({ description: 'Whose clock times are meant; null: the company’s.' }),
    preferences: z.array(NoticePreference).meta({ description: 'Every reason in each scope and channel it comes in.' }),
    version: z.int().meta({ examples: [1] }),
  })
  .meta({ id: 'NoticeSettings' })
export type NoticeSettings = z.infer<typeof NoticeSettings>

export const getNoticeSettings = defineRoute({
  method: 'GET',
  path: '/api/v1/me/notice-settings',
  tag: 'Notices',
  summary: 'Read what one is told of',
  description: 'Which events reach one in which way, and when mail has to wait.',
  access: { audience: 'staff', permission: 'case:read' },
  responses: { 200: NoticeSettings },
  refusals: [],
  etag: true,
})

export const updateNoticeSettings = defineRoute({
  method: 'PATCH',
  path: '/api/v1/me/notice-settings',
  tag: 'Notices',
  summary: 'Choose what one is told of',
  description:
    'Only what is named changes. A preference that is set to what is usual is forgotten, so that it follows the usual. Mail that waits is placed anew.',
  access: { audience: 'staff', permission: 'case:read' },
  body: z
    .strictObject({
      ...schedule,
      timeZone: TimeZone.nullable(),
      preferences: z
        .array(z.strictObject({ reason: NoticeReason, scope: NoticeScope, channel: NoticeChannel, isOn: z.boolean() }))
        .max(NOTICE_PREFERENCES_MAX),
    })
    .partial(),
  responses: { 200: NoticeSettings },
  refusals: ['field_refused'],
  ifMatch: 'optional',
  etag: true,
})
