import type { Case } from '@timedesk/contracts/cases'
import type { StatusColor } from '@timedesk/contracts/case-status'
import type { CaseStatus } from '@timedesk/domain/helpdesk/status'
import { movesFrom } from '@timedesk/domain/workflow/moves-from'
import type { MoveFacts } from '@timedesk/domain/workflow/move-terms'
import { reopenUntil } from '@timedesk/domain/workflow/reopening'
import { silenceMove, silencePlan } from '@timedesk/domain/workflow/silence'
import type { Workflow } from '@timedesk/domain/workflow/workflow'
import { Prisma } from '@timedesk/prisma/client'
import type { StaffActor } from '../../platform/context.ts'
import { moverOf, readGround, type MoveGround } from './lock-case-to-move.ts'

type ColoredStatus = CaseStatus & { color: StatusColor }

/** What tells where a case may go, beside its workflow. */
type Standing = {
  statusId: string
  responsibleId: string | null
  closedAt: Date | null
  lastActivityAt: Date
  /** When its contact was warned of the present silence. */
  warnedAt: Date | null
}

export type MovesRow = MoveGround & Standing & { statuses: ColoredStatus[] }

/** When the contact of case `c` was warned of the silence that lasts. */
export const warnedAtColumn = Prisma.sql`(SELECT k.at FROM case_mark k
  WHERE k.case_id = c.id AND k.kind = 'silence' AND k.since = c.last_activity_at) AS "warnedAt"`

/** Every status of the company as `ColoredStatus`, in its order. */
export const statusesColumn = Prisma.sql`(SELECT json_agg(json_build_object('id', o.id, 'name', o.name, 'category', o.category,
  'pausesClock', o.pauses_clock, 'color', o.color) ORDER BY o.position, o.name) FROM case_status o) AS statuses`

/** Where a case may go by whom who asks, and where it goes by itself. */
export function presentMoves(
  row: MovesRow,
  facts: MoveFacts,
  actor: StaffActor,
  now: Date,
): Pick<Case, 'reopenUntil' | 'silence'> & { moveTo: Case['can']['moveTo'] } {
  const { workflow } = readGround(row, row.statuses)
  const colors = new Map(row.statuses.map(({ id, color }) => [id, color]))
  const shown = ({ id, name, category }: CaseStatus) => ({ id, name, category, color: colors.get(id) ?? 'gray' })
  const before = { status: statusIn(row), closedAt: row.closedAt }
  const silence = silenceOf({ ...row, ...before }, { workflow, facts, now })
  return {
    reopenUntil: reopenUntil(before, workflow)?.toISOString() ?? null,
    silence: silence === null ? null : { ...silence, to: shown(silence.to) },
    moveTo: movesFrom(before, moverOf(actor, row), { workflow, facts, now }).map(({ to, ...terms }) => {
      return { ...shown(to), ...terms }
    }),
  }
}

type Silent = Pick<Standing, 'lastActivityAt' | 'warnedAt' | 'closedAt'> & { status: CaseStatus }

/** What a workflow does to the silence of a case, and when; null where it does nothing, or could not as the case is. */
export function silenceOf(
  { lastActivityAt, warnedAt, ...before }: Silent,
  ground: { workflow: Workflow; facts: MoveFacts; now: Date },
): { warnsAt: string | null; movesAt: string; to: CaseStatus } | null {
  const move = silenceMove(before, ground)
  if (move === null) return null
  const { warnsAt, movesAt } = silencePlan(move.rule, { since: lastActivityAt, warnedAt })
  return { warnsAt: warnsAt?.toISOString() ?? null, movesAt: movesAt.toISOString(), to: move.to }
}

function statusIn({ statusId, statuses }: MovesRow): CaseStatus {
  const status = statuses.find(({ id }) => id === statusId)
  if (status === undefined) throw new Error('The case has no status')
  return status
}
