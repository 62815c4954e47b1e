import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../calendar/days.ts'
import { missingPeriods, type SettledStretch } from './missing-periods.ts'
import { periodsOf, type Period, type PlanLine } from './periods.ts'

const line: PlanLine = {
  startsOn: '2026-01-01',
  anchor: 'start',
  months: 1,
  prorate: true,
  timing: 'advance',
  leadDays: 0,
}
const january: SettledStretch = { to: '2026-01-31', wholeFrom: '2026-01-01', chargedDays: 31 }
const tenDaysOfFebruary: SettledStretch = { to: '2026-02-10', wholeFrom: '2026-02-01', chargedDays: 10 }

test('what is settled is not missing', () => {
  const missing = missingPeriods(line, { until: '2026-03-01', endsOn: null }, [january])

  expect(missing.map(({ from, to }) => [from, to])).toEqual([
    ['2026-02-01', '2026-02-28'],
    ['2026-03-01', '2026-03-31'],
  ])
})

test.for([
  ['by its days', {}, [january, tenDaysOfFebruary], { chargedDays: 18, dueOn: '2026-02-11' }],
  ['ahead of its first day', { leadDays: 5 }, [january, tenDaysOfFebruary], { chargedDays: 18, dueOn: '2026-02-06' }],
  [
    'for nothing once the whole price is charged',
    { prorate: false },
    [january, { ...tenDaysOfFebruary, chargedDays: 28 }],
    { chargedDays: 0 },
  ],
  [
    'for the whole price after a suspension',
    { prorate: false },
    [january, { ...tenDaysOfFebruary, chargedDays: 0 }],
    { chargedDays: 28 },
  ],
  [
    'after its end, in arrears',
    { timing: 'arrears' },
    [january, tenDaysOfFebruary],
    { chargedDays: 18, dueOn: '2026-03-01' },
  ],
] as const)('the rest of a period is charged %s', ([, given, settled, expected]) => {
  const [rest] = missingPeriods({ ...line, ...given }, { until: '2026-02-11', endsOn: null }, settled)

  expect(rest).toMatchObject({ from: '2026-02-11', to: '2026-02-28', wholeDays: 28, ...expected })
})

test('the rest of a period waits for its day', () => {
  const settled = [january, tenDaysOfFebruary]

  expect(missingPeriods(line, { until: '2026-02-10', endsOn: null }, settled)).toEqual([])
})

test('wherever the end was in the meantime, what is settled tiles the plan and costs the same days', () => {
  const days = fc.integer({ min: 0, max: 120 })
  fc.assert(
    fc.property(fc.array(days, { maxLength: 4 }), days, (ends, last) => {
      const settled: Period[] = []
      for (const end of [...ends].sort((one, other) => one - other)) {
        const endsOn = addDays('2026-01-01', end)
        settled.push(...missingPeriods(line, { until: endsOn, endsOn }, settled))
      }
      const endsOn = addDays('2026-01-01', Math.max(last, ...ends))
      settled.push(...missingPeriods(line, { until: endsOn, endsOn }, settled))

      const whole = periodsOf(line, { until: endsOn, endsOn })
      const sum = (periods: Period[]) => periods.reduce((total, { chargedDays }) => total + chargedDays, 0)
      expect(settled.slice(1).map(({ from }) => from)).toEqual(settled.slice(0, -1).map(({ to }) => addDays(to, 1)))
      expect(settled.at(-1)?.to).toBe(whole.at(-1)?.to)
      expect(sum(settled)).toBe(sum(whole))
    }),
  )
})
