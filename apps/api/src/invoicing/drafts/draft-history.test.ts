import { Prisma } from '@timedesk/prisma/client'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anyStep, openDraftSteps } from '../../../test/draft-steps.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { keyOf } from '../../../test/invoice-desk.ts'
import { openPostingDesk } from '../../../test/posting-desk.ts'

const RUNS = 12
const STEPS_MAX = 14
const TIMEOUT_MS = 240_000

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openPostingDesk>>

beforeAll(async () => {
  server = await startServer()
  desk = await openPostingDesk(server)
})
afterAll(() => server.close())

/** What was registered, and where it is now, in minor units. */
async function whereabouts(customerId: string) {
  const [row] = await server.database.reader.rows<{
    registered: number
    potential: number
    claimed: number
    givenUp: number
  }>(
    Prisma.sql`SELECT
      (SELECT coalesce(sum(r.amount), 0) FROM time_rating r JOIN time_entry t ON t.id = r.entry_id WHERE t.customer_id = ${customerId}::uuid)::int AS registered,
      (SELECT coalesce(sum(m.amount), 0) FROM potential_mark m WHERE m.customer_id = ${customerId}::uuid AND m.kind = 'write_off' AND m.released_at IS NULL)::int AS "givenUp",
      (SELECT coalesce(sum(CASE i.kind WHEN 'credit_note' THEN -s.registered ELSE s.registered END), 0) FROM invoice_source s
        JOIN invoice i ON i.id = s.invoice_id WHERE s.customer_id = ${customerId}::uuid AND s.is_live)::int AS claimed, 0 AS potential`,
  )
  const items = await desk.items(customerId)
  const potential = items.reduce((sum, { amount }) => sum + Math.round(Number(amount?.amount ?? 0) * 100), 0)
  return { registered: 0, claimed: 0, givenUp: 0, ...row, potential }
}

test(
  'however it is drafted, changed, held, written off, corrected and posted: what was registered is somewhere, once',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 3, maxLength: STEPS_MAX }), async (steps) => {
        const customerId = await desk.customer()
        const history = openDraftSteps(desk, customerId)
        await desk.work(customerId, 50)
        await desk.postReady(customerId)
        for (const minutes of [70, 20, 7]) await desk.work(customerId, minutes)
        await desk.draft({ customerId, items: (await desk.items(customerId)).slice(0, 2).map(keyOf) })
        for (const step of steps) {
          const answer = await history.take(step)
          const status = (answer as { statusCode?: number } | undefined)?.statusCode ?? 200
          expect(status, JSON.stringify(step)).toBeLessThan(500)
          const { registered, potential, claimed, givenUp } = await whereabouts(customerId)
          expect(potential + claimed + givenUp, JSON.stringify(step)).toBe(registered)
          expect(await integrityViolations(server), JSON.stringify(step)).toEqual([])
        }
      }),
      { numRuns: RUNS },
    )
  },
  TIMEOUT_MS,
)
