import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Audience } from '../platform/access/access-tokens.ts'

type Kind = 'access' | 'refresh' | 'device'

/** `__Host-` cookies need TLS; a plain http address (a trial on one's own machine) gets the same cookies without the prefix. */
export function cookieName(publicUrl: string, audience: Audience, kind: Kind): string {
  return `${publicUrl.startsWith('https:') ? '__Host-' : ''}td-${audience}-${kind}`
}

/** The value of one of our cookies; undefined without. */
export function readCookie(
  request: FastifyRequest,
  publicUrl: string,
  audience: Audience,
  kind: Kind,
): string | undefined {
  return request.cookies[cookieName(publicUrl, audience, kind)]
}

/** Sets a cookie that scripts cannot read and other sites cannot send. */
export function writeCookie(
  reply: FastifyReply,
  publicUrl: string,
  audience: Audience,
  kind: Kind,
  value: string,
  expires: Date,
): void {
  void reply.setCookie(cookieName(publicUrl, audience, kind), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
    expires,
  })
}

/** Takes a session's cookies away; the mark of the known device stays. */
export function clearCookies(reply: FastifyReply, publicUrl: string, audience: Audience): void {
  for (const kind of ['access', 'refresh'] as const) {
    void reply.clearCookie(cookieName(publicUrl, audience, kind), {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: publicUrl.startsWith('https:'),
    })
  }
}
