import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Audience } from '../platform/access/access-tokens.ts'

/** Where somebody has signed in to an account before. It proves nothing else: a password is asked for all the same. */
export type DeviceMark = { audience: Audience; email: string; deviceId: string }

/** The cookie of a device that has signed in to the account. */
export function signDevice(secret: string, mark: DeviceMark): string {
  return `${mark.deviceId}.${signatureOf(secret, mark).toString('base64url')}`
}

/** The id of a device that has signed in to this account before; null for any other, and for a forged cookie. */
export function knownDeviceOf(
  secret: string,
  cookie: string | undefined,
  account: Omit<DeviceMark, 'deviceId'>,
): string | null {
  const [, deviceId = '', signature = ''] = /^([0-9a-f-]{36})\.([\w-]{43})$/u.exec(cookie ?? '') ?? []
  if (deviceId === '') return null
  const given = Buffer.from(signature, 'base64url')
  const expected = signatureOf(secret, { ...account, deviceId })
  return given.length === expected.length && timingSafeEqual(given, expected) ? deviceId : null
}

function signatureOf(secret: string, { audience, email, deviceId }: DeviceMark): Buffer {
  return createHmac('sha256', secret).update(`known-device\n${audience}\n${email}\n${deviceId}`).digest()
}
