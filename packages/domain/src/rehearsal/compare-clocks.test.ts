import { expect, test } from 'vitest'
import { aroundTheClock } from '../calendar/business-time.ts'
import { clocksOf } from '../clocks/clocks-of.ts'
import type { AppliedPolicy, ClockFact } from '../clocks/facts.ts'
import { compareClocks, countClocks, emptyTally } from './compare-clocks.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 2, 2, 9, minutes))
const actor = { kind: 'employee', id: null, name: 'Mette Holm' } as const
const answeredAt = (minutes: number): ClockFact => ({ kind: 'reply', by: 'staff', at: at(minutes), actor })

/** The clocks of a case of 09:00 an hour later, answered at a minute, under a promise of a first response. */
function clocks(target: number | null, answered?: number) {
  const policy: AppliedPolicy = {
    ...{ policyId: 'p', name: 'Gold', version: 1, why: 'general', calendarId: null, calendarName: null },
    ...{ priority: 'Normal', shares: [], keepsDue: false },
    targets: { first_response: target, next_response: null, resolution: null },
  }
  const facts: ClockFact[] = [
    { kind: 'created', at: at(0), actor },
    { kind: 'policy', policy, at: at(0), actor },
    ...(answered === undefined ? [] : [answeredAt(answered)]),
  ]
  return clocksOf(facts, new Map([['c', aroundTheClock]]), at(60))
}
const due = (asIs: number | null, draft: number | null) => difference('due', asIs, draft)
const breach = (asIs: number | null, draft: number | null) => difference('breach', asIs, draft)
const difference = (what: string, asIs: number | null, draft: number | null) => ({
  ...{ what, clock: 'first_response', cycle: 1, at: null },
  asIs: asIs === null ? null : at(asIs).toISOString(),
  draft: draft === null ? null : at(draft).toISOString(),
})

test.for([
  ['the same promise differs in nothing', clocks(30, 10), clocks(30, 10), []],
  ['a longer one moves the due', clocks(30, 10), clocks(40, 10), [due(30, 40)]],
  ['a shorter one may be broken', clocks(30, 10), clocks(5, 10), [due(30, 5), breach(null, 5)]],
  ['a longer one may be kept', clocks(20), clocks(120), [due(20, 120), breach(20, null)]],
  ['a promise where there was none is due on one side', clocks(null, 10), clocks(30, 10), [due(null, 30)]],
  ['a promise that would go is due on the other', clocks(20), clocks(null), [due(20, null), breach(20, null)]],
] as const)('%s', ([, asIs, draft, differences]) => {
  expect(compareClocks(asIs, draft)).toEqual(differences)
})

test('clocks are counted by kind as kept or broken, and open ones as neither', () => {
  const tally = emptyTally()
  countClocks(tally, [...clocks(30, 10), ...clocks(30, 40), ...clocks(30), ...clocks(120)])

  expect(tally).toEqual({
    first_response: { met: 1, breached: 2 },
    next_response: { met: 0, breached: 0 },
    resolution: { met: 0, breached: 0 },
  })
})
