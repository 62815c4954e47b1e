import type { Language } from '@timedesk/contracts/primitives'
import { formatMinutes } from '@timedesk/domain/time/format-minutes'
import { priceText } from '../../read-rate.ts'
import { danish } from './agreement-danish.ts'
import { english } from './agreement-english.ts'
import type { AgreementNews, Telling, Told, Units, Wordings } from './agreement-news.ts'

type Letter = {
  news: AgreementNews
  heading: string
  customer: string
  reader: string
  language: Language
  companyName: string
  /** Opens the agreement in the reader's app. */
  link: string
}

type Frame = {
  locale: string
  wordings: Wordings
  greeting: (name: string) => string
  hours: string
  cases: { one: string; many: string }
  read: string
  closing: string
}

const frames: Record<Language, Frame> = {
  en: {
    locale: 'en-GB',
    wordings: english,
    greeting: (name) => `Hello ${name},`,
    hours: 'hours',
    cases: { one: 'case', many: 'cases' },
    read: 'The agreement and its statement:',
    closing: 'Please do not answer this mail; this address is not read.',
  },
  da: {
    locale: 'da-DK',
    wordings: danish,
    greeting: (name) => `Hej ${name}`,
    hours: 'timer',
    cases: { one: 'sag', many: 'sager' },
    read: 'Aftalen og dens opgørelse:',
    closing: 'Svar venligst ikke på denne mail; adressen bliver ikke læst.',
  },
}

/** The words of a mail about an agreement, in the reader's language. */
export function agreementMailOf(letter: Letter): { subject: string; text: string } {
  const { news, heading, customer, reader, language, companyName, link } = letter
  const frame = frames[language]
  const date = new Intl.DateTimeFormat(frame.locale, { dateStyle: 'long', timeZone: 'UTC' })
  const day = (text: string) => date.format(new Date(text))
  // A kind's words take that kind of news, which a table cannot say.
  const tell = frame.wordings[news.kind] as (news: AgreementNews, telling: Telling) => Told
  const { subject, lines } = tell(news, { heading, customer, day, units: (units) => unitsText(units, frame) })
  const text = [frame.greeting(reader), '', ...lines, '', frame.read, link, '', frame.closing, companyName, '']
  return { subject, text: text.join('\n') }
}

function unitsText({ unit, count, currency }: Units, { hours, cases }: Frame): string {
  if (unit === 'minutes') return `${formatMinutes(count)} ${hours}`
  if (unit === 'cases') return `${String(count)} ${count === 1 ? cases.one : cases.many}`
  return priceText(count, currency)
}
