import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'

/** What decides which policy a case gets. */
export type PolicyGround = {
  id: string
  customerId: string
  priorityId: string
  priority: string
  /** Chosen by hand. */
  agreementId: string | null
  isOutsideContract: boolean
  projectId: string | null
  /** Its own type, then those above it; the same of its department. */
  typeLine: string[]
  departmentLine: string[]
}

/** An agreement that a policy is for, and for which work it is (R11). */
export type PolicyAgreement = {
  id: string
  customerId: string
  rules: { kind: 'type' | 'department' | 'project' | 'activity'; mode: 'include' | 'exclude'; id: string }[]
}

const line = (tree: Prisma.Sql, from: Prisma.Sql) => Prisma.sql`ARRAY(WITH RECURSIVE line AS (
    SELECT id, parent_id, 0 AS height FROM ${tree} WHERE id = ${from}
    UNION ALL SELECT t.id, t.parent_id, l.height + 1 FROM ${tree} t JOIN line l ON t.id = l.parent_id)
  SELECT id::text FROM line ORDER BY height)`

/** Cases `c` that meet a condition, as the choice among policies reads them. */
export async function findPolicyGrounds(
  reader: Reader,
  condition: Prisma.Sql,
  planned: 'once' | 'anew' = 'once',
): Promise<PolicyGround[]> {
  return reader.rows<PolicyGround>(
    Prisma.sql`SELECT c.id, c.customer_id AS "customerId", c.priority_id AS "priorityId", pr.name AS priority,
      c.agreement_id AS "agreementId", c.is_outside_contract AS "isOutsideContract", c.project_id AS "projectId",
      ${line(Prisma.sql`case_type`, Prisma.sql`c.type_id`)} AS "typeLine",
      ${line(Prisma.sql`department`, Prisma.sql`c.department_id`)} AS "departmentLine"
    FROM support_case c JOIN priority pr ON pr.id = c.priority_id WHERE ${condition}`,
    planned,
  )
}

/**
 * Agreements in force at a moment that policies are for, by number, so that the first one is always the same; or the
 * one that is named.
 */
export async function findPolicyAgreements(reader: Reader, now: Date, id?: string): Promise<PolicyAgreement[]> {
  const wanted =
    id === undefined ? Prisma.sql`(SELECT agreement_id FROM service_policy WHERE is_active)` : Prisma.sql`(${id}::uuid)`
  return reader.rows<PolicyAgreement>(Prisma.sql`SELECT a.id, a.customer_id AS "customerId",
      (SELECT coalesce(json_agg(json_build_object('mode', o.mode, 'id', coalesce(o.case_type_id, o.department_id, o.project_id, o.activity_type_id),
          'kind', CASE WHEN o.case_type_id IS NOT NULL THEN 'type' WHEN o.department_id IS NOT NULL THEN 'department'
            WHEN o.project_id IS NOT NULL THEN 'project' ELSE 'activity' END)), '[]')
        FROM agreement_scope o WHERE o.agreement_id = a.id AND a.is_scoped) AS rules
    FROM agreement a CROSS JOIN company co
    WHERE a.id IN ${wanted} AND a.state = 'active'
      AND a.valid_from <= (${now}::timestamptz AT TIME ZONE co.time_zone)::date
      AND (a.valid_to IS NULL OR a.valid_to >= (${now}::timestamptz AT TIME ZONE co.time_zone)::date)
    ORDER BY a.number`)
}

/**
 * The agreement that counts for the choice: the one that the case names, or else the first with a policy that is for
 * such work. Which activities it is for cannot be told before there is work, and does not matter here.
 */
export function agreementOf(ground: PolicyGround, agreements: readonly PolicyAgreement[]): string | null {
  if (ground.isOutsideContract) return null
  if (ground.agreementId !== null) return ground.agreementId
  const found = agreements.find(({ customerId, rules }) => customerId === ground.customerId && isForWork(ground, rules))
  return found?.id ?? null
}

function isForWork(ground: PolicyGround, rules: PolicyAgreement['rules']): boolean {
  const named = {
    type: ground.typeLine,
    department: ground.departmentLine,
    project: ground.projectId === null ? [] : [ground.projectId],
  }
  return (['type', 'department', 'project'] as const).every((kind) => {
    const ofKind = rules.filter((rule) => rule.kind === kind)
    const includes = ofKind.filter(({ mode }) => mode === 'include')
    const isNamed = ({ id }: { id: string }) => named[kind].includes(id)
    if (ofKind.some((rule) => rule.mode === 'exclude' && isNamed(rule))) return false
    return includes.length === 0 || includes.some(isNamed)
  })
}
