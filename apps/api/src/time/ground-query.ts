import type { EntryToCover, Payer } from '@timedesk/domain/cover/entry'
import type { PeriodLocks } from '@timedesk/domain/time/first-open-day'
import { Prisma } from '@timedesk/prisma/client'
import { poolJson, type LoadedPool } from '../agreements/cover-pools.ts'
import { plainTermsJson, type PlainTerms } from '../agreements/cover-terms.ts'
import { activityJson, priceClassJson, type CaseChoice } from '../agreements/cover-work.ts'
import type { CostRate } from './cost-of-work.ts'
import type { Clock } from './read-clock.ts'

/** What time refers to. Neither case, project nor task: internal time. */
export type References = {
  caseId?: string | null | undefined
  projectId?: string | null | undefined
  taskId?: string | null | undefined
  activityTypeId: string
  priceClassId?: string | null | undefined
  employeeId: string
  /** Today in the company's time zone unless it was given, or the clock says when. */
  workDate?: string | undefined
  clock: Clock
  /** The entry that the time is of already, which does not count as worked before. */
  entryId?: string | undefined
  /** The entry that the time stands in for, if another one. What it refers to may stay, usable or not. */
  correctsId?: string | undefined
}

export type GroundRow = CaseChoice &
  PeriodLocks & {
    companyCurrency: string
    companyRate: number | null
    timeZone: string
    fromDay: string
    toDay: string
    customer: (NonNullable<Payer['customer']> & { id: string }) | null
    employeeName: string | null
    activityTypeName: string | null
    activityType: EntryToCover['activityType']
    priceClass: EntryToCover['priceClass']
    isCaseFound: boolean
    isProjectUsable: boolean
    isTaskUsable: boolean
    isPriceClassUsable: boolean
    caseTypeId: string | null
    departmentId: string | null
    caseProjectId: string | null
    projectId: string | null
    presentAgreementIds: string[]
    /** Whether units for whole cases were ever bought. */
    hasCaseUnits: boolean
    closedWeeks: string[] | null
    costRates: CostRate[] | null
    agreements: PlainTerms[] | null
    /** Pools that hold on the days and have no unit left, or need none. */
    emptyPools: LoadedPool[] | null
  }

/** The first and the last day of time, as a subquery for a lateral join to company `co`. */
export function daysOf({ workDate, clock: { startMs, endMs } }: References, now: Date): Prisma.Sql {
  const local = (ms: number | null) =>
    Prisma.sql`(${ms === null ? null : new Date(ms)}::timestamptz AT TIME ZONE co.time_zone)::date`
  // Midnight itself is not worked any more.
  const lastMs = endMs === null ? null : endMs - 1
  return Prisma.sql`(SELECT g.from_day, greatest(g.from_day, ${local(lastMs)}) AS to_day
    FROM (SELECT coalesce(${workDate ?? null}::date, ${local(startMs ?? now.getTime())}) AS from_day) g)`
}

/**
 * Everything that time needs in most cases. It is planned once, and every part of a plan costs something each time,
 * needed or not: what few agreements ask for is looked up by itself. A person's own price class holds where none was
 * named; agreements are those that hold on one of the days.
 */
export function groundQuery(references: References, now: Date): Prisma.Sql {
  const { caseId = null, projectId = null, taskId = null, activityTypeId, priceClassId = null, employeeId } = references
  const present = presentOf(references)
  return Prisma.sql`SELECT co.currency AS "companyCurrency", co.rate_per_hour AS "companyRate", co.time_zone AS "timeZone",
      co.soft_locked_through::text AS "softLockedThrough", co.hard_locked_through::text AS "hardLockedThrough",
      d.from_day::text AS "fromDay", d.to_day::text AS "toDay",
      CASE WHEN cu.id IS NULL THEN NULL ELSE json_build_object('id', cu.id, 'currency', cu.currency, 'ratePerHour', cu.rate_per_hour,
        'coverOrder', cu.cover_order) END AS customer,
      e.name AS "employeeName", ty.name AS "activityTypeName", ${activityJson} AS "activityType", ${priceClassJson} AS "priceClass",
      (${caseId}::uuid IS NULL OR c.id IS NOT NULL) AS "isCaseFound", (${projectId}::uuid IS NULL OR p.id IS NOT NULL) AS "isProjectUsable",
      (${taskId}::uuid IS NULL OR tk.id IS NOT NULL AND p.id IS NOT NULL) AS "isTaskUsable",
      (${priceClassId}::uuid IS NULL OR pc.id IS NOT NULL) AS "isPriceClassUsable",
      c.agreement_id AS "caseAgreementId", coalesce(c.is_outside_contract, false) AS "isOutsideContract", c.type_id AS "caseTypeId",
      c.department_id AS "departmentId", c.project_id AS "caseProjectId", p.id AS "projectId", ${present.agreementIds} AS "presentAgreementIds",
      EXISTS (SELECT 1 FROM cover_pool pool WHERE pool.customer_id = cu.id AND pool.unit = 'cases') AS "hasCaseUnits",
      (SELECT json_agg(w.monday) FROM week_sheet w WHERE w.employee_id = e.id AND w.state IN ('submitted', 'approved')
        AND w.monday IN (date_trunc('week', d.from_day)::date, date_trunc('week', d.to_day)::date)) AS "closedWeeks",
      (SELECT json_agg(json_build_object('validFrom', k.valid_from, 'ratePerHour', k.rate_per_hour)) FROM cost_rate k
        WHERE k.employee_id = e.id AND k.valid_from <= d.to_day) AS "costRates",
      (SELECT json_agg(${plainTermsJson}) FROM agreement a WHERE a.customer_id = cu.id AND a.state <> 'draft'
        AND CASE WHEN c.agreement_id IS NULL THEN a.valid_from <= d.to_day AND (a.valid_to IS NULL OR a.valid_to >= d.from_day)
          ELSE a.id = c.agreement_id END) AS agreements,
      (SELECT json_agg(${poolJson}) FROM cover_pool pool WHERE pool.customer_id = cu.id AND pool.is_open AND pool.balance = 0
        AND pool.valid_from <= d.to_day AND (pool.expires_on IS NULL OR pool.expires_on >= d.from_day)) AS "emptyPools"
    FROM company co
    CROSS JOIN LATERAL ${daysOf(references, now)} d
    ${present.join}
    LEFT JOIN employee e ON e.id = ${employeeId}::uuid AND ${present.isUsable('e')}
    LEFT JOIN activity_type ty ON ty.id = ${activityTypeId}::uuid AND ${present.isUsable('ty')}
    LEFT JOIN price_class pc ON pc.id = coalesce(${priceClassId}::uuid, e.price_class_id) AND (${priceClassId}::uuid IS NULL OR ${present.isUsable('pc')})
    LEFT JOIN support_case c ON c.id = ${caseId}::uuid
    ${projectOf(references, present)}
    LEFT JOIN customer cu ON cu.id = coalesce(c.customer_id, p.customer_id)`
}

/** Neither is looked for where none is named. */
function projectOf({ projectId = null, taskId = null }: References, { isUsable }: Present): Prisma.Sql {
  if (projectId === null && taskId === null)
    return Prisma.sql`CROSS JOIN (SELECT NULL::uuid AS id) tk CROSS JOIN (SELECT NULL::uuid AS id, NULL::uuid AS customer_id) p`
  return Prisma.sql`LEFT JOIN project_task tk ON tk.id = ${taskId}::uuid AND ${isUsable('tk')}
    LEFT JOIN project p ON p.id = coalesce(${projectId}::uuid, tk.project_id) AND ${isUsable('p')}
      AND (c.customer_id IS NULL OR p.customer_id = c.customer_id) AND (tk.id IS NULL OR p.id = tk.project_id)`
}

type Present = { join: Prisma.Sql; agreementIds: Prisma.Sql; isUsable: (table: string) => Prisma.Sql }

/** New time refers to what is active; time that is there already keeps what it has, and the agreements that pay for it. */
function presentOf({ entryId, correctsId = entryId }: References): Present {
  if (correctsId === undefined) {
    const isActive = (table: string) => Prisma.raw(`${table}.is_active`)
    return { join: Prisma.empty, agreementIds: Prisma.sql`ARRAY[]::uuid[]`, isUsable: isActive }
  }
  return {
    join: Prisma.sql`LEFT JOIN LATERAL (
      SELECT t.employee_id AS e_id, t.activity_type_id AS ty_id, t.price_class_id AS pc_id, t.task_id AS tk_id, t.project_id AS p_id,
        ARRAY(SELECT t.agreement_id UNION SELECT x.agreement_id FROM cover_piece x WHERE x.entry_id = t.id) AS agreement_ids
      FROM time_entry t WHERE t.id = ${correctsId}::uuid) own ON true`,
    agreementIds: Prisma.sql`own.agreement_ids`,
    isUsable: (table) => Prisma.raw(`(${table}.is_active OR ${table}.id = own.${table}_id)`),
  }
}
