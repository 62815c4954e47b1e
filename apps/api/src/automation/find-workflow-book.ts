import type { WorkflowDefinition } from '@timedesk/contracts/workflow-definition'
import type { WorkflowBook } from '@timedesk/domain/automation/lacks-move'
import type { CaseStatus } from '@timedesk/domain/helpdesk/status'
import { workflowOf } from '@timedesk/domain/workflow/workflow'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'

/** The workflow of each type of case, and of cases without one, as they are today. */
export async function findWorkflowBook(reader: Reader): Promise<WorkflowBook> {
  const [statuses, definitions, types] = await Promise.all([
    reader.rows<CaseStatus>(Prisma.sql`SELECT id, name, category FROM case_status ORDER BY position, name`),
    reader.rows<{ id: string; definition: WorkflowDefinition }>(Prisma.sql`SELECT w.id, v.definition FROM workflow w
      JOIN workflow_version v ON v.workflow_id = w.id AND v.number = w.version`),
    reader.rows<{ id: string | null; workflowId: string }>(
      Prisma.sql`SELECT t.id, workflow_of_type(t.id) AS "workflowId" FROM (SELECT id FROM case_type UNION ALL SELECT NULL) t`,
    ),
  ])
  const workflows = new Map(definitions.map(({ id, definition }) => [id, workflowOf(definition, statuses)]))
  const ofTypes = new Map(types.map(({ id, workflowId }) => [id, workflows.get(workflowId) ?? null]))
  return {
    workflowOf: (typeId) => ofTypes.get(typeId) ?? null,
    statuses: new Map(statuses.map((status) => [status.id, status])),
  }
}
