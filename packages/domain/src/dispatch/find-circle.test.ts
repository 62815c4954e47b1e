import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../calendar/days.ts'
import { findCircle } from './find-circle.ts'
import type { AbsenceSpan } from './find-circle.ts'

const span = (employeeId: string, delegateId: string | null, from: string, to: string): AbsenceSpan => ({
  employeeId,
  delegateId,
  from: `2026-03-${from}`,
  to: `2026-03-${to}`,
})

test.for([
  ['oneself', span('lis', 'lis', '02', '06'), [], ['lis']],
  ['each other', span('lis', 'ole', '02', '06'), [span('ole', 'lis', '06', '10')], ['ole', 'lis']],
  ['each other on other days', span('lis', 'ole', '02', '06'), [span('ole', 'lis', '07', '10')], null],
  [
    'a circle of three',
    span('lis', 'ole', '02', '06'),
    [span('ole', 'eva', '04', '10'), span('eva', 'lis', '01', '05')],
    ['ole', 'eva', 'lis'],
  ],
  [
    'three, on no day together',
    span('lis', 'ole', '02', '06'),
    [span('ole', 'eva', '02', '03'), span('eva', 'lis', '04', '05')],
    null,
  ],
  ['nobody', span('lis', null, '02', '06'), [span('ole', 'lis', '02', '06')], null],
] as const)('a circle: %s', ([, wanted, others, circle]) => {
  expect(findCircle(wanted, others)).toEqual(circle)
})

test('absences that are saved one by one never leave a circle on any day', () => {
  const people = ['a', 'b', 'c', 'd']
  const id = fc.constantFrom(...people)
  const wish = fc.record({ employeeId: id, delegateId: fc.option(id), start: fc.nat(12), length: fc.nat(6) })
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 14 }), (wishes) => {
      const saved: AbsenceSpan[] = []
      for (const { employeeId, delegateId, start, length } of wishes) {
        const from = addDays('2026-03-01', start)
        const wanted = { employeeId, delegateId, from, to: addDays(from, length) }
        const isDouble = saved.some((one) => one.employeeId === employeeId && one.from <= wanted.to && from <= one.to)
        if (!isDouble && findCircle(wanted, saved) === null) saved.push(wanted)
      }
      for (let day = 0; day <= 18; day += 1) expectNoCircle(saved, addDays('2026-03-01', day), people)
    }),
  )
})

/** Whoever is asked for, the way from delegate to delegate comes to an end. */
function expectNoCircle(saved: readonly AbsenceSpan[], day: string, people: readonly string[]): void {
  const today = saved.filter(({ from, to }) => from <= day && day <= to)
  const away = new Map(today.map(({ employeeId, delegateId }) => [employeeId, delegateId]))
  for (const id of people) {
    let at: string | null = id
    for (let steps = 0; steps < people.length && at !== null; steps += 1) at = away.get(at) ?? null
    expect(at).toBeNull()
  }
}
