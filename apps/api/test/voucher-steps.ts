import { addDays } from '@timedesk/domain/calendar/days'
import fc from 'fast-check'
import { buildEmployee } from './factories.ts'
import type { TestServer } from './harness.ts'
import { money, type openVoucherDesk } from './voucher-desk.ts'
import { isOver, type ModelEntry, type ModelPool, type VoucherModel } from './voucher-model.ts'

/** Something that is done to a customer's vouchers and time; places pick from what there is then. */
export type Step =
  | { do: 'sell'; units: number; price: number; since: number; days: number | null }
  | { do: 'register'; minutes: number; ago: number }
  | { do: 'edit'; place: number; minutes: number }
  | { do: 'remove'; place: number }
  | { do: 'adjust'; place: number; units: number }
  | { do: 'transfer'; place: number; to: number; units: number }
  | { do: 'wait'; days: number }
  | { do: 'extend'; place: number; days: number | null }
  | { do: 'cancel'; place: number }
  | { do: 'decide'; place: number; verdict: 'accepted' | 'declined' }

const place = fc.nat({ max: 50 })
const minutes = fc.integer({ min: 1, max: 300 })

export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('sell' as const),
      units: fc.integer({ min: 1, max: 500 }),
      price: fc.integer({ min: 0, max: 1_000_000 }),
      since: fc.integer({ min: 0, max: 30 }),
      days: fc.option(fc.integer({ min: 0, max: 40 })),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant('register' as const), minutes, ago: fc.integer({ min: 0, max: 20 }) }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('edit' as const), place, minutes }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('remove' as const), place }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('adjust' as const), place, units: fc.integer({ min: -200, max: 200 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('transfer' as const), place, to: place, units: minutes }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 15 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('extend' as const),
      place,
      days: fc.option(fc.integer({ min: -5, max: 40 })),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const), place }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      place,
      verdict: fc.constantFrom('accepted' as const, 'declined' as const),
    }),
  },
)

const reason = 'Agreed on the phone.'

type Stage = {
  server: TestServer
  desk: ReturnType<typeof openVoucherDesk>
  model: VoucherModel
  customerId: string
  agreementId: string
  caseId: string
}

/** Takes a step through the API and in the model, and says what the API answered and what the model would have. */
export async function take(stage: Stage, step: Step): Promise<{ answered: number; expected: number }> {
  const { model } = stage
  switch (step.do) {
    case 'sell':
    case 'register':
    case 'wait':
      return begin(stage, step)
    case 'edit':
    case 'remove':
    case 'decide': {
      const entry = model.entries[step.place % Math.max(1, model.entries.length)]
      return entry === undefined ? { answered: 0, expected: 0 } : changeEntry(stage, step, entry)
    }
    case 'adjust':
    case 'transfer':
    case 'extend':
    case 'cancel': {
      const pool = model.pools[step.place % Math.max(1, model.pools.length)]
      return pool === undefined ? { answered: 0, expected: 0 } : movePool(stage, step, pool)
    }
  }
}

const todayOf = ({ server }: Stage) => server.clock.now.toISOString().slice(0, 10)

async function begin(stage: Stage, step: Extract<Step, { do: 'sell' | 'register' | 'wait' }>) {
  const { desk, model, agreementId, customerId, caseId } = stage
  const today = todayOf(stage)
  if (step.do === 'wait') {
    desk.on(addDays(today, step.days))
    await desk.settle()
    model.expire(todayOf(stage))
    return { answered: 0, expected: 0 }
  }
  if (step.do === 'register') {
    const workDate = addDays(today, -step.ago)
    const { id } = await desk.work(customerId, step.minutes, { caseId, workDate })
    model.register(id, workDate, step.minutes)
    return { answered: 201, expected: 201 }
  }
  const validFrom = addDays(today, -step.since)
  const expiresOn = step.days === null ? null : addDays(today, step.days)
  const price = money((step.price / 100).toFixed(2))
  const sold = await desk.sell(agreementId, { quantity: step.units, price, validFrom, expiresOn })
  model.sell({ id: sold.id, number: sold.number, units: step.units, validFrom, expiresOn })
  return { answered: 201, expected: 201 }
}

async function changeEntry(
  { desk, model }: Stage,
  step: Extract<Step, { do: 'edit' | 'remove' | 'decide' }>,
  entry: ModelEntry,
) {
  if (step.do === 'remove') {
    const { statusCode } = await desk.send('DELETE', `/time-entries/${entry.id}`)
    model.remove(entry)
    return { answered: statusCode, expected: 204 }
  }
  if (step.do === 'edit') {
    const { statusCode } = await desk.send('PATCH', `/time-entries/${entry.id}`, { minutes: step.minutes })
    model.edit(entry, step.minutes)
    return { answered: statusCode, expected: 200 }
  }
  const { verdict } = step
  const { statusCode } = await desk.send('PUT', `/time-entries/${entry.id}/overage-decision`, { verdict, reason })
  const isDecided = statusCode === 200
  if (isDecided) entry.verdict = verdict
  // What was decided may be decided anew; what waits has to be.
  return { answered: statusCode, expected: model.isHeld(entry) ? 200 : statusCode }
}

async function movePool(
  stage: Stage,
  step: Extract<Step, { do: 'adjust' | 'transfer' | 'extend' | 'cancel' }>,
  pool: ModelPool,
) {
  const { server, desk, model } = stage
  const today = todayOf(stage)
  const isLive = (candidate: ModelPool) => candidate.isOpen && !isOver(candidate, today)
  const move = async (payload: object, movement: string, isAllowed: boolean, apply: () => void) => {
    const { statusCode } = await desk.move(pool.id, movement, payload)
    if (isAllowed) apply()
    return { answered: statusCode, expected: isAllowed ? 201 : 409 }
  }
  switch (step.do) {
    case 'adjust': {
      const { id: approverId } = await buildEmployee(server, { role: 'lead' })
      // The last units may have been paid for: they are not to be adjusted away here.
      const units = step.units === 0 || pool.balance + step.units === 0 ? 1 : step.units
      const isAllowed = isLive(pool) && pool.balance + units >= 0
      return move({ units, reason, approverId }, 'adjustments', isAllowed, () => model.adjust(pool, units))
    }
    case 'transfer': {
      const to = model.pools[step.to % model.pools.length] ?? pool
      const isAllowed = isLive(pool) && isLive(to) && to !== pool && step.units <= pool.balance
      const payload = { toVoucherId: to.id, units: step.units, reason }
      return move(payload, 'transfers', isAllowed, () => model.transfer(pool, to, step.units))
    }
    case 'extend': {
      const expiresOn = step.days === null ? null : addDays(today, step.days)
      const isLater =
        expiresOn === null || (pool.expiresOn !== null && expiresOn > pool.expiresOn && expiresOn >= today)
      const isAllowed = !pool.isCancelled && pool.expiresOn !== null && isLater
      return move({ expiresOn, reason }, 'extensions', isAllowed, () => model.extend(pool, expiresOn))
    }
    case 'cancel': {
      const isAllowed = pool.balance > 0 && (pool.isCancelled || !isOver(pool, today))
      return move({ reason }, 'cancellation', isAllowed, () => model.cancel(pool))
    }
  }
}
