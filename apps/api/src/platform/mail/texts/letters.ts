import type { Language } from '@timedesk/contracts/primitives'

/** A mail that tells one thing: who did what about what, and where to read it. */
export type Letter = {
  kind: 'ordered' | 'accepted' | 'declined' | 'answered'
  actor: string
  /** The agreement, or the case. */
  about: string
  companyName: string
  reader: string
  language: Language
  link: string
}

type Words = {
  greeting: (name: string) => string
  headlines: Record<Letter['kind'], (letter: Letter) => string>
  read: string
  closing: string
}

const words: Record<Language, Words> = {
  en: {
    greeting: (name) => `Hello ${name},`,
    headlines: {
      ordered: ({ actor, about }) => `${actor} has ordered a voucher under “${about}”`,
      accepted: ({ companyName, about }) => `${companyName} has accepted your order under “${about}”`,
      declined: ({ companyName, about }) => `${companyName} has declined your order under “${about}”`,
      answered: ({ companyName, about }) => `${companyName} has answered your question about time on ${about}`,
    },
    read: 'Read more here:',
    closing: 'Please do not answer this mail; this address is not read.',
  },
  da: {
    greeting: (name) => `Hej ${name}`,
    headlines: {
      ordered: ({ actor, about }) => `${actor} har bestilt et klippekort under “${about}”`,
      accepted: ({ companyName, about }) => `${companyName} har accepteret din bestilling under “${about}”`,
      declined: ({ companyName, about }) => `${companyName} har afvist din bestilling under “${about}”`,
      answered: ({ companyName, about }) => `${companyName} har svaret på dit spørgsmål om tid på ${about}`,
    },
    read: 'Læs mere her:',
    closing: 'Svar venligst ikke på denne mail; adressen bliver ikke læst.',
  },
}

/** Its words in the reader's language. */
export function letterOf(letter: Letter): { subject: string; text: string } {
  const { greeting, headlines, read, closing } = words[letter.language]
  const headline = headlines[letter.kind](letter)
  const lines = [
    greeting(letter.reader),
    '',
    `${headline}.`,
    '',
    read,
    letter.link,
    '',
    closing,
    letter.companyName,
    '',
  ]
  return { subject: headline, text: lines.join('\n') }
}
