import { expect, test } from 'vitest'
import { buildAgreement, buildEntry } from '../../test/build-cover.ts'
import { whichApply } from './applies.ts'
import type { ScopeRule } from './terms.ts'

const work = buildEntry({
  caseTypeIds: ['error', 'any-type'],
  departmentIds: ['servers', 'it'],
  projectIds: ['move'],
})

function include(kind: ScopeRule['kind'], ...ids: string[]): ScopeRule[] {
  return ids.map((id) => ({ kind, id, mode: 'include' }))
}

function exclude(kind: ScopeRule['kind'], ...ids: string[]): ScopeRule[] {
  return ids.map((id) => ({ kind, id, mode: 'exclude' }))
}

test.for([
  ['an active one', {}, null],
  ['an ended one', { state: 'ended', validTo: '2026-12-31' }, null],
  ['an ended one after its end', { state: 'ended', validTo: '2026-03-01' }, 'validity'],
  ['a draft', { state: 'draft' }, 'state'],
  ['a suspended one', { state: 'suspended' }, 'state'],
  ['on its first day', { validFrom: '2026-03-02' }, null],
  ['before its first day', { validFrom: '2026-03-03' }, 'validity'],
  ['on its last day', { validTo: '2026-03-02' }, null],
  ['a case type of its own', { scope: include('case_type', 'error') }, null],
  ['a case type above', { scope: include('case_type', 'wish', 'any-type') }, null],
  ['another case type', { scope: include('case_type', 'wish') }, 'case_type'],
  ['an excluded case type above', { scope: exclude('case_type', 'any-type') }, 'case_type'],
  ['another one excluded', { scope: exclude('case_type', 'wish') }, null],
  [
    'an exclude below an include',
    { scope: [...include('department', 'it'), ...exclude('department', 'servers')] },
    'department',
  ],
  ['its activity', { scope: include('activity_type', 'support') }, null],
  ['another activity', { scope: include('activity_type', 'training') }, 'activity_type'],
  ['an excluded activity', { scope: exclude('activity_type', 'support') }, 'activity_type'],
  ['its project', { scope: include('project', 'move') }, null],
  ['another project', { scope: include('project', 'merger') }, 'project'],
  ['one kind of two', { scope: [...include('department', 'it'), ...include('project', 'merger')] }, 'project'],
] as const)('an agreement counts or is passed over: %s', ([, terms, because]) => {
  const agreement = buildAgreement(terms)
  expect(whichApply(work, [agreement])).toEqual(
    because === null
      ? { applying: [agreement], passedOver: [] }
      : { applying: [], passedOver: [{ agreement, because }] },
  )
})

test('work without a case has no case type to be included by', () => {
  const agreement = buildAgreement({ scope: include('case_type', 'error') })
  expect(whichApply(buildEntry({ caseId: null }), [agreement]).applying).toEqual([])
})

test('a suspended agreement keeps what it covers', () => {
  const agreement = buildAgreement({ state: 'suspended' })
  const entry = buildEntry({ presentAgreementIds: [agreement.id] })
  expect(whichApply(entry, [agreement])).toEqual({ applying: [agreement], passedOver: [] })
})

test('a draft covers nothing, even what is said to be its own', () => {
  const entry = buildEntry({ presentAgreementIds: ['agreement'] })
  expect(whichApply(entry, [buildAgreement({ state: 'draft' })]).applying).toEqual([])
})

test.for([
  ['automatic', { mode: 'automatic' }, [1, 2], [3]],
  ['chosen', { mode: 'chosen', agreementId: 'two' }, [2], []],
  ['chosen, and it does not count', { mode: 'chosen', agreementId: 'three' }, [], [3]],
  ['outside', { mode: 'outside' }, [], []],
] as const)('a case is covered by choice: %s', ([, choice, applying, passedOver]) => {
  const agreements = [
    buildAgreement({ id: 'two', number: 2 }),
    buildAgreement({ id: 'three', number: 3, state: 'draft' }),
    buildAgreement({ id: 'one', number: 1 }),
  ]
  const found = whichApply(buildEntry({ choice }), agreements)
  expect(found.applying.map(({ number }) => number)).toEqual(applying)
  expect(found.passedOver.map(({ agreement }) => agreement.number)).toEqual(passedOver)
})
