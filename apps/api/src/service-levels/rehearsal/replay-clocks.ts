import { setImmediate } from 'node:timers/promises'
import type { Rehearsal, RehearsedDifference } from '@timedesk/contracts/rehearsals'
import type { BusinessTime } from '@timedesk/domain/calendar/business-time'
import { clocksOf } from '@timedesk/domain/clocks/clocks-of'
import type { ClockFact } from '@timedesk/domain/clocks/facts'
import { factsOf, type StoredEvent } from '@timedesk/domain/clocks/facts-of'
import { compareClocks, countClocks, emptyTally, type ClockTally } from '@timedesk/domain/rehearsal/compare-clocks'
import { appliedEvent, chooseForCase } from '../choose-for-case.ts'
import type { PolicyAgreement, PolicyGround } from '../policy-ground.ts'
import type { PolicyTerms } from '../policy-rows.ts'
import type { Replay } from './replay.ts'

const BATCH_SIZE = 200

/** Everything that clocks are replayed under. */
export type Terms = {
  policies: readonly PolicyTerms[]
  agreements: readonly PolicyAgreement[]
  calendars: ReadonlyMap<string, BusinessTime>
}

/** `facts`: what happened, without what was promised. */
export type ReplayedCase = { ground: PolicyGround; facts: readonly StoredEvent[] }

/**
 * Runs the clocks of past cases twice, under the policies and calendars of today and under drafted ones. On both sides
 * each case gets, from its beginning, the policy that would count for it as it is now: so what differs comes of the draft
 * and of nothing else.
 */
export async function replayClocks(
  cases: readonly ReplayedCase[],
  asIs: Terms,
  draft: Terms,
  now: Date,
): Promise<Replay> {
  const [one, other] = [newSide(), newSide()]
  const differences = new Map<string, RehearsedDifference[]>()
  for (const [place, { ground, facts }] of cases.entries()) {
    // Others are served meanwhile: thousands of cases take seconds.
    if (place % BATCH_SIZE === 0) await setImmediate()
    const history = factsOf(facts)
    const before = runUnder(asIs, ground, history, now)
    const after = isSameUnder(asIs, draft, before.applied, ground) ? before : runUnder(draft, ground, history, now)
    count(one, before)
    count(other, after)
    if (before === after) continue
    const found = [...policyDifference(before, after), ...compareClocks(before.clocks, after.clocks)]
    if (found.length > 0) differences.set(ground.id, found)
  }
  return { figures: figuresOf(one, other), differences }
}

type Run = ReturnType<typeof runUnder>

function runUnder(terms: Terms, ground: PolicyGround, history: readonly ClockFact[], now: Date) {
  const applied = appliedUnder(terms, ground)
  const at = history[0]?.at ?? now
  // Of the marks only the breach is compared: to look for warnings as well would take most of the time.
  const payload = { ...applied, warnAt: [] }
  const [policy] = factsOf([{ at, actorKind: 'system', actorId: null, actorName: '', payload }])
  return {
    applied,
    clocks: clocksOf(policy === undefined ? history : insertFirst(history, policy), terms.calendars, now),
  }
}

/** Right behind the creation, whatever else happened at that moment. */
function insertFirst([created, ...rest]: readonly ClockFact[], policy: ClockFact): ClockFact[] {
  return created === undefined ? [] : [created, policy, ...rest]
}

function appliedUnder({ policies, agreements }: Terms, ground: PolicyGround) {
  return appliedEvent(ground, chooseForCase(ground, policies, agreements), 'created')
}

function isSameUnder(asIs: Terms, draft: Terms, applied: Run['applied'], ground: PolicyGround): boolean {
  const next = draft.policies === asIs.policies ? applied : appliedUnder(draft, ground)
  if (JSON.stringify(next) !== JSON.stringify(applied)) return false
  const { calendarId } = applied
  return calendarId === null || asIs.calendars.get(calendarId) === draft.calendars.get(calendarId)
}

function policyDifference({ applied: one }: Run, { applied: other }: Run): RehearsedDifference[] {
  if (one.policyId === other.policyId) return []
  return [{ what: 'policy', clock: null, cycle: null, at: null, asIs: one.policy, draft: other.policy }]
}

type Side = { covered: number; tally: ClockTally }

function newSide(): Side {
  return { covered: 0, tally: emptyTally() }
}

function count(side: Side, { applied, clocks }: Run): void {
  if (applied.policyId !== null) side.covered += 1
  countClocks(side.tally, clocks)
}

function figuresOf(asIs: Side, draft: Side): Rehearsal['figures'] {
  const kinds = ['first_response', 'next_response', 'resolution'] as const
  return [
    { figure: 'covered', clock: null, asIs: asIs.covered, draft: draft.covered },
    ...kinds.flatMap((clock) =>
      (['met', 'breached'] as const).map((figure) => ({
        figure,
        clock,
        asIs: asIs.tally[clock][figure],
        draft: draft.tally[clock][figure],
      })),
    ),
  ]
}
