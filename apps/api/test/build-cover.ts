import { daysBetween, mondayOf } from '@timedesk/domain/calendar/days'
import { newId } from '../src/platform/new-id.ts'
import { buildAgreement } from './build-agreement.ts'
import { SUPPORT_ACTIVITY_ID } from './factories.ts'
import type { TestServer } from './harness.ts'

/** An agreement that is paid in advance: a voucher's unless said otherwise, active since 2025. */
export function buildPrepaid(
  server: TestServer,
  given: Parameters<typeof buildAgreement>[1] & { settlement?: 'voucher' | 'subscription' },
): Promise<{ id: string }> {
  return buildAgreement(server, { heading: 'Support voucher', settlement: 'voucher', ...given })
}

type Pool = {
  customerId: string
  agreementId: string
  unit?: 'minutes' | 'cases' | 'money'
  units?: number
  name?: string
  validFrom?: string
  expiresOn?: string
  /** The company's day on which it was sold or granted. */
  bookedOn?: string
}

/** A voucher of ten hours unless said otherwise, sold for its price in minor units. */
export async function buildVoucher(
  server: TestServer,
  given: Pool & { price?: number; state?: 'ordered' | 'active' },
): Promise<{ id: string }> {
  const { price = 900_000, state = 'active', units = 600, validFrom = '2026-01-01', bookedOn = validFrom } = given
  const { customerId, agreementId } = given
  const id = await createPool(server, { ...given, validFrom }, { kind: 'voucher', isOpen: state === 'active' })
  await server.deps.database.transact(async (tx) => {
    await tx.voucher.create({
      data: {
        ...{ id, customerId, agreementId, quantity: BigInt(units), price: BigInt(price), currency: 'DKK', state },
        soldOn: date(bookedOn),
      },
    })
    await tx.poolLedger.create({
      data: {
        ...movement(server, { customerId, poolId: id, bookedOn }),
        ...{ kind: 'sale', units: BigInt(units), liabilityChange: BigInt(price) },
      },
    })
  })
  return { id }
}

/** The work that a subscription's period includes: ten hours unless said otherwise. */
export async function buildQuota(server: TestServer, given: Pool): Promise<{ id: string }> {
  const { customerId, units = 600, validFrom = '2026-03-01', bookedOn = validFrom } = given
  const id = await createPool(server, { ...given, validFrom }, { kind: 'quota', isOpen: true })
  await server.deps.database.transact((tx) =>
    tx.poolLedger.create({
      data: { ...movement(server, { customerId, poolId: id, bookedOn }), kind: 'grant', units: BigInt(units) },
    }),
  )
  return { id }
}

type Period = { customerId: string; agreementId: string; description?: string; from?: string; to?: string }

/** A period of a plan line of its own, with its price in minor units. */
export async function buildPeriod(
  { deps, clock }: TestServer,
  { customerId, agreementId, description = 'Support plan', from = '2026-03-01', to = '2026-03-31' }: Period,
  amount = 450_000,
): Promise<{ id: string }> {
  const [id, lineId] = [newId(), newId()]
  const own = { customerId, agreementId }
  await deps.database.transact(async (tx) => {
    await tx.subscriptionLine.create({
      data: { ...own, id: lineId, description, periodMonths: 1, startsOn: date(from) },
    })
    await tx.subscriptionPeriod.create({
      data: {
        ...{ ...own, id, lineId, quantity: 1, unitPrice: BigInt(amount), amount: BigInt(amount), currency: 'DKK' },
        ...{ from: date(from), to: date(to), wholeFrom: date(from), wholeTo: date(to), dueOn: date(from) },
        chargedDays: daysBetween(from, to),
        createdAt: clock.now,
      },
    })
  })
  return { id }
}

export type CoveredPiece = {
  kind: 'time_spent' | 'overage' | 'subscription' | 'voucher' | 'non_billable' | 'missing_rate'
  minutes: number
  /** Minor units; zero when prepaid. */
  amount?: number | null
  agreementId?: string
  poolId?: string
  units?: number
  hold?: 'approval' | 'blocked' | 'declined'
}

type CoveredTime = {
  customerId: string
  caseId: string
  employeeId: string
  minutes: number
  pieces: CoveredPiece[]
  workDate?: string
  /** The day that its draws are booked; the work date unless given. */
  bookedOn?: string
  isApproved?: boolean
  customerText?: string
  internalText?: string
  corrects?: { id: string; as: 'reversal' | 'replacement' }
}

/** Time on a case with its rating, its pieces and their draws. Approved time approves the employee's whole week. */
export async function buildCoveredTime(server: TestServer, given: CoveredTime): Promise<{ id: string }> {
  const { deps, clock } = server
  const { customerId, caseId, pieces, corrects, isApproved = false, workDate = '2026-03-02' } = given
  const { employeeId, minutes, customerText = '', internalText = '', bookedOn = workDate } = given
  const id = newId()
  const billable = pieces.filter(({ kind }) => kind !== 'non_billable')
  const amounts = pieces.map(({ amount = 0 }) => amount)
  await deps.database.transact(async (tx) => {
    if (isApproved) {
      const week = { employeeId, monday: date(mondayOf(workDate)) }
      await tx.weekSheet.upsert({
        where: { employeeId_monday: week },
        create: { ...week, state: 'approved' },
        update: {},
      })
    }
    await tx.timeEntry.create({
      data: {
        ...{ id, customerId, caseId, employeeId, minutes, customerText, internalText },
        ...{ activityTypeId: SUPPORT_ACTIVITY_ID, isBillable: billable.length > 0, createdAt: clock.now },
        ...{ workDate: date(workDate), bookedOn: date(workDate), state: isApproved ? 'approved' : 'open' },
        ...(corrects !== undefined && { correctsId: corrects.id, correction: corrects.as }),
      },
    })
    await tx.timeRating.create({
      data: {
        entryId: id,
        billableMinutes: billable.reduce((sum, piece) => sum + piece.minutes, 0),
        amount: amounts.includes(null) ? null : BigInt(amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0)),
        ...{ currency: 'DKK', costRate: 43_217, cost: 76_543n, explanation: [], ruleVersion: 1, ratedAt: clock.now },
      },
    })
    for (const [position, piece] of pieces.entries()) {
      const { poolId, units = 0, kind, agreementId, hold, amount = 0 } = piece
      const ledgerId = poolId !== undefined && units > 0 ? newId() : null
      if (poolId !== undefined && ledgerId !== null) {
        const draw = { entryId: id, caseId, workDate: date(workDate), minutes, kind: 'draw', units: BigInt(-units) }
        await tx.poolLedger.create({
          data: { ...movement(server, { customerId, poolId, bookedOn }), id: ledgerId, ...draw },
        })
      }
      await tx.coverPiece.create({
        data: {
          ...{ id: newId(), entryId: id, position, kind, minutes: piece.minutes, ledgerId },
          ...{ agreementId: agreementId ?? null, poolId: poolId ?? null, hold: hold ?? null },
          ...{ amount: amount === null ? null : BigInt(amount), units: poolId === undefined ? null : BigInt(units) },
        },
      })
    }
  })
  return { id }
}

/** What a customer lets its people see (R86). */
export async function showTo(
  { deps }: TestServer,
  customerId: string,
  shown: { showsTime?: 'none' | 'approved' | 'live'; showsBalances?: boolean; showsMoney?: boolean },
): Promise<void> {
  await deps.database.transact((tx) => tx.customer.update({ where: { id: customerId }, data: shown }))
}

async function createPool(
  { deps }: TestServer,
  { customerId, agreementId, unit = 'minutes', name = 'V-12', validFrom, expiresOn }: Pool & { validFrom: string },
  { kind, isOpen }: { kind: 'voucher' | 'quota'; isOpen: boolean },
): Promise<string> {
  const id = newId()
  await deps.database.transact((tx) =>
    tx.coverPool.create({
      data: {
        ...{ id, customerId, agreementId, kind, name, unit, isOpen, orderNumber: 1, validFrom: date(validFrom) },
        expiresOn: expiresOn === undefined ? null : date(expiresOn),
      },
    }),
  )
  return id
}

function movement(
  { clock }: TestServer,
  { customerId, poolId, bookedOn }: { customerId: string; poolId: string; bookedOn: string },
) {
  return { id: newId(), customerId, poolId, actorName: 'Sofie Lund', bookedOn: date(bookedOn), at: clock.now }
}

function date(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}
