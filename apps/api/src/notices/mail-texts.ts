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
  /** What stands below: why one gets it, and how one gets no more. */
  footer?: readonly string[]
}

type Occasion =
  | 'created'
  | 'replied'
  | 'moved'
  | 'dispatched'
  | 'questioned'
  | 'noted'
  | 'mentioned'
  | 'asked'
  | 'takenOver'
  | 'merged'
  | 'sideAnswered'

const headlines: Record<Language, Record<Occasion, (actor: string) => string>> = {
  en: {
    created: (actor) => `${actor} has opened a case`,
    replied: (actor) => `${actor} has written an answer`,
    moved: (actor) => `${actor} has changed the status of the case`,
    dispatched: (actor) => `${actor} has given you the case`,
    questioned: (actor) => `${actor} has a question about time on the case`,
    noted: (actor) => `${actor} has written a note`,
    mentioned: (actor) => `${actor} mentions you in a note`,
    asked: (actor) => `${actor} asks you about the case`,
    takenOver: (actor) => `${actor} takes over the answer that you were writing`,
    merged: (actor) => `${actor} has merged the case into another one`,
    sideAnswered: (actor) => `${actor} has answered a side conversation`,
  },
  da: {
    created: (actor) => `${actor} har oprettet en sag`,
    replied: (actor) => `${actor} har skrevet et svar`,
    moved: (actor) => `${actor} har ændret sagens status`,
    dispatched: (actor) => `${actor} har givet dig sagen`,
    questioned: (actor) => `${actor} har et spørgsmål om tid på sagen`,
    noted: (actor) => `${actor} har skrevet et notat`,
    mentioned: (actor) => `${actor} nævner dig i et notat`,
    asked: (actor) => `${actor} spørger dig om sagen`,
    takenOver: (actor) => `${actor} overtager det svar, du var ved at skrive`,
    merged: (actor) => `${actor} har flettet sagen ind i en anden`,
    sideAnswered: (actor) => `${actor} har svaret i en sidesamtale`,
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

type Told = Pick<DeliveredEvent, 'actorKind' | 'actorName' | 'payload'>
type Reading = Pick<MailFacts, 'language' | 'timeZone'> & { actor: string; isMentioned?: boolean }

/** What happened, in a sentence without an end. */
export function headlineOf({ payload }: Pick<Told, 'payload'>, { language, timeZone, actor, isMentioned }: Reading) {
  if (isMentioned === true) return headlines[language].mentioned(actor)
  return toldWords(payload, language, timeZone) ?? headlines[language][occasionOf(payload)](actor)
}

/** Who did what an event tells of, for staff: the third party of a side conversation speaks for itself. */
export function actorOf({ payload, actorName }: Told): string {
  return payload.type === 'side.received' ? payload.fromName : actorName
}

/**
 * The words of a notice by mail, in the reader's language. It says that something is new and where; what the case is
 * about and what was written is repeated only where the company has switched that on (R84).
 */
export function mailTextOf(
  event: Told,
  facts: MailFacts & { isMentioned?: boolean },
): { subject: string; text: string } {
  const actor = facts.app === 'extranet' ? facts.companyName : actorOf(event)
  const headline = headlineOf(event, { ...facts, actor })
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
    ...(facts.footer === undefined ? [] : [...facts.footer, '']),
    frame.closing,
    facts.companyName,
    '',
  ].join('\n')
  return { subject, text }
}

function occasionOf(payload: DeliveredEvent['payload']): Occasion {
  switch (payload.type) {
    case 'case.created':
      return 'created'
    case 'case.dispatched':
      return 'dispatched'
    case 'time.questioned':
      return 'questioned'
    case 'case.status_changed':
      return 'moved'
    case 'note.written':
      return 'noted'
    case 'case.asked':
      return payload.kind === 'ask' ? 'asked' : 'takenOver'
    case 'case.merged':
      return 'merged'
    case 'side.received':
      return 'sideAnswered'
    default:
      return 'replied'
  }
}
