import { statusCategories, type CaseStatus } from '@timedesk/domain/helpdesk/status'
import { nearestStatus, workflowOf } from '@timedesk/domain/workflow/workflow'
import type { StatusByCategory } from '@timedesk/domain/import/to-history'
import type { WorkflowDefinition } from '@timedesk/contracts/workflow-definition'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'

type Row = { definition: WorkflowDefinition; statuses: CaseStatus[] }

/** The first status of each category in the default workflow, or the nearest that it has. */
export async function readStatuses(reader: Reader): Promise<StatusByCategory> {
  const [row] = await reader.rows<Row>(Prisma.sql`SELECT v.definition,
      (SELECT json_agg(json_build_object('id', id, 'name', name, 'category', category, 'pausesClock', pauses_clock)) FROM case_status) AS statuses
    FROM workflow w JOIN workflow_version v ON v.workflow_id = w.id AND v.number = w.version WHERE w.is_default`)
  if (row === undefined) throw new Error('The company has no default workflow')
  const workflow = workflowOf(row.definition, row.statuses)
  return Object.fromEntries(
    statusCategories.map((category) => [category, nearestStatus(workflow, category)]),
  ) as StatusByCategory
}
