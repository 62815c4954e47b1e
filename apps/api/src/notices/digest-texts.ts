import type { Language } from '@timedesk/contracts/primitives'
import type { NoticeReason, NoticeScope } from '@timedesk/contracts/notice-reasons'
import type { DeliveredEvent } from '../platform/events/relay.ts'
import type { CaseFacts } from './case-facts.ts'
import { actorOf, headlineOf } from './mail-texts.ts'
import { settingsWords, unfollowLink, whyWords } from './why-words.ts'

/** One thing that waited for the digest. */
export type DigestItem = {
  event: DeliveredEvent
  facts: CaseFacts
  why: { reason: NoticeReason; scope: NoticeScope }
}

type Words = {
  subject: (items: number, cases: number) => string
  greeting: (name: string) => string
  lead: string
  unfollow: string
}

const words: Record<Language, Words> = {
  en: {
    subject: (items, cases) =>
      `Your digest: ${items === 1 ? 'one notice' : `${String(items)} notices`} on ${cases === 1 ? 'one case' : `${String(cases)} cases`}`,
    greeting: (name) => `Hello ${name},`,
    lead: 'This is what has happened and could wait:',
    unfollow: 'Unfollow:',
  },
  da: {
    subject: (items, cases) =>
      `Din oversigt: ${items === 1 ? 'én besked' : `${String(items)} beskeder`} om ${cases === 1 ? 'én sag' : `${String(cases)} sager`}`,
    greeting: (name) => `Hej ${name}`,
    lead: 'Det her er sket og kunne vente:',
    unfollow: 'Følg ikke længere:',
  },
}

type Reading = { reader: string; language: Language; deskUrl: string; timeZone: string }

/** The words of a digest: case by case in the order in which things happened, what happened and when. */
export function digestTextOf(
  items: readonly DigestItem[],
  { reader, language, deskUrl, timeZone }: Reading,
): { subject: string; text: string } {
  const { subject, greeting, lead, unfollow } = words[language]
  const byCase = Map.groupBy(items, ({ facts }) => facts.id)
  const clock = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'short', timeZone })
  const paragraphs = [...byCase.values()].flatMap((ofCase) => {
    const [first] = ofCase
    if (first === undefined) return []
    const { facts, why } = first
    const heading = `#${String(facts.number)}${facts.mailIncludesText ? ` ${facts.subject}` : ''}`
    return [
      heading,
      ...ofCase.map(({ event, facts: { timeZone: zone } }) => {
        const headline = headlineOf(event, { language, timeZone: zone, actor: actorOf(event) })
        return `- ${headline} (${clock.format(event.at)})`
      }),
      `${deskUrl}/cases/${String(facts.number)}`,
      whyWords(why, language),
      `${unfollow} ${unfollowLink(deskUrl, facts.number)}`,
      '',
    ]
  })
  const footer = settingsWords(deskUrl, language)
  const company = items[0]?.facts.companyName ?? ''
  const text = [greeting(reader), '', lead, '', ...paragraphs, ...footer, '', company, ''].join('\n')
  return { subject: subject(items.length, byCase.size), text }
}
