import { PASSWORD_LENGTH_MIN } from '@timedesk/contracts/limits'
import { Refusal } from '@timedesk/contracts/refusal'
import { commonPasswords } from './common-passwords.ts'

const PART_LENGTH_MIN = 4

type Surroundings = { name: string; email: string; companyName: string }

/**
 * A password has to be long, and neither one that everybody uses nor one that can be read off the account. What it is
 * composed of is the owner's business. Refuses with `password_refused`, pointing at `/body/password`.
 */
export function requireGoodPassword(password: string, { name, email, companyName }: Surroundings): void {
  if (Array.from(password).length < PASSWORD_LENGTH_MIN)
    throw refuse('too_short', `Use at least ${String(PASSWORD_LENGTH_MIN)} characters.`)
  const plain = fold(password)
  if (commonPasswords.has(plain) || /^(.{1,4})\1+$/u.test(plain))
    throw refuse('too_common', 'Too many people use this password.')
  const [local = ''] = email.split('@')
  if ([name, email, local, companyName].some((known) => isMadeOf(plain, fold(known))))
    throw refuse('too_personal', 'The password must not be made of your name, your address or the company.')
}

/** Whether nothing is left of the password but digits and signs once what is known is taken away. */
function isMadeOf(plain: string, known: string): boolean {
  if (known.length < PART_LENGTH_MIN || !plain.includes(known)) return false
  return plain.replaceAll(known, '').replaceAll(/[\d\W_]/gu, '').length < PART_LENGTH_MIN
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, '')
}

function refuse(code: string, message: string): Refusal {
  return new Refusal('password_refused', { detail: message, fields: [{ pointer: '/body/password', code, message }] })
}
