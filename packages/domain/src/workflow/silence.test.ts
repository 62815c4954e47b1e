import type { Transition } from '@timedesk/contracts/workflow-definition'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { move, standardDefinition, standardStatus, standardWorkflow } from '../../test/standard-workflow.ts'
import type { StatusCategory } from '../helpdesk/status.ts'
import { noMoveFacts } from './move-terms.ts'
import { dueOfSilence, silenceMove, silencePlan } from './silence.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const rule = { warnAfterDays: 7, moveAfterDays: 10 }
const since = new Date('2026-03-02T09:00:00Z')

function day(number: number): Date {
  return new Date(since.getTime() + number * DAY_MS)
}

test.for([
  ['too early', null, day(6.99), null],
  ['on the day of the warning', null, day(7), 'warn'],
  ['late, the warning still comes first', null, day(40), 'warn'],
  ['warned, and still in time to answer', day(7), day(9.99), null],
  ['warned long enough', day(7), day(10), 'move'],
  ['warned late, the time to answer is the same', day(40), day(42), null],
  ['warned late, and long enough', day(40), day(43), 'move'],
] as const)('%s', ([, warnedAt, now, due]) => {
  expect(dueOfSilence(rule, { since, warnedAt }, now)).toBe(due)
})

test('the plan tells both moments, and after the warning when the move is', () => {
  expect(silencePlan(rule, { since, warnedAt: null })).toEqual({ warnsAt: day(7), movesAt: day(10) })
  expect(silencePlan(rule, { since, warnedAt: day(8) })).toEqual({ warnsAt: null, movesAt: day(11) })
})

test.for<[string, StatusCategory, Partial<Transition>, boolean]>([
  ['that asks for nothing', 'solved', {}, true],
  ['whose gate is closed', 'solved', { gates: ['resolution'] }, false],
  ['whose gate is open', 'solved', { gates: ['time_registered'] }, true],
  ['that requires what the case lacks', 'solved', { requires: ['project'] }, false],
  ['that only a lead makes by hand', 'solved', { who: ['lead'] }, true],
  ['of another status', 'open', {}, false],
])('silence and a move %s', ([, category, terms, isMade]) => {
  const own = move('solved', 'closed', terms)
  const others = standardDefinition.transitions.filter(({ fromId, toId }) => fromId !== own.fromId || toId !== own.toId)
  const silence = [{ ...rule, statusId: own.fromId, toId: own.toId }]
  const workflow = standardWorkflow({ transitions: [own, ...others], silence })
  const facts = { ...noMoveFacts, openGates: new Set(['time_registered']) }
  const made = silenceMove({ status: standardStatus(category), closedAt: null }, { workflow, facts, now: day(9) })
  expect(made).toEqual(isMade ? { rule: silence[0], to: standardStatus('closed') } : null)
})

test('whenever a worker looks, each silence is warned of once and moved no sooner than the days between', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 60, noNaN: true }), { minLength: 1 }), (looks) => {
      let warnedAt: Date | null = null
      let movedAt: Date | null = null
      for (const now of looks.toSorted((one, other) => one - other).map(day)) {
        const due = movedAt === null ? dueOfSilence(rule, { since, warnedAt }, now) : null
        if (due === 'warn') {
          expect(warnedAt).toBeNull()
          expect(now >= day(7)).toBe(true)
          warnedAt = now
        }
        if (due === 'move') {
          expect(now.getTime() - Number(warnedAt)).toBeGreaterThanOrEqual(3 * DAY_MS)
          movedAt = now
        }
      }
      if (looks.some((look) => look >= 7)) expect(warnedAt).not.toBeNull()
    }),
  )
})
