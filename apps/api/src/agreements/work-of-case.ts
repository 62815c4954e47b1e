import type { EntryToCover } from '@timedesk/domain/cover/entry'
import { Prisma } from '@timedesk/prisma/client'
import { choiceOf, type CaseChoice } from './cover-work.ts'

/** What of a case decides who pays for work on it; `today` is the company's. */
export type WorkOfCase = CaseChoice & {
  today: string
  caseTypeIds: string[]
  departmentIds: string[]
  projectId: string | null
}

/** Work of today on a case, with the least that the question of scope needs. */
export function workToday(row: WorkOfCase, caseId: string): EntryToCover {
  return {
    workDate: row.today,
    startMs: null,
    endMs: null,
    minutes: 0,
    isBillable: null,
    ratePerHour: null,
    activityType: { id: '', isBillable: true, factorPermille: 1000, fixedRatePerHour: null, minimum: 0 },
    priceClass: null,
    caseId,
    choice: choiceOf(row),
    presentAgreementIds: [],
    caseTypeIds: row.caseTypeIds,
    departmentIds: row.departmentIds,
    projectIds: row.projectId === null ? [] : [row.projectId],
  }
}

/** The columns of `WorkOfCase`, of case `c`; company `co` is at hand for the day. */
export const workColumns = Prisma.sql`c.is_outside_contract AS "isOutsideContract", c.agreement_id AS "caseAgreementId",
  c.project_id AS "projectId", ${lineOf('case_type', Prisma.sql`c.type_id`)} AS "caseTypeIds",
  ${lineOf('department', Prisma.sql`c.department_id`)} AS "departmentIds"`

/** A type or department with all above it. */
function lineOf(table: 'case_type' | 'department', id: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`ARRAY(WITH RECURSIVE line AS (SELECT b.id, b.parent_id FROM ${Prisma.raw(table)} b WHERE b.id = ${id}
    UNION SELECT b.id, b.parent_id FROM ${Prisma.raw(table)} b JOIN line l ON b.id = l.parent_id) SELECT line.id FROM line)`
}
