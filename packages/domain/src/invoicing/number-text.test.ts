import { expect, test } from 'vitest'
import { documentNumber, overdueState } from './number-text.ts'

test.for([
  [{ prefix: 'F-', isYearly: true, width: 4 }, 42, 'F-2026-0042'],
  [{ prefix: 'F-', isYearly: false, width: 5 }, 42, 'F-00042'],
  [{ prefix: '', isYearly: false, width: 1 }, 1_000_001, '1000001'],
  [{ prefix: 'K', isYearly: true, width: 3 }, 12_345, 'K2026-12345'],
] as const)('%o numbers %i as %s', ([series, number, text]) => {
  expect(documentNumber(series, 2026, number)).toBe(text)
})

const due = '2026-03-31'

test.for([
  ['open on the day it is due', due, { paid: 0, credited: 0 }, due, 'open', 1000],
  ['overdue the day after', due, { paid: 0, credited: 0 }, '2026-04-01', 'overdue', 1000],
  ['overdue with what is left', due, { paid: 600, credited: 300 }, '2026-04-01', 'overdue', 100],
  ['never overdue without a day', null, { paid: 0, credited: 0 }, '2030-01-01', 'open', 1000],
  ['paid', due, { paid: 1000, credited: 0 }, '2026-04-01', 'paid', 0],
  ['paid when credit notes settled only a part', due, { paid: 400, credited: 600 }, '2026-04-01', 'paid', 0],
  ['paid too much', due, { paid: 1100, credited: 0 }, '2026-04-01', 'paid', -100],
  ['credited', due, { paid: 0, credited: 1000 }, '2026-04-01', 'credited', 0],
] as const)('an invoice is %s', ([, dueOn, settled, today, state, remaining]) => {
  expect(overdueState(dueOn, { payable: 1000, ...settled }, today)).toEqual({ state, remaining })
})

test('an invoice over nothing is paid', () => {
  expect(overdueState(due, { payable: 0, paid: 0, credited: 0 }, '2026-04-01')).toEqual({ state: 'paid', remaining: 0 })
})
