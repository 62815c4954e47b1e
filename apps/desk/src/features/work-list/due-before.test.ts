import { expect, test } from 'vitest'

import { dueBefore, isDueBefore } from './due-before.ts'

const now = new Date(2026, 2, 2, 9, 20)

test.for([
  ['4h', new Date(2026, 2, 2, 14)],
  ['today', new Date(2026, 2, 3)],
  ['tomorrow', new Date(2026, 2, 4)],
  ['week', new Date(2026, 2, 9)],
  ['2026-03-31', new Date(2026, 3, 1)],
] as const)('due by %s ends there, in the reader’s own time', ([text, end]) => {
  expect(dueBefore(text, now)).toBe(end.toISOString())
})

test('within the same hour the same list is meant', () => {
  expect(dueBefore('4h', new Date(2026, 2, 2, 9, 59, 59))).toBe(dueBefore('4h', new Date(2026, 2, 2, 9)))
})

test.for([
  ['4h', true],
  ['2026-03-31', true],
  ['soon', false],
  ['', false],
] as const)('an address that says “%s” may be asked: %s', ([text, isMeant]) => {
  expect(isDueBefore(text)).toBe(isMeant)
})
