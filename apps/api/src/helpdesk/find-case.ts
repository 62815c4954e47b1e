import type { Case } from '@timedesk/contracts/cases'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { StaffActor } from '../platform/context.ts'
import { familyOfCase } from '../platform/db/case-family.ts'
import type { Reader } from '../platform/db/database.ts'
import { readDueView } from '../service-levels/present-due.ts'
import { caseKeyed } from './case-keyed.ts'
import { findFieldValues } from './fields/find-field-values.ts'
import { familyColumns } from './merges/family.ts'
import { withFieldFacts } from './moves/find-field-facts.ts'
import { moveColumns, moveJoins, readGround } from './moves/lock-case-to-move.ts'
import { statusesColumn, warnedAtColumn } from './moves/present-moves.ts'
import { isUnreadByStaff, presentCase, summaryColumns, summaryJoins, type CaseRow } from './case-rows.ts'

/** What the time of case `c` cost, and what it brought in: charged work, and what draws have earned (R56). */
const result = Prisma.sql` coalesce(sum(r.cost), 0)::float8 AS cost,
        coalesce(sum((SELECT sum(p.amount) FROM cover_piece p WHERE p.entry_id = w.id AND p.hold IS NULL)), 0)::float8
          + coalesce(sum((SELECT sum(l.revenue) FROM pool_ledger l WHERE l.entry_id = w.id)), 0)::float8 AS revenue,`

/** One case by its id or its number, as this reader may see it. Refuses with `not_found`. */
export async function findCase(reader: Reader, actor: StaffActor, key: string, now: Date): Promise<Case> {
  const [row] = await reader.rows<CaseRow>(Prisma.sql`SELECT ${summaryColumns}, ${isUnreadByStaff} AS "isUnread",
      c.project_id AS "projectId", (SELECT name FROM project WHERE id = c.project_id) AS "projectName", c.agreement_id AS "agreementId", (SELECT heading FROM agreement WHERE id = c.agreement_id) AS "agreementHeading", c.is_outside_contract AS "isOutsideContract",
      c.external_reference AS "externalReference", c.product, c.service_level AS "serviceLevel", c.created_via AS "createdVia",
      c.created_by_name AS "createdByName", c.first_replied_at AS "firstRepliedAt", c.solved_at AS "solvedAt", c.closed_at AS "closedAt",
      c.reopened_count AS "reopenedCount", c.fields AS values, c.estimate_minutes AS "estimateMinutes", c.template_id AS "templateId", m.read_at AS "readAt",
      (SELECT name FROM case_template WHERE id = c.template_id) AS "templateName", c.version, w.*, coalesce(w."timeCurrency", cu.currency) AS currency, (SELECT currency FROM company) AS "companyCurrency",
      c.resolution, ${familyColumns}, ${moveColumns}, ${warnedAtColumn}, ${statusesColumn}
    FROM support_case c
    ${summaryJoins} ${moveJoins}
    LEFT JOIN staff_read_mark m ON m.case_id = c.id AND m.employee_id = ${actor.id}::uuid
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(w.minutes), 0)::int AS minutes, coalesce(sum(r.billable_minutes), 0)::int AS "billableMinutes",
        coalesce(sum(r.amount), 0)::float8 AS amount, min(r.currency) AS "timeCurrency",${actor.permissions.has('cost:read') ? result : Prisma.empty}
        coalesce(bool_or(r.amount IS NULL AND r.billable_minutes > 0) OR count(DISTINCT r.currency) > 1, false) AS "isAmountUnknown"
      FROM time_entry w JOIN time_rating r ON r.entry_id = w.id WHERE w.case_id = ANY(${familyOfCase(Prisma.sql`c.id`)})) w
    WHERE ${caseKeyed(key)}`)
  if (row === undefined) throw new Refusal('not_found')
  const plain = readGround(row, row.statuses).facts
  const [due, fields, facts] = await Promise.all([
    readDueView(reader, [row], now),
    findFieldValues(reader, row),
    row.hasFields ? withFieldFacts(reader, row.id, plain) : plain,
  ])
  return presentCase(row, actor, due, { fields, facts })
}
