import type { Client } from './call.ts'
import { isRefusal } from './api-error.ts'
import { sleep as timerSleep, type Sleep } from './retry.ts'
import type { Audience } from './sessions.ts'

const RENEWED_BEFORE_MS = 60_000
const WAIT_MIN_MS = 10_000

type Platform = { sleep?: Sleep; now?: () => number }

/**
 * Renews the session at once and then a minute before each expiry, so that links and images, which cannot renew it
 * themselves, keep working. Ends with the session, or when `stop` is called; network trouble only delays it.
 */
export function startSessionKeeper(
  client: Pick<Client, 'renewSession'>,
  audience: Audience,
  { sleep = timerSleep, now = Date.now }: Platform = {},
): { stop: () => void } {
  const stopping = new AbortController()

  async function waitMs(): Promise<number> {
    try {
      const { accessExpiresAt } = await client.renewSession(audience)
      return Math.max(WAIT_MIN_MS, Date.parse(accessExpiresAt) - now() - RENEWED_BEFORE_MS)
    } catch (error) {
      if (isRefusal(error)) stopping.abort()
      return WAIT_MIN_MS
    }
  }

  async function keep(): Promise<void> {
    while (!stopping.signal.aborted) {
      const pause = await waitMs()
      await sleep(pause, stopping.signal).catch(() => undefined)
    }
  }

  void keep()
  return { stop: () => stopping.abort() }
}
