import { expect, test } from 'vitest'
import { clockMinutes, clockText } from './clock.ts'

test.for([
  ['00:00', 0],
  ['08:00', 480],
  ['12:35', 755],
  ['23:59', 1439],
  ['24:00', 1440],
] as const)('%s is %i minutes after midnight, and the other way round', ([text, minutes]) => {
  expect(clockMinutes(text)).toBe(minutes)
  expect(clockText(minutes)).toBe(text)
})
