import type { CaseBefore } from '@timedesk/domain/cover/cover-history'
import type { Payer, RatedMinutes } from '@timedesk/domain/cover/entry'
import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../platform/db/database.ts'
import { isCaseUnit, poolJson, type LoadedPool } from './cover-pools.ts'
import { termsJson, type LoadedTerms } from './cover-terms.ts'
import { zoneNamed } from '@timedesk/domain/time/zone-named'

/** A branch of a tree, such as a department. */
export type Branch = { id: string; parentId: string | null }

type Tree = 'case_type' | 'department'

/** What decides how any work of a customer is covered, whatever its day. */
export type CustomerGround = {
  payer: Payer
  agreements: LoadedTerms[]
  pools: LoadedPool[]
  /** Trees of case types and departments; empty where no agreement is for some work only. */
  caseTypes: Branch[]
  departments: Branch[]
}

type Row = Omit<CustomerGround, 'payer'> & {
  currency: string
  ratePerHour: number | null
  timeZone: string
  customer: Payer['customer']
}

/** Finds it in one query. Null: internal time, which nobody pays. */
export async function findCustomerGround(tx: Tx, customerId: string | null): Promise<CustomerGround> {
  const [row] =
    await tx.rows<Row>(Prisma.sql`SELECT co.currency, co.rate_per_hour AS "ratePerHour", co.time_zone AS "timeZone",
      CASE WHEN cu.id IS NULL THEN NULL ELSE json_build_object('currency', cu.currency, 'ratePerHour', cu.rate_per_hour,
        'coverOrder', cu.cover_order) END AS customer,
      (SELECT coalesce(json_agg(${termsJson}), '[]') FROM agreement a WHERE a.customer_id = cu.id AND a.state <> 'draft') AS agreements,
      (SELECT coalesce(json_agg(${poolJson}), '[]') FROM cover_pool pool WHERE pool.customer_id = cu.id) AS pools,
      ${treeWhereScoped('case_type')} AS "caseTypes", ${treeWhereScoped('department')} AS departments
    FROM company co LEFT JOIN customer cu ON cu.id = ${customerId}::uuid`)
  if (row === undefined) throw new Error('The database has no company')
  const { currency, ratePerHour, timeZone, customer, ...rest } = row
  return { ...rest, payer: { customer, company: { currency, ratePerHour }, zone: zoneNamed(timeZone) } }
}

/** The id with those of all branches above it. */
export function lineOf(tree: readonly Branch[], id: string | null): string[] {
  const line: string[] = []
  let at = id
  while (at !== null && !line.includes(at)) {
    line.push(at)
    const present: string = at
    at = tree.find((branch) => branch.id === present)?.parentId ?? null
  }
  return line
}

/** What was rated on cases beside the entries that are rated anew: their minutes, and the pools that gave them a unit. */
export async function findCasesBefore(
  tx: Tx,
  caseIds: readonly string[],
  entryIds: readonly string[],
): Promise<ReadonlyMap<string, CaseBefore>> {
  const isBeside = Prisma.sql`t.case_id = ANY(${caseIds}::uuid[]) AND t.id <> ALL(${entryIds}::uuid[])`
  const [rated, units] = await Promise.all([
    tx.rows<RatedMinutes & { caseId: string }>(Prisma.sql`SELECT t.case_id AS "caseId", t.agreement_id AS "agreementId",
        t.work_date::text AS "workDate", sum(t.minutes)::int AS minutes, sum(r.billable_minutes)::int AS "billableMinutes"
      FROM time_entry t JOIN time_rating r ON r.entry_id = t.id
      WHERE ${isBeside} AND t.is_billable AND t.agreement_id IS NOT NULL GROUP BY t.case_id, t.agreement_id, t.work_date`),
    tx.rows<{ caseId: string; poolId: string }>(Prisma.sql`SELECT DISTINCT t.case_id AS "caseId", p.pool_id AS "poolId"
      FROM time_entry t JOIN cover_piece p ON p.entry_id = t.id WHERE ${isBeside} AND ${isCaseUnit}`),
  ])
  const ratedOf = Map.groupBy(rated, ({ caseId }) => caseId)
  const unitsOf = Map.groupBy(units, ({ caseId }) => caseId)
  return new Map(
    caseIds.map((caseId) => [
      caseId,
      { ratedBefore: ratedOf.get(caseId) ?? [], casePoolIds: (unitsOf.get(caseId) ?? []).map(({ poolId }) => poolId) },
    ]),
  )
}

function treeWhereScoped(table: Tree): Prisma.Sql {
  return Prisma.sql`CASE WHEN EXISTS (SELECT 1 FROM agreement a WHERE a.customer_id = cu.id AND a.is_scoped)
    THEN ${treeJson(table)} ELSE '[]'::json END`
}

/** All branches of a tree as JSON. */
export function treeJson(table: Tree): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(json_agg(json_build_object('id', b.id, 'parentId', b.parent_id)), '[]') FROM ${Prisma.raw(table)} b)`
}
