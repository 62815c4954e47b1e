import type { CaseGroup, CaseSort } from '@timedesk/contracts/work-list'
import { statusCategories } from '@timedesk/domain/helpdesk/status'
import { Prisma } from '@timedesk/prisma/client'
import type { SortColumn } from './sort-column.ts'

/** What has to be joined to case `c` before it can be sorted or grouped. */
type Joined = 'priority' | 'customer' | 'responsible' | 'department' | 'status' | 'type'

const joins: Record<Joined, Prisma.Sql> = {
  priority: Prisma.sql`JOIN priority opr ON opr.id = c.priority_id`,
  customer: Prisma.sql`JOIN customer ocu ON ocu.id = c.customer_id`,
  responsible: Prisma.sql`LEFT JOIN employee oem ON oem.id = c.responsible_id`,
  department: Prisma.sql`JOIN department ode ON ode.id = c.department_id`,
  status: Prisma.sql`JOIN case_status ost ON ost.id = c.status_id`,
  type: Prisma.sql`LEFT JOIN case_type oty ON oty.id = c.type_id`,
}

type Way = { columns: readonly SortColumn[]; joined?: Joined }

const categoryRank = Prisma.sql`array_position(ARRAY[${Prisma.raw(
  statusCategories.map((category) => `'${category}'`).join(', '),
)}], c.category)`
const byStatus: Way = {
  columns: [
    { of: categoryRank, type: 'int' },
    { of: Prisma.sql`ost.position`, type: 'int' },
    { of: Prisma.sql`c.status_id`, type: 'uuid' },
  ],
  joined: 'status',
}
const byPriority: Way = { columns: [{ of: Prisma.sql`opr.level`, type: 'int' }], joined: 'priority' }
const byName = (joined: Joined, name: Prisma.Sql, isNullable = false): Way => ({
  columns: [{ of: Prisma.sql`lower(${name})`, type: 'text', isNullable }],
  joined,
})
const ways = {
  lastActivityAt: { columns: [{ of: Prisma.sql`c.last_activity_at`, type: 'timestamptz' }] },
  createdAt: { columns: [{ of: Prisma.sql`c.created_at`, type: 'timestamptz' }] },
  solvedAt: { columns: [{ of: Prisma.sql`c.solved_at`, type: 'timestamptz', isNullable: true }] },
  due: { columns: [{ of: Prisma.sql`c.due_at`, type: 'timestamptz', isNullable: true }] },
  number: { columns: [{ of: Prisma.sql`c.number`, type: 'int' }] },
  subject: { columns: [{ of: Prisma.sql`lower(c.subject)`, type: 'text' }] },
  estimate: { columns: [{ of: Prisma.sql`c.estimate_minutes`, type: 'int', isNullable: true }] },
  priority: byPriority,
  customer: byName('customer', Prisma.sql`ocu.name`),
  responsible: byName('responsible', Prisma.sql`oem.name`, true),
  department: byName('department', Prisma.sql`ode.name`),
  status: byStatus,
  type: byName('type', Prisma.sql`oty.name`, true),
} satisfies Record<string, Way>

/** Sorts whose value many cases share: among those, the latest activity comes first. */
const coarse: readonly string[] = ['priority', 'customer', 'responsible', 'department', 'status', 'type']

const latestFirst: SortColumn[] = [
  { of: Prisma.sql`c.last_activity_at`, type: 'timestamptz', isDescending: true },
  { of: Prisma.sql`c.id`, type: 'uuid', isDescending: true },
]

/** Names may be shared; a group is of one thing. */
const groupWays: Record<CaseGroup, (bounds: () => DueBounds) => Way> = {
  status: () => byStatus,
  priority: () => byPriority,
  responsible: () => withId(ways.responsible, Prisma.sql`c.responsible_id`, true),
  customer: () => withId(ways.customer, Prisma.sql`c.customer_id`),
  department: () => withId(ways.department, Prisma.sql`c.department_id`),
  type: () => withId(ways.type, Prisma.sql`c.type_id`, true),
  due: (bounds) => ({ columns: [{ of: dueRank(bounds()), type: 'int' }] }),
}

function withId(way: Way, id: Prisma.Sql, isNullable = false): Way {
  return { ...way, columns: [...way.columns, { of: id, type: 'uuid', isNullable }] }
}

/** Where the groups of dues begin, of one moment. */
export type DueBounds = { now: Date; tomorrow: Date; dayAfter: Date; nextWeek: Date }

function dueRank({ now, tomorrow, dayAfter, nextWeek }: DueBounds): Prisma.Sql {
  return Prisma.sql`CASE WHEN c.due_at IS NULL THEN 5 WHEN c.due_at <= ${now}::timestamptz THEN 0
    WHEN c.due_at < ${tomorrow}::timestamptz THEN 1 WHEN c.due_at < ${dayAfter}::timestamptz THEN 2
    WHEN c.due_at < ${nextWeek}::timestamptz THEN 3 ELSE 4 END`
}

export type CaseOrder = {
  /** All that the order depends on, the id last: no two cases are alike in it. */
  columns: readonly SortColumn[]
  joins: Prisma.Sql
}

/** How a list is sorted, within its groups. The first column goes its way in the indexes, which all end in the id. */
export function caseOrder(sort: CaseSort, group: CaseGroup | undefined, bounds: () => DueBounds): CaseOrder {
  const isDescending = sort.startsWith('-')
  const name = sort.replace('-', '')
  const key = name === 'deadline' ? 'due' : name
  const way: Way = ways[key as keyof typeof ways]
  const groups: Way = group === undefined ? { columns: [] } : groupWays[group](bounds)
  const own = way.columns.map((column) => ({ ...column, isDescending }))
  const rest = coarse.includes(key) ? latestFirst : [{ of: Prisma.sql`c.id`, type: 'uuid' as const, isDescending }]
  const joined = [...new Set([groups.joined, way.joined])].filter((one) => one !== undefined)
  return {
    columns: [...groups.columns, ...own, ...rest],
    joins:
      joined.length === 0
        ? Prisma.empty
        : Prisma.join(
            joined.map((one) => joins[one]),
            ' ',
          ),
  }
}
