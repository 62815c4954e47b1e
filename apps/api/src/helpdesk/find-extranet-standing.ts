import type { ExtranetCase } from '@timedesk/contracts/extranet-cases'
import { isEnded, type CaseStatus, type StatusCategory } from '@timedesk/domain/helpdesk/status'
import { isFree, movesFrom } from '@timedesk/domain/workflow/moves-from'
import { isReopenExpired, reopenUntil } from '@timedesk/domain/workflow/reopening'
import { Prisma } from '@timedesk/prisma/client'
import type { ContactActor } from '../platform/context.ts'
import type { Reader } from '../platform/db/database.ts'
import { moveColumns, moveJoins, readGround, type MoveGround } from './moves/lock-case-to-move.ts'
import { silenceOf, statusesColumn, warnedAtColumn } from './moves/present-moves.ts'

type CaseRow = {
  id: string
  category: StatusCategory
  closedAt: Date | null
  lastActivityAt: Date
  isTombstone: boolean
}
type Linked = { id: string; number: number; subject: string }
type Row = MoveGround & {
  statusId: string
  statuses: CaseStatus[]
  warnedAt: Date | null
  mergedInto: Linked | null
  follows: Linked | null
  followUps: Linked[]
}

/** Where a case stands for its contact: what they may do, what it is linked to and what happens to it by itself. */
export type ExtranetStanding = Pick<
  ExtranetCase,
  'can' | 'reopenUntil' | 'movesAt' | 'mergedInto' | 'follows' | 'followUps'
>

const linked = Prisma.sql`json_build_object('id', o.id, 'number', o.number, 'subject', o.subject)`

/** Where a case that the contact sees stands for them, now. */
export async function findExtranetStanding(
  reader: Reader,
  actor: ContactActor,
  found: CaseRow,
  now: Date,
): Promise<ExtranetStanding> {
  const [row] =
    await reader.rows<Row>(Prisma.sql`SELECT ${moveColumns}, c.status_id AS "statusId", ${warnedAtColumn}, ${statusesColumn},
      (SELECT ${linked} FROM support_case o WHERE o.id = c.merged_into_id) AS "mergedInto",
      (SELECT ${linked} FROM case_link l JOIN support_case o ON o.id = l.other_id WHERE l.case_id = c.id AND l.kind = 'follow_up') AS follows,
      (SELECT coalesce(json_agg(${linked} ORDER BY o.number), '[]') FROM (SELECT o.id, o.number, o.subject FROM case_link l
        JOIN support_case o ON o.id = l.case_id WHERE l.other_id = c.id AND l.kind = 'follow_up' ORDER BY o.number LIMIT 100) o) AS "followUps"
    FROM support_case c ${moveJoins} WHERE c.id = ${found.id}::uuid`)
  if (row === undefined) throw new Error('The case was seen, and is gone')
  const { workflow, facts } = readGround(row, row.statuses)
  const status = row.statuses.find(({ id }) => id === row.statusId)
  if (status === undefined) throw new Error('The case has no status')
  const before = { status, closedAt: found.closedAt }
  const silent = { ...before, lastActivityAt: found.lastActivityAt, warnedAt: row.warnedAt }
  const silence = silenceOf(silent, { workflow, facts, now })
  const isOver = isEnded(found.category)
  const mayReopen = found.category === 'closed' && !isReopenExpired(before, workflow, now)
  const solving = movesFrom(before, { kind: 'contact' }, { workflow, facts, now }).find(
    (move) => move.to.category === 'solved' && isFree(move),
  )
  const writes = actor.permissions.has('case:write')
  const { mergedInto, follows, followUps } = row
  if (found.isTombstone) {
    // An answer lands where the case goes on.
    const can = { reply: writes && mergedInto !== null, solve: false, reopen: false, followUp: false }
    return { reopenUntil: null, movesAt: null, mergedInto, follows, followUps, can }
  }
  return {
    reopenUntil: reopenUntil(before, workflow)?.toISOString() ?? null,
    movesAt: silence?.warnsAt === null ? silence.movesAt : null,
    mergedInto,
    follows,
    followUps,
    can: {
      reply: writes && (!isOver || mayReopen),
      solve: writes && found.category !== 'solved' && solving !== undefined,
      reopen: writes && (found.category === 'solved' || mayReopen),
      followUp: writes && isOver && !mayReopen,
    },
  }
}
