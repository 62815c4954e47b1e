import { expect, test } from 'vitest'
import { aCandidate, aStaffing } from '../../test/build-staffing.ts'
import type { CaseFacts } from '../conditions/facts.ts'
import type { DispatchRule } from './place-by-rule.ts'
import { rehearseDispatch } from './rehearse-dispatch.ts'
import type { RehearsedCase } from './rehearse-dispatch.ts'

const people = [aCandidate('lis', 'first'), aCandidate('ole', 'first')]
const candidates = new Map(people.map((one) => [one.id, one]))
const staffing = aStaffing(people)

const facts: CaseFacts = {
  typePath: [],
  customerId: 'nordlys',
  agreementIds: [],
  priorityId: 'normal',
  product: null,
  foldedWords: 'printer',
  departmentPath: ['first', 'service'],
  responsibleId: null,
  statusId: 'new',
  category: 'new',
  language: 'en',
  clock: { weekday: 1, minutes: 600 },
  via: 'extranet',
  tags: [],
  fields: {},
}

const aCase = (id: string, hour: number, given: Partial<RehearsedCase> = {}): RehearsedCase => ({
  id,
  createdAt: new Date(Date.UTC(2026, 2, 2, hour)),
  solvedAt: null,
  estimateMinutes: null,
  facts,
  withoutRules: { departmentId: 'field', responsibleId: null, insteadOfId: null },
  isByHand: false,
  ...given,
})

const rule = (
  id: string,
  target: DispatchRule['target'],
  conditions: DispatchRule['conditions'] = [],
): DispatchRule => ({
  id,
  name: id,
  conditions,
  target,
  lastEmployeeId: null,
})

const inTurn = rule('turns', { kind: 'round_robin', departmentId: 'first', skillIds: [] })
const byLoad = rule('load', { kind: 'least_loaded', departmentId: 'first', skillIds: [] })

test('a draft is compared with the rules there are', () => {
  const cases = [aCase('one', 8), aCase('two', 9)]
  const { hits, differences } = rehearseDispatch(cases, [], [inTurn], staffing, candidates)
  expect(differences).toMatchObject([
    {
      caseId: 'one',
      before: { departmentId: 'field', ruleId: null },
      after: { responsibleId: 'lis', ruleId: 'turns' },
    },
    { caseId: 'two', after: { responsibleId: 'ole' } },
  ])
  expect(hits.before).toEqual(new Map())
  expect(hits.after).toEqual(new Map([['turns', 2]]))
})

test('the same rules make no difference', () => {
  const cases = [aCase('one', 8), aCase('two', 9)]
  expect(rehearseDispatch(cases, [inTurn], [inTurn], staffing, candidates).differences).toEqual([])
})

test('cases are played in the order in which they came, whatever order they are given in', () => {
  const cases = [aCase('later', 9), aCase('sooner', 8)]
  const { differences } = rehearseDispatch(cases, [], [inTurn], staffing, candidates)
  expect(differences.map(({ caseId, after }) => [caseId, after.responsibleId])).toEqual([
    ['sooner', 'lis'],
    ['later', 'ole'],
  ])
})

test('what is solved burdens nobody any more', () => {
  const cases = [
    aCase('done', 8, { estimateMinutes: 600, solvedAt: new Date(Date.UTC(2026, 2, 2, 9)) }),
    aCase('small', 10, { estimateMinutes: 15 }),
    aCase('next', 11),
  ]
  const { differences } = rehearseDispatch(cases, [], [byLoad], staffing, candidates)
  expect(differences.map(({ after }) => after.responsibleId)).toEqual(['lis', 'lis', 'ole'])
})

test('what is chosen by hand stays, and counts as work', () => {
  const byHand = { departmentId: 'first', responsibleId: 'lis', insteadOfId: null }
  const cases = [aCase('hand', 8, { isByHand: true, withoutRules: byHand }), aCase('next', 9)]
  const { differences } = rehearseDispatch(cases, [], [byLoad], staffing, candidates)
  expect(differences.map(({ caseId, after }) => [caseId, after.responsibleId])).toEqual([['next', 'ole']])
})

test('a rule that does not match, or whose department is gone, leaves it to the next one', () => {
  const elsewhere = rule('other', inTurn.target, [{ field: 'customer', op: 'is', values: ['fjord'] }])
  const gone = rule('gone', { kind: 'queue', departmentId: 'shut' })
  const { differences } = rehearseDispatch([aCase('one', 8)], [], [elsewhere, gone, inTurn], staffing, candidates)
  expect(differences).toMatchObject([{ after: { ruleId: 'turns', responsibleId: 'lis' } }])
})
