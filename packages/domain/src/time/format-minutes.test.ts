import { expect, test } from 'vitest'
import { formatMinutes } from './format-minutes.ts'

test.for([
  [0, '0:00'],
  [5, '0:05'],
  [90, '1:30'],
  [1500, '25:00'],
  [-75, '-1:15'],
] as const)('%i minutes are written %s', ([minutes, text]) => {
  expect(formatMinutes(minutes)).toBe(text)
})
