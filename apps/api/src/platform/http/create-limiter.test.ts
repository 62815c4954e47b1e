import { Refusal } from '@timedesk/contracts/refusal'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer } from '../../../test/harness.ts'
import { createLimiter } from './create-limiter.ts'

let server: Awaited<ReturnType<typeof startServer>>

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

async function countTaken(take: () => Promise<void>, tries: number): Promise<number> {
  const outcomes = await Promise.allSettled(Array.from({ length: tries }, take))
  return outcomes.filter(({ status }) => status === 'fulfilled').length
}

test('two processes share one bucket', async () => {
  const now = () => server.clock.now
  const one = createLimiter(server.database, now, 1200)
  const other = createLimiter(server.database, now, 1200)

  const taken =
    (await countTaken(() => one.take('ip:shared', 'address'), 8)) +
    (await countTaken(() => other.take('ip:shared', 'address'), 8))

  expect(taken).toBe(3)
})

test('a refusal says when to come back, and then one may', async () => {
  let at = server.clock.now
  const limiter = createLimiter(server.database, () => at, 1200)
  await countTaken(() => limiter.take('ip:patient', 'address'), 5)

  const refusal = await limiter.take('ip:patient', 'address').catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(Refusal)
  const { code, details } = refusal as Refusal
  expect(code).toBe('rate_limited')

  at = new Date(at.getTime() + (details.retryAfterSeconds ?? 0) * 1000)
  await expect(limiter.take('ip:patient', 'address')).resolves.toBeUndefined()
})

test('ordinary requests never exceed the bucket, however the leases fall', async () => {
  const limiters = Array.from({ length: 3 }, () => createLimiter(server.database, () => server.clock.now, 100))

  const taken = await Promise.all(
    limiters.map((limiter) => countTaken(() => limiter.take('employee:busy', 'ordinary'), 60)),
  )

  const sum = taken.reduce((total, each) => total + each, 0)
  expect(sum).toBeLessThanOrEqual(100)
  expect(sum).toBeGreaterThan(80)
})
