import type { Language } from '@timedesk/contracts/primitives'
import { customerStatus } from './status.ts'
import type { CustomerStatus, StatusCategory } from './status.ts'

const words: Record<Language, Record<CustomerStatus, string>> = {
  en: {
    received: 'Received',
    in_progress: 'In progress',
    needs_your_answer: 'Waiting for you',
    with_a_partner: 'Waiting for others',
    solved: 'Solved',
    closed: 'Closed',
    cancelled: 'Cancelled',
  },
  da: {
    received: 'Modtaget',
    in_progress: 'I gang',
    needs_your_answer: 'Venter på dig',
    with_a_partner: 'Venter på andre',
    solved: 'Løst',
    closed: 'Lukket',
    cancelled: 'Annulleret',
  },
}

/** A status as customers read it: in the company's own words for it, else in the standard ones of its category. */
export function customerWords(
  category: StatusCategory,
  wording: Readonly<Record<Language, string>> | null,
  language: Language,
): string {
  return wording?.[language] ?? words[language][customerStatus(category)]
}
