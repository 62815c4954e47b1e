import type { ReplyProgress } from '@timedesk/domain/helpdesk/decide-reply'
import { Prisma } from '@timedesk/prisma/client'

/** What a rule changed, and what the row keeps beside it. */
type Progress = Partial<ReplyProgress> & {
  lastReplySnippet?: string
  departmentId?: string
  responsibleId?: string | null
}

const columns = {
  solvedAt: Prisma.sql`solved_at`,
  closedAt: Prisma.sql`closed_at`,
  reopenedCount: Prisma.sql`reopened_count`,
  firstRepliedAt: Prisma.sql`first_replied_at`,
  lastStaffReplyAt: Prisma.sql`last_staff_reply_at`,
  lastContactReplyAt: Prisma.sql`last_contact_reply_at`,
  lastActivityAt: Prisma.sql`last_activity_at`,
  lastReplySnippet: Prisma.sql`last_reply_snippet`,
} as const
const idColumns = { departmentId: Prisma.sql`department_id`, responsibleId: Prisma.sql`responsible_id` } as const

/**
 * The statement that stores what changed on a case and counts its version up. It names only the columns that change,
 * since the extranet's role may write but a few.
 */
export function progressUpdate(caseId: string, { status, ...changes }: Progress): Prisma.Sql {
  const settings: Prisma.Sql[] = [Prisma.sql`version = version + 1`]
  if (status !== undefined)
    settings.push(Prisma.sql`status_id = ${status.id}::uuid`, Prisma.sql`category = ${status.category}`)
  for (const [field, value] of Object.entries(changes)) {
    if (field in idColumns) settings.push(Prisma.sql`${idColumns[field as keyof typeof idColumns]} = ${value}::uuid`)
    else settings.push(Prisma.sql`${columns[field as keyof typeof columns]} = ${value}`)
  }
  return Prisma.sql`UPDATE support_case SET ${Prisma.join(settings, ', ')} WHERE id = ${caseId}::uuid`
}
