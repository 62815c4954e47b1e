import type { CustomerCard } from '@timedesk/contracts/customers'
import { toWire } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import { readyPotential } from '../invoicing/potential/potential-state.ts'
import type { Reader } from '../platform/db/database.ts'
import { findCustomer } from './find-customers.ts'

const ACTIVE_CASES_MAX = 20
const SOLVED_DAYS = 30
const WORK_DAYS = 90

type Figures = Omit<CustomerCard, 'customer' | 'activeCases' | 'potential' | 'caseCounts'> & {
  active: number
  solvedLast30Days: number
  total: number
  /** Minor units of the customer's currency. */
  potential: number
}

type CaseRow = {
  id: string
  number: number
  subject: string
  status: string
  category: string
  priority: string
  responsibleId: string | null
  responsibleName: string | null
  lastActivityAt: Date
}

/**
 * All that one wants to know of a customer at a glance. Without `potential:read` the potential is null.
 * Refuses with `not_found`.
 */
export async function findCustomerCard(
  reader: Reader,
  customerId: string,
  now: Date,
  { showsPotential }: { showsPotential: boolean },
): Promise<CustomerCard> {
  const customer = await findCustomer(reader, customerId)
  const { active, solvedLast30Days, total, potential, ...figures } = await findFigures(reader, customerId, now)
  return {
    ...figures,
    customer,
    activeCases: await findActiveCases(reader, customerId),
    caseCounts: { active, solvedLast30Days, total },
    potential: showsPotential ? toWire({ minor: potential, currency: customer.currency }) : null,
  }
}

async function findFigures(reader: Reader, customerId: string, now: Date): Promise<Figures> {
  const isActive = Prisma.sql`category IN ('new', 'open', 'waiting_customer', 'waiting_third_party')`
  const today = Prisma.sql`(${now}::timestamptz AT TIME ZONE co.time_zone)::date`
  const [figures] = await reader.rows<Figures>(Prisma.sql`SELECT
      (SELECT coalesce(json_agg(json_build_object('id', p.id, 'number', p.number, 'name', p.name, 'isActive', p.is_active, 'activeCases',
          (SELECT count(*) FROM support_case WHERE project_id = p.id AND ${isActive})) ORDER BY p.is_active DESC, p.name, p.id), '[]')
        FROM project p WHERE p.customer_id = cu.id) AS projects,
      (SELECT coalesce(json_agg(json_build_object('id', a.id, 'number', a.number, 'heading', a.heading, 'settlement', a.settlement,
          'state', a.state) ORDER BY a.number DESC), '[]')
        FROM agreement a WHERE a.customer_id = cu.id) AS agreements,
      (SELECT count(*)::int FROM contact WHERE customer_id = cu.id AND is_active) AS contacts,
      counted.*,
      (SELECT coalesce(sum(t.minutes), 0)::int FROM time_entry t
        WHERE t.customer_id = cu.id AND t.work_date > ${today} - ${WORK_DAYS}::int) AS "minutesLast90Days",
      ${readyPotential(today)} AS potential
    FROM customer cu CROSS JOIN company co CROSS JOIN LATERAL (
      SELECT (count(*) FILTER (WHERE ${isActive}))::int AS active, count(*)::int AS total,
        (count(*) FILTER (WHERE solved_at > ${now}::timestamptz - make_interval(days => ${SOLVED_DAYS}::int)))::int AS "solvedLast30Days"
      FROM support_case WHERE customer_id = cu.id) counted
    WHERE cu.id = ${customerId}::uuid`)
  if (figures === undefined) throw new Error('The customer has vanished between two queries')
  return figures
}

async function findActiveCases(reader: Reader, customerId: string): Promise<CustomerCard['activeCases']> {
  const rows = await reader.rows<CaseRow>(Prisma.sql`SELECT c.id, c.number, c.subject, s.name AS status, s.category,
      p.name AS priority, e.id AS "responsibleId", e.name AS "responsibleName", c.last_activity_at AS "lastActivityAt"
    FROM support_case c
    JOIN case_status s ON s.id = c.status_id
    JOIN priority p ON p.id = c.priority_id
    LEFT JOIN employee e ON e.id = c.responsible_id
    WHERE c.customer_id = ${customerId}::uuid AND c.category IN ('new', 'open', 'waiting_customer', 'waiting_third_party')
    ORDER BY c.last_activity_at DESC, c.id DESC LIMIT ${ACTIVE_CASES_MAX}`)
  return rows.map(({ status, category, responsibleId, responsibleName, lastActivityAt, ...row }) => ({
    ...row,
    status: { name: status, category },
    responsible:
      responsibleId === null || responsibleName === null ? null : { id: responsibleId, name: responsibleName },
    lastActivityAt: lastActivityAt.toISOString(),
  }))
}
