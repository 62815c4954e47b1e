import type { EventPayload } from '@timedesk/contracts/events'
import type { ExtranetCaseSummary } from '@timedesk/contracts/extranet-cases'
import { createI18n, type Language } from '@timedesk/ui/i18n'
import { describe, expect, test } from 'vitest'
import { ballWords, eventWords, type CaseWords } from './case-words.ts'
import { caseDanish } from './case-words-danish.ts'
import { caseEnglish } from './case-words-english.ts'

function wordsIn(language: Language): CaseWords {
  const i18n = createI18n({ resources: { en: { case: caseEnglish }, da: { case: caseDanish } }, language })
  const translate = i18n.getFixedT(language, 'case')
  return (key: string, values) => translate(key, values ?? {})
}

type Category = Extract<EventPayload, { type: 'case.status_changed' }>['toCategory']

function moved(fromCategory: Category, toCategory: Category): EventPayload {
  return { type: 'case.status_changed', from: 'A', to: 'B', fromCategory, toCategory }
}
function changed(...changes: { field: string; from: string | null; to: string | null }[]): EventPayload {
  return { type: 'case.changed', changes, isPublic: true }
}
const created: EventPayload = { type: 'case.created', number: 7, subject: 'Printing', via: 'extranet' }
const replied: EventPayload = { type: 'reply.posted', replyId: 'r', isFirst: true, attachments: 0 }

describe('a public event', () => {
  test.for<[EventPayload, english: string, danish: string]>([
    [created, 'Mette reported the case', 'Mette oprettede sagen'],
    [replied, 'Mette wrote an answer', 'Mette skrev et svar'],
    [moved('open', 'new'), 'Mette put the case back among the new ones', 'Mette lagde sagen tilbage blandt de nye'],
    [moved('new', 'open'), 'Mette took up the work', 'Mette gik i gang med sagen'],
    [moved('open', 'waiting_customer'), 'Mette asked for an answer', 'Mette bad om et svar'],
    [
      moved('open', 'waiting_third_party'),
      'Mette set the case to wait for somebody else',
      'Mette satte sagen til at vente på nogle andre',
    ],
    [moved('open', 'solved'), 'Mette marked the case as solved', 'Mette markerede sagen som løst'],
    [moved('solved', 'closed'), 'Mette closed the case', 'Mette lukkede sagen'],
    [moved('new', 'cancelled'), 'Mette cancelled the case', 'Mette annullerede sagen'],
    [moved('closed', 'open'), 'Mette opened the case again', 'Mette åbnede sagen igen'],
    [
      changed({ field: 'priority', from: 'Low', to: 'High' }),
      'Mette changed the priority to “High”',
      'Mette ændrede prioriteten til “High”',
    ],
    [changed({ field: 'project', from: 'X', to: null }), 'Mette removed the project', 'Mette fjernede projektet'],
    [changed({ field: 'other', from: null, to: 'Y' }), 'Mette corrected the details', 'Mette rettede oplysningerne'],
  ])('%j is worded in both languages', ([event, english, danish]) => {
    expect(eventWords(wordsIn('en'), 'Mette', event)).toBe(english)
    expect(eventWords(wordsIn('da'), 'Mette', event)).toBe(danish)
  })

  test('that customers never get has no line', () => {
    expect(eventWords(wordsIn('en'), 'Mette', { type: 'note.written', noteId: 'n', attachments: 0 })).toBeNull()
  })

  test('a case that goes on in another one says in which', () => {
    const merged = { type: 'case.merged', otherId: 'o', number: 1042, subject: 'x' } as const

    expect(eventWords(wordsIn('en'), 'Mette', merged)).toBe('Mette goes on with this in #1042')
    expect(eventWords(wordsIn('da'), 'Mette', { ...merged, type: 'case.unmerged' })).toContain('#1042')
  })
})

describe('who has the ball', () => {
  type Standing = Pick<ExtranetCaseSummary, 'ball' | 'status' | 'isMine' | 'contact'>
  const anna = { id: 'a', name: 'Anna Berg' }
  const standing = (ball: Standing['ball'], category: Category, isMine = true): Standing => ({
    ball,
    status: { name: 'any', category, color: 'gray' },
    isMine,
    contact: anna,
  })

  test.for<[Standing, english: string, danish: string]>([
    [standing('us', 'new'), 'We have received it', 'Vi har modtaget den'],
    [standing('us', 'open'), 'We are working on it', 'Vi arbejder på den'],
    [standing('customer', 'waiting_customer'), 'We are waiting for you', 'Vi venter på dig'],
    [standing('customer', 'waiting_customer', false), 'We are waiting for Anna Berg', 'Vi venter på Anna Berg'],
    [standing('third_party', 'waiting_third_party'), 'We are waiting for somebody else', 'Vi venter på nogle andre'],
    [standing('nobody', 'solved'), 'It is solved', 'Den er løst'],
    [standing('nobody', 'closed'), 'It is closed', 'Den er lukket'],
    [standing('nobody', 'cancelled'), 'It was cancelled', 'Den blev annulleret'],
  ])('%j is said in both languages', ([shown, english, danish]) => {
    expect(ballWords(wordsIn('en'), shown)).toBe(english)
    expect(ballWords(wordsIn('da'), shown)).toBe(danish)
  })
})
