import { expect, test } from 'vitest'
import { creditsAtEnd, type Charge, type EndingPlan } from './credits.ts'

const plan: EndingPlan = { timing: 'advance', prorate: true, lastDay: '2026-04-10', creditsUnused: true }
const april: Charge = { from: '2026-04-01', to: '2026-04-30', amount: 300_000, dueOn: '2026-04-01' }
const may: Charge = { from: '2026-05-01', to: '2026-05-31', amount: 310_000, dueOn: '2026-04-16' }

test.for([
  ['days that are left, if it says so', {}, [april], [['2026-04-11', '2026-04-30', 200_000, '2026-04-11']]],
  ['nothing of what runs, unless it says so', { creditsUnused: false }, [april], []],
  [
    'periods that begin later, in any case',
    { creditsUnused: false },
    [april, may],
    [['2026-05-01', '2026-05-31', 310_000, '2026-04-16']],
  ],
  [
    'days that would be paid afterwards',
    { creditsUnused: false, timing: 'arrears' },
    [{ ...april, dueOn: '2026-05-01' }],
    [['2026-04-11', '2026-04-30', 200_000, '2026-05-01']],
  ],
  [
    'nothing of a period that is charged whole',
    { creditsUnused: false, timing: 'arrears', prorate: false },
    [april],
    [],
  ],
  [
    'a supplement along with its period',
    {},
    [april, { from: '2026-04-16', to: '2026-04-30', amount: 15_000, dueOn: '2026-04-16' }],
    [['2026-04-11', '2026-04-30', 215_000, '2026-04-11']],
  ],
  ['nothing at the end of a period', { lastDay: '2026-04-30' }, [april], []],
] as const)('a plan that ends gives back %s', ([, given, charges, expected]) => {
  const credits = creditsAtEnd(charges, { ...plan, ...given })

  expect(credits.map(({ from, to, amount, dueOn }) => [from, to, amount, dueOn])).toEqual(expected)
})
