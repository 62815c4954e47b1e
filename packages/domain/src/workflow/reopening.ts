import type { StatusCategory } from '../helpdesk/status.ts'
import type { Workflow } from './workflow.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** Until when a closed case may be taken up again (R78); null: for ever, or it is not closed. */
export function reopenUntil(
  { status, closedAt }: { status: { category: StatusCategory }; closedAt: Date | null },
  { reopenDays }: Pick<Workflow, 'reopenDays'>,
): Date | null {
  if (status.category !== 'closed' || closedAt === null || reopenDays === null) return null
  return new Date(closedAt.getTime() + reopenDays * DAY_MS)
}

/** Whether the time to take a closed case up again is over. Its last moment still counts. */
export function isReopenExpired(
  before: { status: { category: StatusCategory }; closedAt: Date | null },
  workflow: Pick<Workflow, 'reopenDays'>,
  now: Date,
): boolean {
  const until = reopenUntil(before, workflow)
  return until !== null && now.getTime() > until.getTime()
}
