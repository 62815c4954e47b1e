import type { SignedIn } from '@timedesk/contracts/identity'
import type { FastifyReply } from 'fastify'
import type { z } from 'zod'
import type { Deps } from '../platform/deps.ts'
import { ACCESS_LIFETIME_SECONDS } from '../platform/access/access-tokens.ts'
import { writeCookie } from './cookies.ts'
import type { Portal } from './portals.ts'
import type { LiveSession } from './sessions.ts'

const DEVICE_LIFETIME_MS = 180 * 24 * 60 * 60 * 1000

type HandedOver = Omit<LiveSession, 'refresh'> & { refresh: string | null; deviceCookie?: string }

/** Puts a session into the browser's cookies. The access cookie lives exactly as long as its proof. */
export async function handOverSession(
  { publicUrl, tokens, now }: Deps,
  reply: FastifyReply,
  { audience }: Portal,
  { id, personId, refresh, expiresAt, deviceCookie }: HandedOver,
): Promise<z.input<typeof SignedIn>> {
  const at = now()
  const access = await tokens.sign(audience, { sessionId: id, personId }, at)
  const accessExpiresAt = new Date((Math.floor(at.getTime() / 1000) + ACCESS_LIFETIME_SECONDS) * 1000)
  writeCookie(reply, publicUrl, audience, 'access', access, accessExpiresAt)
  if (refresh !== null) writeCookie(reply, publicUrl, audience, 'refresh', refresh, expiresAt)
  if (deviceCookie !== undefined)
    writeCookie(reply, publicUrl, audience, 'device', deviceCookie, new Date(at.getTime() + DEVICE_LIFETIME_MS))
  return { accessExpiresAt: accessExpiresAt.toISOString() }
}
