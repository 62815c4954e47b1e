import { createHmac, randomBytes } from 'node:crypto'

const SALT_BYTES = 32

/** What a secret is derived from. Alone it is worth nothing: the key of the installation belongs to it. */
export function newSalt(): string {
  return randomBytes(SALT_BYTES).toString('base64url')
}

function keyOf(installationSecret: string, salt: string): Buffer {
  return createHmac('sha256', installationSecret).update(`context-card\n${salt}`).digest()
}

/** The secret as the other side is told it, in the form of Standard Webhooks. */
export function secretOf(installationSecret: string, salt: string): string {
  return `whsec_${keyOf(installationSecret, salt).toString('base64')}`
}

/** The salts of a card, of which the former signs too for a while. */
export type Salts = { secretSalt: string; formerSalt: string | null; formerUntil: Date | null }

/** The salts that sign now, the present one first. */
export function liveSalts({ secretSalt, formerSalt, formerUntil }: Salts, now: Date): string[] {
  const isFormerLive = formerSalt !== null && formerUntil !== null && formerUntil > now
  return isFormerLive ? [secretSalt, formerSalt] : [secretSalt]
}

type Message = { id: string; sentAt: Date; body: string }

/** The three headers of Standard Webhooks: id, seconds since 1970, and a signature by each secret. */
export function signatureHeaders(
  installationSecret: string,
  salts: readonly string[],
  { id, sentAt, body }: Message,
): Record<string, string> {
  const timestamp = String(Math.floor(sentAt.getTime() / 1000))
  const signatures = salts.map((salt) => {
    const key = keyOf(installationSecret, salt)
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
  })
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') }
}
