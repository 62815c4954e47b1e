import { expect, test } from 'vitest'
import {
  buildAfterHours,
  buildAgreement,
  buildClock,
  buildEntry,
  buildPayer,
  buildPool,
  buildState,
} from '../../test/build-cover.ts'
import { coverEntry } from './cover-entry.ts'

const payer = buildPayer()
const vouchers = buildAgreement({ id: 'vouchers', settlement: 'voucher' })
const nobody = buildPayer({ company: { currency: 'DKK', ratePerHour: null } })

test('a missing rate is told as missing, never charged as zero (R6)', () => {
  const cover = coverEntry(buildEntry(), nobody, [buildAgreement()], buildState())
  expect(cover).toMatchObject({ billableMinutes: 60, ratePerHour: null, amount: null })
  expect(cover.pieces).toMatchObject([{ kind: 'missing_rate', minutes: 60, amount: null, value: null }])
  expect(cover.explanation.at(-1)).toEqual({ step: 'rate_missing' })
})

test('a rate of zero is an amount of zero', () => {
  const cover = coverEntry(buildEntry(), payer, [buildAgreement({ ratePerHour: 0 })], buildState())
  expect(cover).toMatchObject({ amount: 0, pieces: [{ kind: 'time_spent', amount: 0 }] })
})

test('prepaid minutes need no rate, and what they leave does', () => {
  const covered = coverEntry(
    buildEntry(),
    nobody,
    [vouchers],
    buildState({ pools: [buildPool({ units: 60, price: 0 })] }),
  )
  expect(covered).toMatchObject({ amount: 0, pieces: [{ kind: 'voucher', amount: 0, value: null }] })
  expect(covered.explanation.map(({ step }) => step)).toEqual(['terms', 'rounded', 'drawn'])

  const partly = coverEntry(
    buildEntry(),
    nobody,
    [vouchers],
    buildState({ pools: [buildPool({ units: 40, price: 0 })] }),
  )
  expect(partly.amount).toBeNull()
  expect(partly.pieces.map(({ kind, minutes }) => [kind, minutes])).toEqual([
    ['voucher', 40],
    ['missing_rate', 20],
  ])
})

test('held overage without a rate stays held', () => {
  const cover = coverEntry(buildEntry(), nobody, [{ ...vouchers, overagePolicy: 'block' }], buildState())
  expect(cover.pieces).toMatchObject([{ kind: 'missing_rate', agreementId: 'vouchers', hold: 'blocked' }])
})

test('money without a rate pays for nothing, and the rate is told as missing once', () => {
  const pools = [buildPool({ unit: 'money', units: 1_000_000, price: 0 })]
  const cover = coverEntry(buildEntry(), nobody, [vouchers], buildState({ pools }))
  expect(cover.pieces).toMatchObject([{ kind: 'missing_rate', poolId: null }])
  expect(cover.explanation.filter(({ step }) => step === 'rate_missing')).toHaveLength(1)
})

test('money of another currency pays for nothing', () => {
  const euro = buildAgreement({
    id: 'euro',
    number: 2,
    settlement: 'voucher',
    currency: 'EUR',
    validFrom: '2025-01-01',
  })
  const pools = [buildPool({ agreementId: 'euro', unit: 'money', units: 1_000_000, price: 0 })]
  const cover = coverEntry(buildEntry(), payer, [vouchers, euro], buildState({ pools }))
  expect(cover).toMatchObject({ currency: 'DKK', pieces: [{ kind: 'overage', poolId: null, amount: 110_000 }] })
})

test('after hours a voucher loses more, and overage costs more', () => {
  const evening = buildEntry(buildClock('2026-05-22T15:30+02:00', '2026-05-22T17:15+02:00'))
  const agreement = { ...vouchers, overageRatePerHour: 100_000, afterHours: buildAfterHours() }
  const cover = coverEntry(evening, payer, [agreement], buildState({ pools: [buildPool({ units: 60, price: 0 })] }))
  expect(
    cover.pieces.map((piece) => [piece.kind, piece.minutes, piece.factorPermille, piece.units, piece.amount]),
  ).toEqual([
    ['voucher', 30, 1000, 30, 0],
    ['voucher', 20, 1500, 30, 0],
    ['overage', 55, 1500, null, 137_500],
  ])
})

test('an agreement’s currency is that of its cover', () => {
  const euro = buildAgreement({ currency: 'EUR', ratePerHour: 12_000 })
  expect(coverEntry(buildEntry(), payer, [euro], buildState())).toMatchObject({ currency: 'EUR', amount: 12_000 })
})

test('an entry without minutes bears nothing, and has nothing to pay for', () => {
  const pools = [buildPool({ unit: 'cases', units: 1, price: 100 })]
  const cover = coverEntry(buildEntry({ minutes: 0 }), payer, [vouchers], buildState({ pools }))
  expect(cover).toMatchObject({ isBillable: true, billableMinutes: 0, amount: 0, pieces: [] })
})

test.for([-1, 1.5])('%d minutes are a fault', (minutes) => {
  expect(() => coverEntry(buildEntry({ minutes }), payer, [vouchers], buildState())).toThrow(RangeError)
})
