import { expect, test } from 'vitest'
import { formatCaseNumber, parseCaseNumber } from './case-number.ts'

test('a number is shown with its mark and read back with or without it', () => {
  expect(formatCaseNumber(1234)).toBe('#1234')
  expect([parseCaseNumber('#1234'), parseCaseNumber(' 1234 ')]).toEqual([1234, 1234])
})

test.for(['', '#', '0', '#0012', '12a', '-1', '1.5', '##1', '12345678901'])('"%s" is no case number', (text) => {
  expect(parseCaseNumber(text)).toBeNull()
})
