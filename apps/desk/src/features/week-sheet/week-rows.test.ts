import { expect, test } from 'vitest'

import { ids } from '../../test/build.ts'
import { buildEntry, buildWeek } from '../../test/time-cast.ts'
import { closedBecause, headOf, rowsOf, type ClosedBecause } from './week-rows.ts'

const phone = { id: ids.open, name: 'Phone' }
const monday = buildEntry({ createdAt: '2026-03-02T09:00:00.000Z' })
const tuesday = buildEntry({ id: ids.waiting, workDate: '2026-03-03', createdAt: '2026-03-03T09:00:00.000Z' })
const call = buildEntry({ id: ids.solved, activityType: phone, createdAt: '2026-03-02T08:00:00.000Z' })
const internal = buildEntry({ id: ids.priority, case: null, customer: null, createdAt: '2026-03-04T09:00:00.000Z' })

test('time on one subject with one activity is one row, and rows stand in the order in which they came', () => {
  const rows = rowsOf(buildWeek({ entries: [monday, tuesday, internal, call] }), [])

  expect(rows.map(({ subject, activity }) => [subject?.name, activity.name])).toEqual([
    ['#1042 Cannot print invoices', 'Phone'],
    ['#1042 Cannot print invoices', 'Remote support'],
    [undefined, 'Remote support'],
  ])
  expect(rows[1]?.cells.map((entries) => entries.length)).toEqual([1, 1, 0, 0, 0, 0, 0])
})

test('a kept row stays without time, keeps its place with it, and takes what the time knows', () => {
  const kept = { ...headOf(tuesday), customer: null, since: '2026-03-01T00:00:00.000Z' }

  expect(rowsOf(buildWeek(), [kept]).map(({ cells }) => cells.flat())).toEqual([[]])
  expect(rowsOf(buildWeek({ entries: [call, tuesday] }), [kept])[0]).toMatchObject({
    key: kept.key,
    customer: 'Nordlys Energi',
  })
})

const closed = { edit: false, correct: true, decideOverage: false }
const correction = { kind: 'reversal', entryId: ids.case, reason: 'Wrong day' } as const
const cannotRegister = { ...buildWeek().can, register: false }

test.for<[string, Parameters<typeof closedBecause>, ClosedBecause | null]>([
  ['an empty cell of an open week', [buildWeek(), null, []], null],
  ['an empty cell of a closed day, which takes late work', [buildWeek(), 'soft', []], null],
  ['a submitted week', [buildWeek({ state: 'submitted', can: cannotRegister }), null, []], 'submitted'],
  ['an approved week', [buildWeek({ state: 'approved' }), null, [buildEntry({ can: closed })]], 'approved'],
  ['a closed day', [buildWeek(), 'hard', [buildEntry({ can: closed })]], 'locked'],
  ['a reversal', [buildWeek(), 'hard', [buildEntry({ can: closed, correction })]], 'corrected'],
  ['an entry that was corrected', [buildWeek(), null, [buildEntry({ can: closed, isCorrected: true })]], 'corrected'],
  ['somebody else’s week', [buildWeek({ can: cannotRegister }), null, []], 'elsewhere'],
])('%s is closed or not, and says why', ([, cell, because]) => {
  expect(closedBecause(...cell)).toBe(because)
})
