import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseInTurn, chooseLeastLoaded, chooseMostSkilled, hasSkills } from './choose-person.ts'
import type { Candidate } from './staffing.ts'

const candidate = (id: string, loadMinutes = 0, skills: Record<string, number> = {}): Candidate => ({
  id,
  name: id,
  departmentId: 'first',
  loadMinutes,
  skills: new Map(Object.entries(skills)),
})

test.for([
  [null, 'a'],
  ['a', 'b'],
  ['c', 'a'],
  ['b', 'c'],
  ['bb', 'c'],
  ['z', 'a'],
] as const)('after %s it is the turn of %s', ([lastId, chosen]) => {
  expect(chooseInTurn([candidate('c'), candidate('a'), candidate('b')], lastId)?.id).toBe(chosen)
})

test('any number of cases by turns differ by one at most, as long as nobody comes or goes', () => {
  const people = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(people, fc.nat(60), (ids, cases) => {
      const counts = new Map(ids.map((id) => [id, 0]))
      let last: string | null = null
      for (let one = 0; one < cases; one += 1) {
        last =
          chooseInTurn(
            ids.map((id) => candidate(id)),
            last,
          )?.id ?? null
        if (last !== null) counts.set(last, (counts.get(last) ?? 0) + 1)
      }
      const given = [...counts.values()]
      expect(Math.max(...given) - Math.min(...given)).toBeLessThanOrEqual(1)
      expect(given.reduce((sum, count) => sum + count, 0)).toBe(cases)
    }),
  )
})

test('the least loaded gets it, the first by id among equals', () => {
  expect(chooseLeastLoaded([candidate('a', 60), candidate('c', 15), candidate('b', 15)])?.id).toBe('b')
  expect(chooseLeastLoaded([])).toBeNull()
})

test.for([
  ['who knows most of all skills', ['net', 'dns'], 'b'],
  ['of equals who has less to do', ['net'], 'a'],
] as const)('by skill: %s', ([, skillIds, chosen]) => {
  const people = [
    candidate('a', 30, { net: 3, dns: 1 }),
    candidate('b', 90, { net: 3, dns: 3 }),
    candidate('c', 0, { net: 1, dns: 3 }),
  ]
  expect(chooseMostSkilled(people, skillIds)?.id).toBe(chosen)
  expect(chooseMostSkilled([], skillIds)).toBeNull()
})

test('whoever lacks one skill lacks them', () => {
  expect(hasSkills(candidate('a', 0, { net: 1 }), ['net', 'dns'])).toBe(false)
  expect(hasSkills(candidate('a', 0, { net: 1 }), [])).toBe(true)
})
