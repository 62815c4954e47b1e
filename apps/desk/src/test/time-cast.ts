import type { Verdict } from '@timedesk/contracts/cover'
import type { CoverPiece } from '@timedesk/contracts/rating'
import type { TimeEntry } from '@timedesk/contracts/time'
import type { WeekSheet } from '@timedesk/contracts/week-sheets'

import { ids, mette } from './build.ts'
import { entry } from './office-cast.ts'

export const kroner = (amount: string) => ({ amount, currency: 'DKK' })
const voucher = { id: ids.solved, name: 'Prepaid hours' }

/** A piece that a voucher pays for. */
export function buildPiece(overrides: Partial<CoverPiece> = {}): CoverPiece {
  return {
    ...{ kind: 'voucher', minutes: 30, factor: '1', amount: kroner('0.00'), value: kroner('475.00') },
    ...{ agreement: voucher, pool: { id: ids.open, name: 'V-12', unit: 'minutes' }, units: 30, hold: null },
    ...overrides,
  }
}

/** What cover says of 22 minutes that voucher V-12 pays for. */
export function buildVerdict(overrides: Partial<Verdict> = {}): Verdict {
  return {
    minutes: 22,
    billableMinutes: 30,
    amount: kroner('0.00'),
    pieces: [buildPiece()],
    draws: [{ pool: 'V-12', unit: 'minutes', before: 195, after: 165, expiresOn: null }],
    explanation: [{ step: 'rounded', actual: 22, increment: 15, minimum: 15, billable: 30 }],
    agreement: voucher,
    warnings: [],
    ...overrides,
  }
}

export function buildEntry(overrides: Partial<TimeEntry> = {}): TimeEntry {
  return { ...entry, ...overrides }
}

export const MONDAY = '2026-03-02'
const DAYS = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07', '2026-03-08']

/** Mette's week from 2 March 2026 on, open, with the given entries. */
export function buildWeek(overrides: Partial<WeekSheet> = {}): WeekSheet {
  const { entries = [] } = overrides
  const minutes = entries.reduce((sum, { minutes: worked }) => sum + worked, 0)
  return {
    employee: mette,
    monday: MONDAY,
    state: 'open',
    submittedAt: null,
    decidedAt: null,
    decidedByName: null,
    reason: '',
    version: 1,
    days: DAYS.map((day, index) => ({ day, workingMinutes: index < 5 ? 444 : 0, minutes: 0, lock: null })),
    entries,
    minutes,
    workingMinutes: 2220,
    billableMinutes: 0,
    can: { register: true, submit: true, recall: false, approve: false, reject: false, reopen: false },
    ...overrides,
  }
}
