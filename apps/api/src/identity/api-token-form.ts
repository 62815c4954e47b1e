import { createHash, randomBytes } from 'node:crypto'

const PREFIX = 'td_pat_'
const RANDOM_BYTES = 24
const CHECKSUM_LENGTH = 8

/** A new API token. Prefix and checksum let scanners tell a leaked one from a random text. */
export function newApiToken(): string {
  const random = randomBytes(RANDOM_BYTES).toString('hex')
  return `${PREFIX}${random}${checksumOf(random)}`
}

/** Whether a text has the form of an API token, so that mistyped and foreign ones need no look into the database. */
export function isApiToken(text: string): boolean {
  if (!text.startsWith(PREFIX)) return false
  const random = text.slice(PREFIX.length, -CHECKSUM_LENGTH)
  return random.length === RANDOM_BYTES * 2 && text.endsWith(checksumOf(random))
}

function checksumOf(random: string): string {
  return createHash('sha256').update(random).digest('hex').slice(0, CHECKSUM_LENGTH)
}
