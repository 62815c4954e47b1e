import type { Payer } from '@timedesk/domain/cover/entry'
import type { Window } from '@timedesk/domain/simulation/draft'
import type { ChargedToday, WorkedEntry } from '@timedesk/domain/simulation/simulate'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'
import { dayAt } from '../company-day.ts'
import { activityJson, priceClassJson } from '../cover-work.ts'
import { lineOf, treeJson, type Branch } from '../customer-ground.ts'
import { isTakenBack } from '../stored-entries.ts'

/** A customer with what decides the price of its work. */
export type Customer = {
  id: string
  name: string
  customer: NonNullable<Payer['customer']>
  company: Payer['company']
  timeZone: string
  today: string
  caseTypes: Branch[]
  departments: Branch[]
}

/** Undefined: there is no such customer. */
export async function findCustomer(reader: Reader, id: string, now: Date): Promise<Customer | undefined> {
  const [customer] = await reader.rows<Customer>(Prisma.sql`SELECT cu.id, cu.name,
      json_build_object('currency', cu.currency, 'ratePerHour', cu.rate_per_hour, 'coverOrder', cu.cover_order) AS customer,
      json_build_object('currency', co.currency, 'ratePerHour', co.rate_per_hour) AS company, co.time_zone AS "timeZone",
      ${dayAt(now)}::text AS today,
      ${treeJson('case_type')} AS "caseTypes", ${treeJson('department')} AS departments
    FROM customer cu CROSS JOIN company co WHERE cu.id = ${id}::uuid`)
  return customer
}

type Row = Pick<WorkedEntry, 'id' | 'workDate' | 'minutes' | 'activityType' | 'priceClass' | 'caseId' | 'cost'> & {
  startedAt: Date | null
  endedAt: Date | null
  billableChoice: boolean | null
  rateOverride: number | null
  isOutsideContract: boolean
  caseTypeId: string | null
  departmentId: string | null
  projectIds: string[]
  currency: string
  lacksRate: boolean
} & NonNullable<WorkedEntry['today']>

/**
 * A customer's billable time of a window in the order of the work (R16), with what it was worth and what it cost. An
 * entry that was taken back and what takes it back are left out together. At most `limit` entries.
 */
export async function findWorked(
  reader: Reader,
  { id, caseTypes, departments }: Customer,
  { from, to }: Pick<Window, 'from' | 'to'>,
  { currency, limit }: { currency: string; limit: number },
): Promise<WorkedEntry[]> {
  const rows =
    await reader.rows<Row>(Prisma.sql`SELECT t.id, t.work_date::text AS "workDate", t.started_at AS "startedAt",
      t.ended_at AS "endedAt", t.minutes, t.billable_choice AS "billableChoice", t.rate_override AS "rateOverride",
      ${activityJson} AS "activityType", ${priceClassJson} AS "priceClass", t.case_id AS "caseId",
      coalesce(c.is_outside_contract, false) AS "isOutsideContract", c.type_id AS "caseTypeId", c.department_id AS "departmentId",
      array_remove(ARRAY[t.project_id, c.project_id], NULL) AS "projectIds", r.cost::float8 AS cost, r.currency,
      r.billable_minutes AS "billableMinutes", worth.*
    FROM time_entry t
    JOIN time_rating r ON r.entry_id = t.id
    JOIN activity_type ty ON ty.id = t.activity_type_id
    LEFT JOIN price_class pc ON pc.id = t.price_class_id
    LEFT JOIN support_case c ON c.id = t.case_id
    CROSS JOIN LATERAL (${worthOfEntry}) worth
    WHERE t.customer_id = ${id}::uuid AND t.work_date BETWEEN ${from}::date AND ${to}::date AND t.is_billable
      AND t.correction IS DISTINCT FROM 'reversal' AND NOT ${isTakenBack}
    ORDER BY t.work_date, t.started_at NULLS FIRST, t.id LIMIT ${limit}`)
  return rows.map((row) => workedFrom(row, { caseTypes, departments, currency }))
}

/** What was charged for entry `t`, and what its draws earned that were not taken back. Declined overage is no charge. */
const worthOfEntry = Prisma.sql`SELECT
    coalesce(sum(p.amount) FILTER (WHERE p.kind = 'time_spent'), 0)::float8 AS time,
    coalesce(sum(p.amount) FILTER (WHERE p.kind = 'overage' AND p.hold IS DISTINCT FROM 'declined'), 0)::float8 AS overage,
    coalesce(sum(p.minutes) FILTER (WHERE p.kind IN ('voucher', 'subscription')), 0)::int AS "coveredMinutes",
    coalesce(sum(p.minutes) FILTER (WHERE p.kind = 'overage'), 0)::int AS "overageMinutes",
    coalesce(bool_or(p.kind = 'missing_rate'), false) AS "lacksRate",
    coalesce(sum(l.revenue), 0)::float8 AS vouchers
  FROM cover_piece p LEFT JOIN pool_ledger l ON l.id = p.ledger_id AND l.kind = 'draw'
  WHERE p.entry_id = t.id`

function workedFrom(
  row: Row,
  { caseTypes, departments, currency }: Pick<Customer, 'caseTypes' | 'departments'> & { currency: string },
): WorkedEntry {
  const { id, workDate, minutes, activityType, priceClass, caseId, projectIds, cost } = row
  const { vouchers, time, overage, coveredMinutes, overageMinutes, billableMinutes } = row
  const isComparable = !row.lacksRate && row.currency === currency
  return {
    ...{ id, workDate, minutes, activityType, priceClass, caseId, projectIds, cost },
    startMs: row.startedAt?.getTime() ?? null,
    endMs: row.endedAt?.getTime() ?? null,
    isBillable: row.billableChoice,
    ratePerHour: row.rateOverride,
    choice: { mode: row.isOutsideContract ? 'outside' : 'automatic' },
    presentAgreementIds: [],
    caseTypeIds: lineOf(caseTypes, row.caseTypeId),
    departmentIds: lineOf(departments, row.departmentId),
    today: isComparable ? { vouchers, time, overage, coveredMinutes, overageMinutes, billableMinutes } : null,
  }
}

/** What was charged in a window beside the time itself. */
export async function findCharged(
  reader: Reader,
  customerId: string,
  { from, to }: Pick<Window, 'from' | 'to'>,
  currency: string,
): Promise<ChargedToday> {
  const [charged] = await reader.rows<ChargedToday>(Prisma.sql`SELECT
      (SELECT coalesce(json_agg(json_build_object('from', s.from_day, 'to', s.to_day, 'amount', s.amount)), '[]')
        FROM subscription_period s
        WHERE s.customer_id = ${customerId}::uuid AND s.currency = ${currency} AND s.charged_days > 0
          AND s.from_day <= ${to}::date AND s.to_day >= ${from}::date) AS fees,
      (SELECT coalesce(json_agg(json_build_object('day', l.booked_on, 'amount', l.revenue)), '[]')
        FROM pool_ledger l JOIN voucher v ON v.id = l.pool_id
        WHERE l.customer_id = ${customerId}::uuid AND v.currency = ${currency} AND l.kind IN ('expire', 'extend')
          AND l.booked_on BETWEEN ${from}::date AND ${to}::date) AS expired,
      (SELECT coalesce(sum(pool.liability), 0)::float8 FROM cover_pool pool JOIN voucher v ON v.id = pool.id
        WHERE pool.customer_id = ${customerId}::uuid AND v.currency = ${currency}) AS unused`)
  return charged ?? { fees: [], expired: [], unused: 0 }
}
