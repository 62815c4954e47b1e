import { extranetRefreshSession } from '@timedesk/contracts/extranet-identity'
import { refreshSession, type SignedIn } from '@timedesk/contracts/identity'
import type { Route } from '@timedesk/contracts/route'
import type { z } from 'zod'
import { isRefusal } from './api-error.ts'

/** Who has a session: each audience has cookies of its own. */
export type Audience = 'staff' | 'contact'

/** Until when a session's access cookie lasts. */
export type Renewed = z.output<typeof SignedIn>

/** Runs one act at a time under a name, across all tabs of a browser. */
export type Exclusively = (name: string, act: () => Promise<Renewed>) => Promise<Renewed>

const UNAUTHENTICATED_STATUS = 401
const refreshRoutes = { staff: refreshSession, contact: extranetRefreshSession } as const

type Dependencies = {
  refresh: (route: (typeof refreshRoutes)[Audience]) => Promise<Renewed>
  exclusively: Exclusively
  onUnauthenticated: (audience: Audience) => void
}

export type Sessions = {
  keepAlive: <Result>(route: Route, attempt: () => Promise<Result>) => Promise<Result>
  renew: (audience: Audience) => Promise<Renewed>
}

/**
 * Keeps cookie sessions alive: a call that finds its access cookie expired has it refreshed, once for all calls that
 * wait, and is repeated. When there is no session left, `onUnauthenticated` hears of it and the refusal is thrown.
 */
export function createSessions({ refresh, exclusively, onUnauthenticated }: Dependencies): Sessions {
  const underWay = new Map<Audience, Promise<Renewed>>()
  const refreshed: Record<Audience, number> = { staff: 0, contact: 0 }

  /** Tabs share the cookies: one that exchanged the same secret a second time would end the session. */
  async function exchange(audience: Audience): Promise<Renewed> {
    try {
      const renewed = await exclusively(`timedesk-session-${audience}`, () => refresh(refreshRoutes[audience]))
      refreshed[audience] += 1
      return renewed
    } catch (error) {
      if (isRefusal(error) && error.status === UNAUTHENTICATED_STATUS) onUnauthenticated(audience)
      throw error
    } finally {
      underWay.delete(audience)
    }
  }

  function renew(audience: Audience): Promise<Renewed> {
    const renewal = underWay.get(audience) ?? exchange(audience)
    underWay.set(audience, renewal)
    return renewal
  }

  /** Resolves when the cookie is fresh; rejects with the call's own refusal when the session is over. */
  async function freshen(audience: Audience, refreshedBefore: number, refusal: unknown): Promise<void> {
    if (refreshed[audience] !== refreshedBefore) return
    await renew(audience).catch((error: unknown) => {
      throw isRefusal(error) && error.status === UNAUTHENTICATED_STATUS ? refusal : error
    })
  }

  async function keepAlive<Result>(route: Route, attempt: () => Promise<Result>): Promise<Result> {
    const { audience } = route.access
    if (audience === 'public') return attempt()
    const refreshedBefore = refreshed[audience]
    try {
      return await attempt()
    } catch (refusal) {
      if (!isRefusal(refusal, 'unauthenticated')) throw refusal
      await freshen(audience, refreshedBefore, refusal)
    }
    try {
      return await attempt()
    } catch (error) {
      if (isRefusal(error, 'unauthenticated')) onUnauthenticated(audience)
      throw error
    }
  }

  return { keepAlive, renew }
}

/** Takes a lock that all tabs of the browser share. Where there are no such locks, as without HTTPS, just acts. */
export const exclusivelyAcrossTabs: Exclusively = async (name, act) => {
  const { locks } = globalThis.navigator as { locks?: LockManager }
  return locks === undefined ? act() : locks.request(name, act)
}
