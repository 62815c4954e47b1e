import type { Language } from '@timedesk/contracts/primitives'
import type { LocalTexts } from '@timedesk/contracts/texts'
import type { TextValues } from './template.ts'

/** What the variables of a text are filled in from. */
export type TextGround = {
  number: number
  subject: string
  link: string
  /** When a clock of the case passes its target next; null: none runs. */
  dueAt: Date | null
  customerName: string
  /** Null: the customer speaks for itself. */
  contactName: string | null
  /** Null: nobody in person, such as a rule; the company speaks for itself. */
  agentName: string | null
  companyName: string
  timeZone: string
  now: Date
}

const locales: Record<Language, string> = { en: 'en-GB', da: 'da-DK' }
const noDue: Record<Language, string> = { en: 'no deadline', da: 'ingen frist' }

/** The values of every variable for a reader of that language. */
export function textValues(ground: TextGround, language: Language): TextValues {
  const contact = ground.contactName ?? ground.customerName
  const agent = ground.agentName ?? ground.companyName
  const { timeZone } = ground
  const day = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone })
  const moment = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeStyle: 'short', timeZone })
  return {
    'case.number': String(ground.number),
    'case.subject': ground.subject,
    'case.link': ground.link,
    'case.due': ground.dueAt === null ? noDue[language] : moment.format(ground.dueAt),
    'customer.name': ground.customerName,
    'contact.name': contact,
    'contact.firstName': ground.contactName === null ? contact : firstName(contact),
    'agent.name': agent,
    'agent.firstName': ground.agentName === null ? agent : firstName(agent),
    'company.name': ground.companyName,
    today: day.format(ground.now),
  }
}

function firstName(name: string): string {
  return name.trim().split(/\s+/u)[0] ?? name
}

/** The text for a reader of that language: its own, else the one that is there. */
export function textFor(texts: LocalTexts, language: Language): { language: Language; text: string } {
  const other = language === 'en' ? 'da' : 'en'
  return texts[language].trim() === '' && texts[other].trim() !== ''
    ? { language: other, text: texts[other] }
    : { language, text: texts[language] }
}
