import type { Case } from '@timedesk/contracts/cases'
import type { FieldValues } from '@timedesk/contracts/custom-fields'
import type { StatusColor } from '@timedesk/contracts/case-status'
import type { CaseSummary } from '@timedesk/contracts/work-list'
import { unmergeUntil } from '@timedesk/domain/helpdesk/decide-merge'
import { isEnded, type StatusCategory } from '@timedesk/domain/helpdesk/status'
import type { MoveFacts } from '@timedesk/domain/workflow/move-terms'
import { toWire } from '@timedesk/domain/money/money'
import { profitOf } from '@timedesk/domain/profit/profit'
import { Prisma } from '@timedesk/prisma/client'
import type { StaffActor } from '../platform/context.ts'
import { dueColumns, dueJoin, presentDue, type DueRow, type DueView } from '../service-levels/present-due.ts'
import { presentFamily, type FamilyRow } from './merges/family.ts'
import { presentMoves, type MovesRow } from './moves/present-moves.ts'
import { reference } from './reference.ts'

/** A row of `summaryColumns`. */
export type SummaryRow = DueRow & {
  id: string
  number: number
  subject: string
  snippet: string
  customerId: string
  customerName: string
  contactId: string | null
  contactName: string | null
  statusId: string
  statusName: string
  statusColor: StatusColor
  category: StatusCategory
  priorityId: string
  priorityName: string
  priorityLevel: number
  typeId: string | null
  typeName: string | null
  departmentId: string
  departmentName: string
  responsibleId: string | null
  responsibleName: string | null
  deadline: Date | null
  tags: string[]
  createdAt: Date
  lastActivityAt: Date
  isUnread: boolean
}

/** What a list shows of case `c`, from what `summaryJoins` joins to it. */
export const summaryColumns = Prisma.sql`c.id, c.number, c.subject, c.last_reply_snippet AS snippet, c.customer_id AS "customerId",
  cu.name AS "customerName", c.contact_id AS "contactId", co.name AS "contactName", c.status_id AS "statusId", st.name AS "statusName", st.color AS "statusColor",
  c.category, c.priority_id AS "priorityId", pr.name AS "priorityName", pr.level AS "priorityLevel", c.type_id AS "typeId",
  ty.name AS "typeName", c.department_id AS "departmentId", de.name AS "departmentName", c.responsible_id AS "responsibleId",
  em.name AS "responsibleName", c.deadline, c.tags, c.created_at AS "createdAt", c.last_activity_at AS "lastActivityAt",
  ${dueColumns}`

/**
 * The names of what case `c` refers to. Joined, not looked up one by one: the plan is made once, and small tables
 * are read once for a page instead of once for each row.
 */
export const summaryJoins = Prisma.sql`JOIN customer cu ON cu.id = c.customer_id JOIN case_status st ON st.id = c.status_id
  JOIN priority pr ON pr.id = c.priority_id JOIN department de ON de.id = c.department_id
  LEFT JOIN contact co ON co.id = c.contact_id LEFT JOIN case_type ty ON ty.id = c.type_id
  LEFT JOIN employee em ON em.id = c.responsible_id ${dueJoin}`

/**
 * Whether a contact has written on case `c` since its reader, whose mark is `m`, last looked. Who never looked has
 * something to see once a contact has written; a mark of before the creation says that the case was marked unread.
 */
export const isUnreadByStaff = Prisma.sql`CASE WHEN m.read_at IS NULL THEN c.last_contact_reply_at IS NOT NULL
  ELSE m.read_at < coalesce(c.last_contact_reply_at, c.created_at) END`

/** A case as the work list shows it. */
export function presentSummary(row: SummaryRow, view: DueView): CaseSummary {
  return {
    id: row.id,
    number: row.number,
    subject: row.subject,
    snippet: row.snippet,
    customer: { id: row.customerId, name: row.customerName },
    contact: reference(row.contactId, row.contactName),
    status: { id: row.statusId, name: row.statusName, category: row.category, color: row.statusColor },
    priority: { id: row.priorityId, name: row.priorityName, level: row.priorityLevel },
    type: reference(row.typeId, row.typeName),
    department: { id: row.departmentId, name: row.departmentName },
    responsible: reference(row.responsibleId, row.responsibleName),
    deadline: row.deadline?.toISOString() ?? null,
    due: presentDue(row, view),
    tags: row.tags,
    createdAt: row.createdAt.toISOString(),
    lastActivityAt: row.lastActivityAt.toISOString(),
    isUnread: row.isUnread,
  }
}

/** A row of the query of one case. Amounts in minor units. */
export type CaseRow = SummaryRow &
  MovesRow &
  FamilyRow & {
    projectId: string | null
    projectName: string | null
    agreementId: string | null
    agreementHeading: string | null
    isOutsideContract: boolean
    externalReference: string | null
    product: string | null
    serviceLevel: string | null
    /** Values of custom fields by the field's id. */
    values: FieldValues
    estimateMinutes: number | null
    templateId: string | null
    templateName: string | null
    createdVia: Case['createdVia']
    createdByName: string
    firstRepliedAt: Date | null
    solvedAt: Date | null
    reopenedCount: number
    resolution: string
    minutes: number
    billableMinutes: number
    amount: number
    currency: string
    /** Of the company's currency, and what was charged and earned; absent for those who may not see it. */
    cost?: number
    revenue?: number
    companyCurrency: string
    /** Some billable time has no rate (R6), or there are several currencies: no amount tells the truth. */
    isAmountUnknown: boolean
    /** The reader's mark; one of before the creation says that the case was marked unread. */
    readAt: Date | null
    version: number
  }

/** A case as its page shows it, with what the reader may do. Amounts are for those who may read agreements. */
export function presentCase(
  row: CaseRow,
  actor: StaffActor,
  view: DueView,
  { fields, facts }: { fields: Case['fields']; facts: MoveFacts },
): Case {
  const { permissions } = actor
  const { moveTo, ...moves } = presentMoves(row, facts, actor, view.now)
  const showsAmount = permissions.has('agreement:read') && !row.isAmountUnknown
  return {
    ...presentSummary(row, view),
    project: reference(row.projectId, row.projectName),
    agreement: reference(row.agreementId, row.agreementHeading),
    isOutsideContract: row.isOutsideContract,
    externalReference: row.externalReference,
    product: row.product,
    serviceLevel: row.serviceLevel,
    fields,
    estimateMinutes: row.estimateMinutes,
    template: reference(row.templateId, row.templateName),
    createdVia: row.createdVia,
    createdByName: row.createdByName,
    firstRepliedAt: row.firstRepliedAt?.toISOString() ?? null,
    solvedAt: row.solvedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    reopenedCount: row.reopenedCount,
    resolution: row.resolution,
    ...moves,
    time: {
      minutes: row.minutes,
      billableMinutes: row.billableMinutes,
      amount: showsAmount ? toWire({ minor: row.amount, currency: row.currency }) : null,
      ...resultOf(row),
    },
    can: allowed(row, actor, moveTo, view.now),
    ...presentFamily(row),
    readUntil: row.readAt === null || row.readAt < row.createdAt ? null : row.readAt.toISOString(),
    version: row.version,
  }
}

/** What may be done with it now; on a tombstone nothing but to undo its merge. */
function allowed(
  { category, mergedInto }: CaseRow,
  { permissions }: StaffActor,
  moveTo: Case['can']['moveTo'],
  now: Date,
): Case['can'] {
  const writes = permissions.has('case:write')
  const isItself = mergedInto === null
  return {
    reply: writes && isItself && !isEnded(category),
    note: writes && isItself,
    edit: writes && isItself,
    dispatch: permissions.has('case:dispatch') && isItself && !isEnded(category),
    registerTime: permissions.has('time:write') && isItself,
    override: writes && isItself && permissions.has('workflow:override'),
    merge: writes && isItself,
    unmerge: writes && mergedInto !== null && now <= unmergeUntil(new Date(mergedInto.mergedAt)),
    moveTo: writes && isItself ? moveTo : [],
  }
}

/** Profit is told where revenue and cost are of one currency (R56, R57). */
function resultOf(row: CaseRow): Pick<Case['time'], 'cost' | 'revenue' | 'profit'> {
  const { cost, revenue, currency, companyCurrency } = row
  if (cost === undefined || revenue === undefined) return { cost: null, revenue: null, profit: null }
  const { profit } = profitOf({ revenue, labourCost: cost, minutes: row.minutes })
  return {
    cost: toWire({ minor: cost, currency: companyCurrency }),
    revenue: row.isAmountUnknown ? null : toWire({ minor: revenue, currency }),
    profit: row.isAmountUnknown || currency !== companyCurrency ? null : toWire({ minor: profit, currency }),
  }
}
