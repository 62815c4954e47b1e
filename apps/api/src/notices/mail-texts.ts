import type { Language } from '@timedesk/contracts/primitives'
import type { DeliveredEvent } from '../platform/events/relay.ts'
import { toldWords } from './told-words.ts'

type MailFacts = {
  number: number
  subject: string
  companyName: string
  timeZone: string
  mailIncludesText: boolean
  body: string | null
  link: string
  reader: string
  language: Language
  app: 'desk' | 'extranet'
}

type Occasion = 'created' | 'replied' | 'moved' | 'dispatched' | 'questioned'

const headlines: Record<Language, Record<Occasion, (actor: string) => string>> = {
  en: {
    created: (actor) => `${actor} has opened a case`,
    replied: (actor) => `${actor} has written an answer`,
    moved: (actor) => `${actor} has changed the status of the case`,
    dispatched: (actor) => `${actor} has given you the case`,
    questioned: (actor) => `${actor} has a question about time on the case`,
  },
  da: {
    created: (actor) => `${actor} har oprettet en sag`,
    replied: (actor) => `${actor} har skrevet et svar`,
    moved: (actor) => `${actor} har ændret sagens status`,
    dispatched: (actor) => `${actor} har givet dig sagen`,
    questioned: (actor) => `${actor} har et spørgsmål om tid på sagen`,
  },
}

const frames: Record<Language, { greeting: (name: string) => string; read: string; closing: string }> = {
  en: {
    greeting: (name) => `Hello ${name},`,
    read: 'Read and answer here:',
    closing: 'Please answer through the link; this address is not read.',
  },
  da: {
    greeting: (name) => `Hej ${name}`,
    read: 'Læs og svar her:',
    closing: 'Svar venligst gennem linket; denne adresse bliver ikke læst.',
  },
}

/**
 * The words of a notice by mail, in the reader's language. It says that something is new and where; what the case is
 * about and what was written is repeated only where the company has switched that on (R84).
 */
export function mailTextOf(
  event: Pick<DeliveredEvent, 'actorKind' | 'actorName' | 'payload'>,
  facts: MailFacts,
): { subject: string; text: string } {
  const actor = facts.app === 'extranet' ? facts.companyName : event.actorName
  const { payload } = event
  const headline =
    toldWords(payload, facts.language, facts.timeZone) ?? headlines[facts.language][occasionOf(payload.type)](actor)
  const frame = frames[facts.language]
  const shown = facts.mailIncludesText
  const subject = `[#${String(facts.number)}] ${shown ? facts.subject : headline}`
  const quoted = shown && facts.body !== null ? [facts.body, ''] : []
  const text = [
    frame.greeting(facts.reader),
    '',
    `${headline}: #${String(facts.number)}${shown ? ` ${facts.subject}` : ''}.`,
    '',
    ...quoted,
    frame.read,
    facts.link,
    '',
    frame.closing,
    facts.companyName,
    '',
  ].join('\n')
  return { subject, text }
}

function occasionOf(type: DeliveredEvent['payload']['type']): Occasion {
  if (type === 'case.created') return 'created'
  if (type === 'case.dispatched') return 'dispatched'
  if (type === 'time.questioned') return 'questioned'
  return type === 'case.status_changed' ? 'moved' : 'replied'
}
