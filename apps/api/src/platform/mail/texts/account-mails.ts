import type { Language } from '@timedesk/contracts/primitives'

type Facts = {
  reader: string
  companyName: string
  /** Opens the page where a password is chosen; its fragment is the secret. */
  link: string
}

type Words = { subject: (companyName: string) => string; before: (companyName: string) => string; after: string }

const words: Record<Language, Record<'invitation' | 'reset', Words> & { greeting: (name: string) => string }> = {
  en: {
    greeting: (name) => `Hello ${name},`,
    invitation: {
      subject: (companyName) => `Your access to the support of ${companyName}`,
      before: (companyName) => `${companyName} has made an account for you. Choose your password here:`,
      after: 'The link works once and for seven days.',
    },
    reset: {
      subject: (companyName) => `A new password for the support of ${companyName}`,
      before: () => 'Somebody, probably you, has asked for a new password. Choose it here:',
      after: 'The link works once and for 24 hours. If it was not you, do nothing: your password stays as it is.',
    },
  },
  da: {
    greeting: (name) => `Hej ${name}`,
    invitation: {
      subject: (companyName) => `Din adgang til support hos ${companyName}`,
      before: (companyName) => `${companyName} har oprettet en konto til dig. Vælg din adgangskode her:`,
      after: 'Linket virker én gang og i syv dage.',
    },
    reset: {
      subject: (companyName) => `Ny adgangskode til support hos ${companyName}`,
      before: () => 'Nogen, sandsynligvis dig, har bedt om en ny adgangskode. Vælg den her:',
      after:
        'Linket virker én gang og i 24 timer. Var det ikke dig, så gør ingenting: din adgangskode bliver, som den er.',
    },
  },
}

/** The words of a mail that lets somebody choose a password, in their language. */
export function accountMailOf(
  purpose: 'invitation' | 'reset',
  language: Language,
  { reader, companyName, link }: Facts,
): { subject: string; text: string } {
  const { greeting, [purpose]: mail } = words[language]
  const lines = [greeting(reader), '', mail.before(companyName), link, '', mail.after, '', companyName, '']
  return { subject: mail.subject(companyName), text: lines.join('\n') }
}
