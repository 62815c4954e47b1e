import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Database } from '../db/database.ts'
import type { Budget, Limiter } from './limiter.ts'

type Bucket = {
  /** Most that can be taken at once. */
  capacity: number
  perSecond: number
  /** How many a process takes from the shared bucket at a time, to spend without asking again. */
  lease: number
}

const LEASE_LIFETIME_MS = 10_000
const KEYS_MAX = 20_000

function bucketsFor(ordinaryPerMinute: number): Record<Budget, Bucket> {
  return {
    ordinary: {
      capacity: ordinaryPerMinute,
      perSecond: ordinaryPerMinute / 60,
      lease: Math.max(1, Math.floor(ordinaryPerMinute / 20)),
    },
    search: {
      capacity: Math.ceil(ordinaryPerMinute / 2),
      perSecond: ordinaryPerMinute / 120,
      lease: Math.max(1, Math.floor(ordinaryPerMinute / 40)),
    },
    upload: { capacity: 120, perSecond: 1, lease: 1 },
    sign_in: { capacity: 20, perSecond: 20 / 60, lease: 1 },
    mail: { capacity: 20, perSecond: 20 / 3600, lease: 1 },
    guess: { capacity: 20, perSecond: 20 / 900, lease: 1 },
    account: { capacity: 200, perSecond: 200 / 3600, lease: 1 },
    address: { capacity: 3, perSecond: 3 / 3600, lease: 1 },
  }
}

/**
 * Token buckets in the database, shared by all processes. A process takes tokens in small leases, so that an
 * ordinary request does not cost a write; an empty bucket is remembered until it can give again.
 */
export function createLimiter(database: Database, now: () => Date, ordinaryPerMinute: number): Limiter {
  const buckets = bucketsFor(ordinaryPerMinute)
  const leases = new Map<string, Lease>()
  const asking = new Map<string, Promise<Lease>>()

  async function ask(key: string, bucket: Bucket, at: Date): Promise<Lease> {
    for (const count of bucket.lease === 1 ? [1] : [bucket.lease, 1]) {
      if (await takeShared(database, key, bucket, count, at))
        return { left: count, until: at.getTime() + LEASE_LIFETIME_MS }
    }
    return { left: 0, until: at.getTime() + 1000 / bucket.perSecond, isRefusal: true }
  }

  /** However many requests come at once, one of them asks for all. */
  async function renew(key: string, bucket: Bucket, at: Date): Promise<void> {
    const answer = asking.get(key) ?? ask(key, bucket, at).finally(() => asking.delete(key))
    if (!asking.has(key)) {
      asking.set(key, answer)
      if (leases.size >= KEYS_MAX) leases.clear()
      leases.set(key, await answer)
      return
    }
    await answer
  }

  return {
    async take(caller, budget) {
      const bucket = buckets[budget]
      const key = `${budget}:${caller}`
      for (;;) {
        const at = now()
        const held = leases.get(key)
        const isLive = held !== undefined && held.until > at.getTime()
        if (isLive && held.isRefusal === true) throw refusalUntil(held.until, at)
        if (isLive && held.left > 0) {
          held.left -= 1
          return
        }
        await renew(key, bucket, at)
      }
    },
  }
}

/** Tokens to spend, or the knowledge that there are none until then. */
type Lease = {
  left: number
  until: number
  isRefusal?: true
}

function refusalUntil(until: number, at: Date): Refusal {
  return new Refusal('rate_limited', { retryAfterSeconds: Math.ceil((until - at.getTime()) / 1000) })
}

async function takeShared(
  database: Database,
  key: string,
  { capacity, perSecond }: Bucket,
  count: number,
  at: Date,
): Promise<boolean> {
  const filled = Prisma.sql`LEAST(${capacity}::float8, b.tokens + GREATEST(0, EXTRACT(EPOCH FROM ${at}::timestamptz - b.updated_at)) * ${perSecond}::float8)`
  const taken = await database.reader.rows(Prisma.sql`
    INSERT INTO rate_limit_bucket AS b (key, tokens, updated_at) VALUES (${key}, ${capacity - count}::float8, ${at})
    ON CONFLICT (key) DO UPDATE SET tokens = ${filled} - ${count}::float8, updated_at = GREATEST(b.updated_at, ${at})
      WHERE ${filled} >= ${count}::float8
    RETURNING 1`)
  return taken.length > 0
}
