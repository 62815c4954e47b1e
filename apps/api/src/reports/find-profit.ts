import type { getProfit, ProfitDimension, ProfitRow } from '@timedesk/contracts/reports'
import { amountText, toWire } from '@timedesk/domain/money/money'
import { profitOf } from '@timedesk/domain/profit/profit'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Reader } from '../platform/db/database.ts'
import { profitFacts, type Slicing } from './profit-facts.ts'

type Query = z.output<typeof getProfit.query>
type Dimension = z.output<typeof ProfitDimension>

/** Minor units of the company's currency, and minutes. */
type Figures = { invoiced: number; recognised: number; cost: number; minutes: number; billable: number }
/** Without any rows there is one all the same, for the totals. */
type Row = Figures & { isRow: boolean; key: string; name: string; currency: string; rows: number; totals: Figures }

export type ProfitReport = {
  data: ProfitRow[]
  totals: Omit<ProfitRow, 'key' | 'name'>
  isCut: boolean
  currency: string
}

/** What figures are summed by at first; some are one more step from what is asked for. */
const keys: Record<Dimension, Slicing['key']> = {
  case: (of) => of.case,
  case_type: (of) => of.case,
  agreement: (of) => of.agreement,
  settlement: (of) => of.agreement,
  customer: (of) => of.customer,
  employee: (of) => of.employee,
  department: (of) => of.employee,
  month: (of) => Prisma.sql`to_char(${of.day}, 'YYYY-MM')`,
}

/** From that key `f.key` to the one asked for, and its name. */
const groups: Record<Dimension, { join: Prisma.Sql; key: Prisma.Sql; name: Prisma.Sql }> = {
  case: {
    join: Prisma.sql`LEFT JOIN support_case d ON d.id = f.key`,
    key: Prisma.sql`d.id::text`,
    name: Prisma.sql`'#' || d.number || ' ' || d.subject`,
  },
  case_type: {
    join: Prisma.sql`LEFT JOIN support_case c ON c.id = f.key LEFT JOIN case_type d ON d.id = c.type_id`,
    key: Prisma.sql`d.id::text`,
    name: Prisma.sql`d.name`,
  },
  agreement: {
    join: Prisma.sql`LEFT JOIN agreement d ON d.id = f.key`,
    key: Prisma.sql`d.id::text`,
    name: Prisma.sql`d.heading`,
  },
  settlement: {
    join: Prisma.sql`LEFT JOIN agreement d ON d.id = f.key`,
    key: Prisma.sql`d.settlement`,
    name: Prisma.sql`d.settlement`,
  },
  customer: {
    join: Prisma.sql`LEFT JOIN customer d ON d.id = f.key`,
    key: Prisma.sql`d.id::text`,
    name: Prisma.sql`d.name`,
  },
  employee: {
    join: Prisma.sql`LEFT JOIN employee d ON d.id = f.key`,
    key: Prisma.sql`d.id::text`,
    name: Prisma.sql`d.name`,
  },
  department: {
    join: Prisma.sql`LEFT JOIN employee e ON e.id = f.key LEFT JOIN department d ON d.id = e.department_id`,
    key: Prisma.sql`d.id::text`,
    name: Prisma.sql`d.name`,
  },
  month: { join: Prisma.sql``, key: Prisma.sql`f.key`, name: Prisma.sql`f.key` },
}

/**
 * Revenue, cost and profit of a period by a dimension (R56 to R59), what earned most first, months in their order. What
 * belongs to nothing of the dimension is a row without a key; the totals are of all rows.
 */
export async function findProfit(reader: Reader, query: Query): Promise<ProfitReport> {
  const { by, basis, limit } = query
  const group = groups[by]
  const order = by === 'month' ? Prisma.sql`key` : Prisma.sql`${Prisma.raw(basis)} DESC, profit DESC, name, key`
  const rows = await reader.rows<Row>(
    Prisma.sql`WITH facts AS (${profitFacts(slicingOf(query), query)}), grouped AS (
      SELECT coalesce(${group.key}, '') AS key, coalesce(min(${group.name}), '') AS name, ${sums(Prisma.sql`f`)}
      FROM facts f ${group.join} GROUP BY 1
    ), shown AS (
      SELECT g.*, ${Prisma.raw(`g.${basis}`)} - g.cost AS profit FROM grouped g
      WHERE g.invoiced <> 0 OR g.recognised <> 0 OR g.cost <> 0 OR g.minutes <> 0 OR g.billable <> 0
    )
    SELECT co.currency, s.key IS NOT NULL AS "isRow", coalesce(s.key, '') AS key, coalesce(s.name, '') AS name, s.invoiced, s.recognised, s.cost, s.minutes, s.billable,
      (SELECT count(*)::int FROM shown) AS rows,
      (SELECT json_build_object('invoiced', coalesce(t.invoiced, 0), 'recognised', coalesce(t.recognised, 0), 'cost', coalesce(t.cost, 0),
        'minutes', coalesce(t.minutes, 0), 'billable', coalesce(t.billable, 0)) FROM (SELECT ${sums(Prisma.sql`h`)} FROM shown h) t) AS totals
    FROM company co LEFT JOIN (SELECT * FROM shown ORDER BY ${order} LIMIT ${limit}) s ON true
    ORDER BY ${order}`,
    'anew',
  )
  const [first] = rows
  if (first === undefined) throw new Error('The database has no company')
  const { currency, totals } = first
  return {
    data: rows
      .filter(({ isRow }) => isRow)
      .map((row) => ({ key: row.key, name: row.name, ...present(row, query, currency) })),
    totals: present(totals, query, currency),
    isCut: first.rows > limit,
    currency,
  }
}

function sums(table: Prisma.Sql): Prisma.Sql {
  const names = ['invoiced', 'recognised', 'cost', 'minutes', 'billable']
  return Prisma.join(names.map((name) => Prisma.sql`sum(${table}.${Prisma.raw(name)})::float8 AS ${Prisma.raw(name)}`))
}

function slicingOf({ by, customerId, agreementId, employeeId, departmentId, settlement }: Query) {
  const conditions: Slicing['keeps'][] = []
  if (customerId !== undefined) conditions.push((of) => Prisma.sql`${of.customer} = ${customerId}::uuid`)
  if (agreementId !== undefined) conditions.push((of) => Prisma.sql`${of.agreement} = ${agreementId}::uuid`)
  if (employeeId !== undefined) conditions.push((of) => Prisma.sql`${of.employee} = ${employeeId}::uuid`)
  if (departmentId !== undefined)
    conditions.push(
      (of) => Prisma.sql`${of.employee} IN (SELECT d.id FROM employee d WHERE d.department_id = ${departmentId}::uuid)`,
    )
  if (settlement !== undefined)
    conditions.push(
      (of) => Prisma.sql`${of.agreement} IN (SELECT d.id FROM agreement d WHERE d.settlement = ${settlement})`,
    )
  return {
    key: keys[by],
    keeps: (of: Parameters<Slicing['keeps']>[0]) =>
      Prisma.join([Prisma.sql`true`, ...conditions.map((condition) => condition(of))], ' AND '),
    asksForAgreements:
      by === 'agreement' || by === 'settlement' || agreementId !== undefined || settlement !== undefined,
  }
}

function present(figures: Figures, { basis }: Query, currency: string): Omit<ProfitRow, 'key' | 'name'> {
  const { invoiced, recognised, cost, minutes, billable } = figures
  const revenue = basis === 'invoiced' ? invoiced : recognised
  const result = profitOf({ revenue, labourCost: cost, minutes })
  const money = (minor: number) => toWire({ minor, currency })
  return {
    invoiced: money(invoiced),
    recognised: money(recognised),
    revenue: money(revenue),
    cost: money(cost),
    profit: money(result.profit),
    marginPercent: result.marginBasisPoints === null ? null : amountText(result.marginBasisPoints),
    minutes,
    billableMinutes: billable,
    effectiveRate: result.effectiveRatePerHour === null ? null : money(result.effectiveRatePerHour),
    contribution: result.contributionPerHour === null ? null : money(result.contributionPerHour),
  }
}
