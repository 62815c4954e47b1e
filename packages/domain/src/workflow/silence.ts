import type { SilenceRule } from '@timedesk/contracts/workflow-definition'
import type { CaseStatus } from '../helpdesk/status.ts'
import type { MoveFacts } from './move-terms.ts'
import { isFree, movesFrom } from './moves-from.ts'
import type { Workflow } from './workflow.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** A case that waits in silence: since when, and when its contact was warned of this very silence. */
export type Silence = {
  /** The last thing that both parties can see; the move into the status is one. */
  since: Date
  warnedAt: Date | null
}

type Standing = { status: CaseStatus; closedAt: Date | null }

/**
 * The rule for the silence of a case, and where it goes by it; null where there is none, and while the move would be
 * refused: nobody is warned of what cannot come.
 */
export function silenceMove(
  before: Standing,
  ground: { workflow: Workflow; facts: MoveFacts; now: Date },
): { rule: SilenceRule; to: CaseStatus } | null {
  const rule = ground.workflow.silence.find(({ statusId }) => statusId === before.status.id)
  const move = movesFrom(before, { kind: 'system' }, ground).find(({ to }) => to.id === rule?.toId)
  return rule === undefined || move === undefined || !isFree(move) ? null : { rule, to: move.to }
}

export type SilencePlan = {
  /** Null once the contact is warned. */
  warnsAt: Date | null
  movesAt: Date
}

/**
 * What a rule does to a silent case, and when. The move follows the warning by the days between the two, however late
 * the warning came: nobody is moved without having had that time to answer.
 */
export function silencePlan(
  { warnAfterDays, moveAfterDays }: Pick<SilenceRule, 'warnAfterDays' | 'moveAfterDays'>,
  { since, warnedAt }: Silence,
): SilencePlan {
  const warnsAt = after(since, warnAfterDays)
  const graceDays = moveAfterDays - warnAfterDays
  if (warnedAt === null) return { warnsAt, movesAt: after(since, moveAfterDays) }
  return { warnsAt: null, movesAt: after(warnedAt, graceDays) }
}

/** What is to be done about a silent case now; null while it is not time yet. */
export function dueOfSilence(
  rule: Pick<SilenceRule, 'warnAfterDays' | 'moveAfterDays'>,
  silence: Silence,
  now: Date,
): 'warn' | 'move' | null {
  const { warnsAt, movesAt } = silencePlan(rule, silence)
  if (warnsAt !== null) return now >= warnsAt ? 'warn' : null
  return now >= movesAt ? 'move' : null
}

function after(moment: Date, days: number): Date {
  return new Date(moment.getTime() + days * DAY_MS)
}
