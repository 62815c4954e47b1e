import { expect, test } from 'vitest'
import { checkHours } from './check-hours.ts'

const morning = { weekday: 1, from: 480, to: 720 } as const
const afternoon = { weekday: 1, from: 720, to: 960 } as const

test.for([
  ['no hours at all', [], null],
  ['a day with a break that is no break', [morning, afternoon], null],
  ['the same hours on another day', [morning, { ...morning, weekday: 2 }], null],
  ['a span within another', [afternoon, morning, { weekday: 1, from: 500, to: 510 }], { at: 2, problem: 'overlaps' }],
  ['a span around another', [morning, { weekday: 1, from: 0, to: 1440 }], { at: 1, problem: 'overlaps' }],
  ['the same span twice', [morning, morning], { at: 1, problem: 'overlaps' }],
  ['a span without time', [morning, { weekday: 2, from: 480, to: 480 }], { at: 1, problem: 'ends_before_start' }],
  ['a span that runs back', [{ weekday: 7, from: 480, to: 0 }], { at: 0, problem: 'ends_before_start' }],
] as const)('%s', ([, spans, problem]) => {
  expect(checkHours(spans)).toEqual(problem)
})
