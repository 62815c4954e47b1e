import type { CaseClock, CaseClocks } from '@timedesk/contracts/clocks'
import { Refusal } from '@timedesk/contracts/refusal'
import type { Clock, ClockCause, ClockMark, ClockSegment } from '@timedesk/domain/clocks/clock'
import type { StoredEvent } from '@timedesk/domain/clocks/facts-of'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'
import { chooseForCase } from './choose-for-case.ts'
import { findPolicyAgreements, findPolicyGrounds } from './policy-ground.ts'
import { findPolicyTerms } from './policy-rows.ts'
import { clocksIn, readClockGround } from './refresh-clocks.ts'

const MINUTE_MS = 60_000

/** The clock ledger of a case, worked out from its log (R75). Refuses with `not_found`. */
export async function findCaseClocks(reader: Reader, caseId: string, now: Date): Promise<CaseClocks> {
  const [ground, policies, agreements, [standing]] = await Promise.all([
    readClockGround(reader, caseId),
    findPolicyTerms(reader),
    findPolicyAgreements(reader, now),
    findPolicyGrounds(reader, Prisma.sql`c.id = ${caseId}::uuid`),
  ])
  if (standing === undefined) throw new Refusal('not_found')
  const { chosen, others } = chooseForCase(standing, policies, agreements)
  const clocks = ground === null ? [] : clocksIn(ground, now)
  const lost = others.map(({ policy: { id, name }, lostBy }) => ({ id, name, lostBy }))
  const won = chosen === null ? [] : [{ id: chosen.id, name: chosen.name, lostBy: null }]
  return {
    policy: await presentApplied(reader, ground?.facts ?? []),
    others: [...won, ...lost],
    deadline: deadlineIn(clocks),
    clocks: clocks.map(presentClock),
  }
}

async function presentApplied(reader: Reader, facts: readonly StoredEvent[]): Promise<CaseClocks['policy']> {
  const last = facts
    .flatMap(({ at, payload }) => (payload.type === 'case.policy_applied' ? [{ at, payload }] : []))
    .at(-1)
  if (last === undefined) return null
  const { policyId, policy, policyVersion, why, calendar, priority, keepsDue } = last.payload
  const [row] = await reader.rows<{ isShown: boolean }>(
    Prisma.sql`SELECT is_shown_to_customers AS "isShown" FROM service_policy WHERE id = ${policyId}::uuid`,
  )
  const applied = { id: policyId, name: policy, version: policyVersion, why, calendar, priority, keepsDue }
  return { ...applied, appliedAt: last.at.toISOString(), isShownToCustomers: row?.isShown === true }
}

function deadlineIn(clocks: readonly Clock[]): CaseClocks['deadline'] {
  const deadline = clocks.find((clock) => clock.deadline !== null)?.deadline
  if (deadline === undefined || deadline === null) return null
  const { at, reason, setAt, actor } = deadline
  return { at: at.toISOString(), reason: reason ?? '', setBy: actor.name, setAt: setAt.toISOString() }
}

function presentClock(clock: Clock): CaseClock {
  return {
    clock: clock.clock,
    cycle: clock.cycle,
    state: clock.state,
    result: clock.result,
    startedAt: clock.startedAt.toISOString(),
    stoppedAt: clock.stopped?.at.toISOString() ?? null,
    stoppedBy: clock.stopped === null ? null : presentBecause(clock.stopped),
    dueAt: clock.dueAt?.toISOString() ?? null,
    isByHand: clock.deadline !== null,
    target: clock.target,
    used: clock.usedMinutes,
    remaining: clock.remainingMinutes,
    share: clock.sharePercent,
    breach: clock.breach === null ? null : { at: clock.breach.at.toISOString(), owner: presentOwner(clock.breach) },
    warnings: clock.warnings.map((mark) => ({
      share: mark.share,
      at: mark.at.toISOString(),
      owner: presentOwner(mark),
    })),
    segments: clock.segments.map(presentSegment),
  }
}

function presentOwner({ owner }: ClockMark) {
  return { id: owner.responsibleId, name: owner.responsibleName, department: owner.departmentName }
}

function presentSegment(segment: ClockSegment): CaseClock['segments'][number] {
  const { state, from, to, businessMs } = segment
  return {
    state,
    from: from.toISOString(),
    to: to?.toISOString() ?? null,
    minutes: Math.floor(businessMs / MINUTE_MS),
    ...presentBecause(segment),
  }
}

function presentBecause({ cause, actor }: { cause: ClockCause; actor: ClockSegment['actor'] }) {
  const { kind, status, category, reason } = cause
  return {
    cause: kind,
    status: status === null || category === null ? null : { name: status, category },
    reason,
    actor: { kind: actor.kind, name: actor.name },
  }
}
