import type { EventPayload } from '@timedesk/contracts/events'
import type { ExtranetCaseSummary } from '@timedesk/contracts/extranet-cases'
import type { StatusCategory } from '@timedesk/contracts/case-status'
import { caseDanish } from './case-words-danish.ts'
import { caseEnglish } from './case-words-english.ts'
import { wordsHook, type Words } from './words.ts'

export const useCaseWords = wordsHook('case', { en: caseEnglish, da: caseDanish })
export type CaseWords = Words<typeof caseEnglish>

const STATUS_WORDS = {
  new: 'statusNew',
  open: 'statusOpen',
  waiting_customer: 'statusWaitingCustomer',
  waiting_third_party: 'statusWaitingThirdParty',
  solved: 'statusSolved',
  closed: 'statusClosed',
  cancelled: 'statusCancelled',
} as const satisfies Record<StatusCategory, keyof typeof caseEnglish>

const CATEGORY_WORDS = {
  new: 'movedNew',
  open: 'movedOpen',
  waiting_customer: 'movedWaitingCustomer',
  waiting_third_party: 'movedWaitingThirdParty',
  solved: 'movedSolved',
  closed: 'movedClosed',
  cancelled: 'movedCancelled',
} as const satisfies Record<StatusCategory, keyof typeof caseEnglish>

const FIELD_WORDS: Record<string, 'fieldSubject' | 'fieldPriority' | 'fieldType' | 'fieldDeadline' | 'fieldProject'> = {
  subject: 'fieldSubject',
  priority: 'fieldPriority',
  type: 'fieldType',
  deadline: 'fieldDeadline',
  project: 'fieldProject',
}

/** A status in one or two plain words, as the customer sees it. */
export function statusWords(words: CaseWords, category: StatusCategory): string {
  return words(STATUS_WORDS[category])
}

/** Who acts next, in a plain sentence. */
export function ballWords(
  words: CaseWords,
  { ball, status, isMine, contact }: Pick<ExtranetCaseSummary, 'ball' | 'status' | 'isMine' | 'contact'>,
): string {
  switch (ball) {
    case 'us':
      return words(status.category === 'new' ? 'ballReceived' : 'ballUs')
    case 'customer':
      return isMine || contact === null ? words('ballYou') : words('ballColleague', { name: contact.name })
    case 'third_party':
      return words('ballThirdParty')
    case 'nobody':
      return words(`ballDone_${doneKind(status.category)}`)
  }
}

/** What happened, in a sentence about the actor; null for what needs no line of its own. */
export function eventWords(words: CaseWords, actor: string, event: EventPayload): string | null {
  switch (event.type) {
    case 'case.created':
      return words('eventCreated', { actor })
    case 'reply.posted':
      return words('eventReplied', { actor })
    case 'case.status_changed':
      return words(isBackToWork(event) ? 'eventReopened' : movedWords(event), { actor })
    case 'case.close_warned':
      return words('eventCloseWarned', { actor })
    case 'case.merged':
      return words('eventMerged', { actor, number: event.number })
    case 'case.unmerged':
      return words('eventUnmerged', { actor, number: event.number })
    case 'case.changed':
      return changeWords(words, actor, event.changes)
    default:
      return null
  }
}

/** A case that waited goes on, whoever made it; only a new one is taken up. */
function movedWords({ fromCategory, toCategory }: { fromCategory: StatusCategory; toCategory: StatusCategory }) {
  const isGoingOn = fromCategory === 'waiting_customer' || fromCategory === 'waiting_third_party'
  return isGoingOn && toCategory === 'open' ? 'movedOn' : CATEGORY_WORDS[toCategory]
}

function changeWords(words: CaseWords, actor: string, changes: readonly { field: string; to: string | null }[]) {
  const [change, ...others] = changes
  const field = change === undefined ? undefined : FIELD_WORDS[change.field]
  if (change === undefined || field === undefined || others.length > 0) return words('eventChanged', { actor })
  if (change.to === null) return words('eventCleared', { actor, field: words(field) })
  return words('eventSet', { actor, field: words(field), value: change.to })
}

function isBackToWork({ fromCategory, toCategory }: { fromCategory: StatusCategory; toCategory: StatusCategory }) {
  return doneCategories.has(fromCategory) && !doneCategories.has(toCategory)
}

const doneCategories: ReadonlySet<StatusCategory> = new Set<StatusCategory>(['solved', 'closed', 'cancelled'])

function doneKind(category: StatusCategory): 'solved' | 'closed' | 'cancelled' {
  return category === 'closed' || category === 'cancelled' ? category : 'solved'
}
