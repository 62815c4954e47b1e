import { createHash } from 'node:crypto'
import type { Deps } from '../platform/deps.ts'
import type { Audience } from '../platform/access/access-tokens.ts'

type Attempt = {
  audience: Audience
  email: string
  ipAddress: string
  /** The device, where it has signed in to this account before. */
  deviceId: string | null
}

/**
 * Bounds guessing at one account, whether or not it exists: closely for each address it comes from, loosely over all of
 * them. A device that has signed in before has a bucket of its own, so that nobody can lock its owner out from
 * elsewhere. Refuses with `rate_limited`.
 */
export async function throttleSignIn(
  limiter: Deps['limiter'],
  { audience, email, ipAddress, deviceId }: Attempt,
): Promise<void> {
  if (deviceId !== null) {
    await limiter.take(`device:${deviceId}`, 'guess')
    return
  }
  await limiter.take(keyOf(audience, email, ipAddress), 'guess')
  await limiter.take(keyOf(audience, email), 'account')
}

/** Bounds the mail that strangers can send to one address. Refuses with `rate_limited`. */
export function throttleMail(limiter: Deps['limiter'], audience: Audience, email: string): Promise<void> {
  return limiter.take(keyOf(audience, email), 'address')
}

/** Limits outlive their accounts; the addresses themselves do not have to. */
function keyOf(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('base64url')
}
