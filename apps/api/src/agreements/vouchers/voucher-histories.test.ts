import type { PotentialRow } from '@timedesk/contracts/potential'
import type { TimeEntry } from '@timedesk/contracts/time'
import type { Voucher } from '@timedesk/contracts/vouchers'
import { charge } from '@timedesk/domain/agreements/charge'
import { parseAmount } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCase } from '../../../test/build-case.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { money, openVoucherDesk } from '../../../test/voucher-desk.ts'
import { VoucherModel } from '../../../test/voucher-model.ts'
import { anyStep, take, type Step } from '../../../test/voucher-steps.ts'
import { rateAgain } from '../rate-again.ts'

const HISTORIES = 15
const STEPS = 25
const SEED = 20_260_302
const TIMEOUT_MS = 240_000
const OVERAGE_RATE = 110_037

let server: Awaited<ReturnType<typeof startServer>>
let desk: ReturnType<typeof openVoucherDesk>

beforeAll(async () => {
  server = await startServer()
  desk = openVoucherDesk(server)
})
afterAll(() => server.close())

const minor = ({ amount }: { amount: string }) => Number(parseAmount(amount))
const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)

type Stage = Awaited<ReturnType<typeof setStage>>

async function setStage(policy: 'bill' | 'approve') {
  desk.on('2026-03-02')
  const overageRate = money((OVERAGE_RATE / 100).toFixed(2))
  const { customerId, agreementId } = await desk.prepaid({ overagePolicy: policy, overageRate })
  const { id: caseId } = await buildCase(server, { customerId })
  return { server, desk, customerId, agreementId, caseId, policy, model: new VoucherModel(policy) }
}

/** Everything that a rule says has to be true, after every step (a to c). */
async function checkAgainstModel({ customerId, model, policy }: Stage): Promise<void> {
  const { data: vouchers } = await desk.succeed<{ data: Voucher[] }>(
    'GET',
    `/vouchers?customerId=${customerId}&limit=200`,
  )
  const { data: entries } = await desk.succeed<{ data: TimeEntry[] }>(
    'GET',
    `/time-entries?customerId=${customerId}&limit=200`,
  )
  const shown = vouchers.map(({ id, granted, used, expired, available }) => ({ id, granted, used, expired, available }))
  const expected = model.pools.map(({ id, granted, expired, balance }) => {
    const used = sum(model.entries.map(({ draws }) => draws.get(id) ?? 0))
    return { id, granted, used, expired, available: balance }
  })
  expect(shown).toEqual(expected.toReversed())
  for (const { id, granted, used, expired, available, liability } of vouchers) {
    expect(granted - used - expired - available).toBe(model.pool(id).cancelled)
    expect(minor(liability)).toBeGreaterThanOrEqual(0)
    if (available === 0) expect(minor(liability)).toBe(0)
  }
  // (b) over all of the customer's vouchers, transfers cancel out.
  const paid = sum(vouchers.map(({ price }) => minor(price)))
  const credited = sum(vouchers.map((voucher) => minor(voucher.credited)))
  expect(sum(vouchers.map(({ recognised, liability }) => minor(recognised) + minor(liability))) + credited).toBe(paid)
  // (a), and (c) by entry.
  expect(new Set(entries.map(({ id }) => id))).toEqual(new Set(model.entries.map(({ id }) => id)))
  for (const { id, billableMinutes, pieces, amount } of entries) {
    const entry = model.entries.find((candidate) => candidate.id === id)
    expect(sum(pieces.map(({ minutes }) => minutes))).toBe(billableMinutes)
    const drawn = pieces.flatMap(({ pool, units }) => (pool === null ? [] : [[pool.id, units] as const]))
    expect(new Map(drawn)).toEqual(entry?.draws)
    expect(amount === null ? null : minor(amount)).toBe(charge(entry?.overage ?? 0, OVERAGE_RATE))
  }
  const overageOf = (isCounted: (entry: (typeof model.entries)[number]) => boolean) =>
    sum(model.entries.filter(isCounted).map(({ overage }) => charge(overage, OVERAGE_RATE)))
  const { data } = await desk.succeed<{ data: PotentialRow[] }>('GET', '/potential?limit=200')
  const row = data.find(({ customer }) => customer.id === customerId)
  const held = overageOf((entry) => model.isHeld(entry))
  const declined = overageOf(({ verdict }) => verdict === 'declined')
  expect(row === undefined ? 0 : minor(row.held)).toBe(held)
  expect(row === undefined ? 0 : minor(row.ready)).toBe(overageOf(() => true) - held - declined + paid - credited)
  expect(policy === 'bill' && held > 0).toBe(false)
}

const rowsOf = (customerId: string) =>
  server.database.reader.rows(Prisma.sql`SELECT
      (SELECT json_agg(l ORDER BY l.sequence) FROM pool_ledger l WHERE l.customer_id = ${customerId}::uuid) AS ledger,
      (SELECT json_agg(to_jsonb(p) ORDER BY p.entry_id, p.position) FROM cover_piece p JOIN time_entry t ON t.id = p.entry_id
        WHERE t.customer_id = ${customerId}::uuid) AS pieces`)

const rateAll = (customerId: string) =>
  server.database.transact((tx) => {
    const actor = { kind: 'system', id: null, name: 'Test' } as const
    const context = { actor, now: server.clock.now, newId: server.deps.newId, requestId: null, written: [] }
    return rateAgain(tx, context, customerId, { all: true })
  })

test(
  'whatever is sold, drawn, changed, moved, expired, extended and cancelled, vouchers are as one would keep them on paper',
  async () => {
    const histories = fc.array(anyStep, { minLength: STEPS, maxLength: STEPS })
    const taken = new Map<Step['do'], number>()
    const property = fc.asyncProperty(
      fc.constantFrom('bill' as const, 'approve' as const),
      histories,
      async (policy, steps) => {
        const stage = await setStage(policy)
        for (const step of steps) {
          const { answered, expected } = await take(stage, step)
          expect({ step, status: answered }).toEqual({ step, status: expected })
          if (answered > 0 && answered < 300) taken.set(step.do, (taken.get(step.do) ?? 0) + 1)
          await checkAgainstModel(stage)
        }
        // (f) Rating all anew covers it in the order of the work; again, and the daily job again, change nothing.
        await rateAll(stage.customerId)
        stage.model.coverAll()
        await checkAgainstModel(stage)
        await desk.settle()
        stage.model.expire(server.clock.now.toISOString().slice(0, 10))
        await checkAgainstModel(stage)
        const before = await rowsOf(stage.customerId)
        await rateAll(stage.customerId)
        await desk.settle()
        expect(await rowsOf(stage.customerId)).toEqual(before)
        expect(await integrityViolations(server)).toEqual([])
      },
    )
    await fc.assert(property, { numRuns: HISTORIES, seed: SEED, endOnFailure: true })
    expect(
      Math.min(
        ...['sell', 'register', 'edit', 'remove', 'adjust', 'transfer', 'extend', 'cancel', 'decide'].map(
          (kind) => taken.get(kind as Step['do']) ?? 0,
        ),
      ),
    ).toBeGreaterThan(0)
  },
  TIMEOUT_MS,
)
