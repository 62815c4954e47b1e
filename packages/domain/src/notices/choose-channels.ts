import type { NoticeChannel, NoticeLevel, NoticeReason, NoticeScope } from '@timedesk/contracts/notice-reasons'
import { isUsual, levelOf } from './reasons.ts'

/** One of the reasons for which a person is told of one event. */
export type Claim = {
  reason: NoticeReason
  scope: NoticeScope
  /** It is never worth a mail, whatever the person chose: one of very many of its kind. */
  isWithoutMail?: boolean
}

/** What a person chose otherwise than is usual. */
export type Choice = { reason: NoticeReason; scope: NoticeScope; channel: NoticeChannel; isOn: boolean }

/** The one notice that a person gets of an event. */
export type Chosen = { reason: NoticeReason; scope: NoticeScope; level: NoticeLevel; inApp: boolean; mail: boolean }

const ranks: readonly NoticeLevel[] = ['high', 'normal', 'low']
const nearness: readonly NoticeScope[] = ['mine', 'followed', 'department']

/**
 * Who hears of an event for several reasons is told once: for the reason that matters most and is nearest, of those
 * that come in any way at all; in each way in which any of them comes. Null: nothing comes.
 */
export function chooseChannels(claims: readonly Claim[], choices: readonly Choice[]): Chosen | null {
  const coming = claims
    .map((claim) => ({
      ...claim,
      level: levelOf(claim.reason),
      inApp: isOn(claim, 'in_app', choices),
      mail: claim.isWithoutMail !== true && isOn(claim, 'mail', choices),
    }))
    .filter(({ inApp, mail }) => inApp || mail)
    .toSorted(
      (one, other) =>
        ranks.indexOf(one.level) - ranks.indexOf(other.level) ||
        rankOf(one.reason) - rankOf(other.reason) ||
        nearness.indexOf(one.scope) - nearness.indexOf(other.scope),
    )
  const [first] = coming
  if (first === undefined) return null
  const { reason, scope, level } = first
  return { reason, scope, level, inApp: coming.some(({ inApp }) => inApp), mail: coming.some(({ mail }) => mail) }
}

/** Of what matters alike, what woke a case says the most. */
function rankOf(reason: NoticeReason): number {
  return reason === 'snooze_ended' ? 0 : 1
}

function isOn({ reason, scope }: Claim, channel: NoticeChannel, choices: readonly Choice[]): boolean {
  const usual = isUsual(reason, scope, channel)
  if (usual === null) return false
  const choice = choices.find((one) => one.reason === reason && one.scope === scope && one.channel === channel)
  return choice?.isOn ?? usual
}
