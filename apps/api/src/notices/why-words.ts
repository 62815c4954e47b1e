import type { NoticeReason, NoticeScope } from '@timedesk/contracts/notice-reasons'
import type { Language } from '@timedesk/contracts/primitives'

type Words = {
  scopes: Record<NoticeScope, string>
  /** Reasons that say more than whose case it is. */
  reasons: Partial<Record<NoticeReason, string>>
  unfollow: string
  settings: string
}

const words: Record<Language, Words> = {
  en: {
    scopes: {
      mine: 'You get this mail because the case is yours.',
      followed: 'You get this mail because you follow the case.',
      department: 'You get this mail because the case is with your department.',
    },
    reasons: {
      assigned: 'You get this mail because the case was given to you.',
      mentioned: 'You get this mail because somebody mentioned you.',
      asked: 'You get this mail because somebody asked you.',
      clock_warned: 'You get this mail because you are told of time that runs out.',
      clock_breached: 'You get this mail because you are told of time that runs out.',
      rule_told: 'You get this mail because a rule names you.',
      snooze_ended: 'You get this mail because you had snoozed the case.',
      not_sent: 'You get this mail because a message of yours was to go out by itself.',
    },
    unfollow: 'Unfollow the case:',
    settings: 'Choose what you are told of:',
  },
  da: {
    scopes: {
      mine: 'Du får denne mail, fordi sagen er din.',
      followed: 'Du får denne mail, fordi du følger sagen.',
      department: 'Du får denne mail, fordi sagen ligger hos din afdeling.',
    },
    reasons: {
      assigned: 'Du får denne mail, fordi du har fået sagen.',
      mentioned: 'Du får denne mail, fordi nogen har nævnt dig.',
      asked: 'Du får denne mail, fordi nogen har spurgt dig.',
      clock_warned: 'Du får denne mail, fordi du får besked om tid, der løber ud.',
      clock_breached: 'Du får denne mail, fordi du får besked om tid, der løber ud.',
      rule_told: 'Du får denne mail, fordi en regel nævner dig.',
      snooze_ended: 'Du får denne mail, fordi du havde udskudt sagen.',
      not_sent: 'Du får denne mail, fordi en besked fra dig skulle sendes af sig selv.',
    },
    unfollow: 'Følg ikke sagen længere:',
    settings: 'Vælg, hvad du får besked om:',
  },
}

type Why = { reason: NoticeReason; scope: NoticeScope }

/** Why somebody of the staff gets a mail, in a sentence. */
export function whyWords({ reason, scope }: Why, language: Language): string {
  const { scopes, reasons } = words[language]
  // A follower is told what they could change; so is a department.
  return scope === 'mine' ? (reasons[reason] ?? scopes.mine) : scopes[scope]
}

/** How one gets no more mail of a case, and where one chooses what one is told of at all. */
export function fewerMailsWords(deskUrl: string, number: number, language: Language): string[] {
  const { unfollow, settings } = words[language]
  return [unfollow, unfollowLink(deskUrl, number), settings, settingsLink(deskUrl)]
}

/** Where one chooses what one is told of. */
export function settingsWords(deskUrl: string, language: Language): string[] {
  return [words[language].settings, settingsLink(deskUrl)]
}

/** Opens the case with the question whether to unfollow it: a link alone changes nothing. */
export function unfollowLink(deskUrl: string, number: number): string {
  return `${deskUrl}/cases/${String(number)}?unfollow=1`
}

function settingsLink(deskUrl: string): string {
  return `${deskUrl}/profile/notices`
}
