import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'
import { hasNotEnded, isOfFlow, typeFlows } from './find-workflows.ts'

const SAMPLE_SIZE = 20

export type StandingCases = {
  statusId: string
  status: string
  cases: number
  /** The oldest of them. */
  sample: { id: string; number: number; subject: string }[]
}

/** How many cases that have not ended stand in statuses of a workflow, and the oldest of each; statuses without any are left out. */
export async function findStandingCases(
  reader: Reader,
  workflowId: string,
  statusIds: readonly string[],
): Promise<StandingCases[]> {
  if (statusIds.length === 0) return []
  return reader.rows<StandingCases>(Prisma.sql`WITH flow AS MATERIALIZED (SELECT * FROM ${typeFlows} t),
      standing AS (SELECT c.id, c.number, c.subject, c.status_id, row_number() OVER (PARTITION BY c.status_id ORDER BY c.number) AS place
        FROM support_case c JOIN flow f ON ${isOfFlow}
        WHERE ${hasNotEnded} AND c.status_id = ANY(${statusIds}::uuid[]) AND f.workflow_id = ${workflowId}::uuid)
    SELECT s.id AS "statusId", s.name AS status, count(*)::int AS cases,
      json_agg(json_build_object('id', c.id, 'number', c.number, 'subject', c.subject) ORDER BY c.number) FILTER (WHERE c.place <= ${SAMPLE_SIZE}) AS sample
    FROM standing c JOIN case_status s ON s.id = c.status_id GROUP BY s.id, s.name, s.position ORDER BY s.position, s.name`)
}
