import type { ExtranetClock, ExtranetClocks } from '@timedesk/contracts/clocks'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'
import { requireCase } from '../helpdesk/case-keyed.ts'
import type { ClockRow, KeptSegment } from './clock-rows.ts'

type Row = Pick<ClockRow, 'clock' | 'cycle' | 'state' | 'target' | 'isByHand' | 'result' | 'segments'> & {
  startedAt: Date
  stoppedAt: Date | null
  dueAt: Date | null
  policy: string | null
  calendar: string | null
}

/**
 * What a contact may read of the clocks of a case: the database shows those of policies that are shown to customers, and
 * deadlines by hand. Who of us did what stays inside. Refuses with `not_found`.
 */
export async function findExtranetClocks(reader: Reader, caseId: string): Promise<ExtranetClocks> {
  await requireCase(reader, caseId)
  const rows =
    await reader.rows<Row>(Prisma.sql`SELECT k.clock, k.cycle, k.state, k.started_at AS "startedAt", k.stopped_at AS "stoppedAt",
      k.due_at AS "dueAt", k.target, k.is_by_hand AS "isByHand", k.result, k.segments, p.name AS policy, s.name AS calendar
    FROM case_clock k LEFT JOIN service_policy p ON p.id = k.policy_id
      LEFT JOIN service_calendar s ON s.id = k.calendar_id AND p.id IS NOT NULL
    WHERE k.case_id = ${caseId}::uuid
    ORDER BY array_position(ARRAY['first_response', 'next_response', 'resolution'], k.clock), k.cycle`)
  const last = rows.findLast(({ policy }) => policy !== null)
  return {
    promise: last === undefined ? null : { name: last.policy ?? '', calendar: last.calendar },
    clocks: rows.map(present),
  }
}

/** Of a policy that is not shown only the deadline by hand is told, not what the policy promised. */
function present({
  startedAt,
  stoppedAt,
  dueAt,
  target,
  result,
  segments,
  policy,
  calendar: _calendar,
  ...row
}: Row): ExtranetClock {
  return {
    ...row,
    startedAt: startedAt.toISOString(),
    stoppedAt: stoppedAt?.toISOString() ?? null,
    dueAt: row.state === 'paused' && !row.isByHand ? null : (dueAt?.toISOString() ?? null),
    target: policy === null ? null : target,
    isKept: result === null ? null : result === 'met',
    segments: segments.map(({ state, from, to, ...why }) => ({
      state,
      from,
      to,
      because: becauseOf(why),
      by: byOf(why),
    })),
  }
}

/** A case that goes on because the customer answered goes on because of that, whatever the status is called. */
function becauseOf({
  cause,
  category,
  by,
}: Pick<KeptSegment, 'cause' | 'category' | 'by'>): ExtranetClock['segments'][number]['because'] {
  if (cause === 'created') return 'created'
  if (cause === 'contact_reply') return 'you_wrote'
  switch (category) {
    case 'waiting_customer':
      return 'waits_for_you'
    case 'waiting_third_party':
      return 'waits_for_partner'
    case 'solved':
    case 'closed':
      return 'solved'
    case 'new':
    case 'open':
      return by === 'contact' ? 'you_wrote' : 'we_work'
    default:
      return 'waits'
  }
}

function byOf({ by }: Pick<KeptSegment, 'by'>): ExtranetClock['segments'][number]['by'] {
  if (by === 'contact') return 'you'
  return by === 'system' ? 'nobody' : 'us'
}
