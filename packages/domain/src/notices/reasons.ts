import type { NoticeChannel, NoticeLevel, NoticeReason, NoticeScope } from '@timedesk/contracts/notice-reasons'

/** Whether a notice comes in the app and by mail. */
export type Channels = Readonly<Record<NoticeChannel, boolean>>

type Usual = { level: NoticeLevel; scopes: Partial<Readonly<Record<NoticeScope, Channels>>> }

const both: Channels = { in_app: true, mail: true }
const inApp: Channels = { in_app: true, mail: false }
const neither: Channels = { in_app: false, mail: false }

/** What is usual for each reason: how much it matters, and in which way it comes in each scope that it comes in at all. */
const usual: Record<NoticeReason, Usual> = {
  assigned: { level: 'high', scopes: { mine: both, department: neither } },
  mentioned: { level: 'high', scopes: { mine: both, department: inApp } },
  asked: { level: 'high', scopes: { mine: inApp } },
  reported: { level: 'normal', scopes: { mine: both, department: inApp } },
  customer_answered: { level: 'normal', scopes: { mine: both, followed: inApp, department: inApp } },
  replied: { level: 'low', scopes: { mine: inApp, followed: inApp } },
  noted: { level: 'normal', scopes: { mine: inApp, followed: inApp } },
  status_changed: { level: 'low', scopes: { mine: inApp, followed: inApp } },
  clock_warned: { level: 'normal', scopes: { mine: both, followed: neither, department: both } },
  clock_breached: { level: 'high', scopes: { mine: both, followed: inApp, department: both } },
  rule_told: { level: 'normal', scopes: { mine: both, department: both } },
  time_questioned: { level: 'normal', scopes: { mine: both, department: inApp } },
  side_answered: { level: 'normal', scopes: { mine: both, followed: inApp, department: inApp } },
  snooze_ended: { level: 'normal', scopes: { mine: inApp } },
  not_sent: { level: 'high', scopes: { mine: both } },
  merged: { level: 'low', scopes: { mine: inApp, followed: inApp } },
}

const scopes: readonly NoticeScope[] = ['mine', 'followed', 'department']
const channels: readonly NoticeChannel[] = ['in_app', 'mail']
const reasons = Object.keys(usual) as NoticeReason[]

/** A cell of the matrix: what a person may choose, and what it is while they do not. */
export type Cell = { reason: NoticeReason; scope: NoticeScope; channel: NoticeChannel; isUsual: boolean }

/** Every choice that there is, reason by reason. */
export const cells: readonly Cell[] = reasons.flatMap((reason) =>
  scopes.flatMap((scope) => {
    const usually = usual[reason].scopes[scope]
    return usually === undefined
      ? []
      : channels.map((channel) => ({ reason, scope, channel, isUsual: usually[channel] }))
  }),
)

/** How much a reason matters. */
export function levelOf(reason: NoticeReason): NoticeLevel {
  return usual[reason].level
}

/** Whether it usually comes that way; null where such a notice never comes. */
export function isUsual(reason: NoticeReason, scope: NoticeScope, channel: NoticeChannel): boolean | null {
  return usual[reason].scopes[scope]?.[channel] ?? null
}
