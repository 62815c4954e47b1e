import { createHmac } from 'node:crypto'
import { SignJWT, jwtVerify } from 'jose'

export const ACCESS_LIFETIME_SECONDS = 10 * 60

export type Audience = 'desk' | 'extranet'

export type AccessClaims = {
  sessionId: string
  personId: string
}

/** Short-lived proofs of a session. A proof alone grants nothing: the session is read again at each request. */
export type Tokens = {
  sign: (audience: Audience, claims: AccessClaims, now: Date) => Promise<string>
  /** The claims; null when the proof is forged, expired or meant for the other audience. */
  verify: (audience: Audience, token: string, now: Date) => Promise<AccessClaims | null>
}

/** One derived HMAC key; the algorithm is fixed, so a token cannot choose a weaker one. */
export function createTokens(secret: string): Tokens {
  const key = createHmac('sha256', secret).update('access-tokens').digest()
  return {
    sign: (audience, { sessionId, personId }, now) =>
      new SignJWT({ sid: sessionId })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(personId)
        .setAudience(audience)
        .setIssuedAt(Math.floor(now.getTime() / 1000))
        .setExpirationTime(Math.floor(now.getTime() / 1000) + ACCESS_LIFETIME_SECONDS)
        .sign(key),
    async verify(audience, token, now) {
      try {
        const { payload } = await jwtVerify<{ sid?: unknown }>(token, key, {
          audience,
          algorithms: ['HS256'],
          currentDate: now,
        })
        if (typeof payload.sid !== 'string' || typeof payload.sub !== 'string') return null
        return { sessionId: payload.sid, personId: payload.sub }
      } catch {
        return null
      }
    },
  }
}
