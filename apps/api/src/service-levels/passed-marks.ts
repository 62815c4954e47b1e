import type { ClockKind } from '@timedesk/contracts/clock-kind'
import type { EventPayload } from '@timedesk/contracts/events'
import type { Clock } from '@timedesk/domain/clocks/clock'
import type { StoredEvent } from '@timedesk/domain/clocks/facts-of'
import type { KeptMark } from './clock-ground.ts'

export type PassedMark = Clock['marks'][number] & {
  clock: ClockKind
  cycle: number
  policyId: string | null
  policy: string | null
  /** A higher share of the same clock passed in the same moment: that one is told. */
  isOvertaken: boolean
}

type Applied = Extract<EventPayload, { type: 'case.policy_applied' }>

const BREACH_SHARE = 100

/**
 * The marks that have passed and were not settled yet, in the order in which they passed. Of shares at which only an
 * escalation of another clock happens there is nothing to record.
 */
export function passedMarks(
  clocks: readonly Clock[],
  facts: readonly StoredEvent[],
  kept: readonly KeptMark[],
): PassedMark[] {
  const settled = new Set(kept.map(keyOf))
  const passed = clocks.flatMap(({ clock, cycle, marks, policy }) =>
    marks
      .filter((mark) => means(clock, mark.share, termsAt(facts, mark.at)))
      .map((mark) => ({
        ...mark,
        clock,
        cycle,
        policyId: policy?.policyId ?? null,
        policy: policy?.name ?? null,
        isOvertaken: marks.some(({ share, at }) => share > mark.share && at.getTime() === mark.at.getTime()),
      })),
  )
  return passed
    .filter((mark) => !settled.has(keyOf(mark)))
    .toSorted((one, other) => one.at.getTime() - other.at.getTime() || one.share - other.share)
}

function keyOf({ clock, cycle, share }: KeptMark): string {
  return `${clock} ${String(cycle)} ${String(share)}`
}

/** What was promised last at a moment. */
function termsAt(facts: readonly StoredEvent[], at: Date): Applied | undefined {
  return facts
    .filter((fact) => fact.at <= at)
    .flatMap(({ payload }) => (payload.type === 'case.policy_applied' ? [payload] : []))
    .at(-1)
}

function means(clock: ClockKind, share: number, terms: Applied | undefined): boolean {
  if (share === BREACH_SHARE) return true
  if (terms === undefined) return false
  const warnings = terms.warnings ?? terms.warnAt
  const escalates = (terms.escalatesAt ?? []).some(
    (aim) => aim.share === share && (aim.clock === null || aim.clock === clock),
  )
  return warnings.includes(share) || escalates
}
