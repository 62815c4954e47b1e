import { Refusal } from '@timedesk/contracts/refusal'
import type { WorkflowDefinition } from '@timedesk/contracts/workflow-definition'
import type { CaseStatus } from '@timedesk/domain/helpdesk/status'
import { definitionProblems, type DefinitionGround } from '@timedesk/domain/workflow/definition-problems'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'

type Row = { statuses: CaseStatus[] | null; fieldIds: string[] | null }

/** What the company has, as far as a definition speaks of it. */
export async function findDefinitionGround(reader: Reader): Promise<DefinitionGround> {
  const [row] = await reader.rows<Row>(Prisma.sql`SELECT
    (SELECT json_agg(json_build_object('id', id, 'name', name, 'category', category)) FROM case_status WHERE is_active) AS statuses,
    (SELECT json_agg(id) FROM custom_field WHERE is_active) AS "fieldIds"`)
  return { statuses: row?.statuses ?? [], fieldIds: new Set(row?.fieldIds ?? []) }
}

/** Refuses with `workflow_refused` a definition that does not work, with a pointer at each problem. */
export async function refuseProblems(reader: Reader, definition: WorkflowDefinition): Promise<void> {
  const fields = definitionProblems(definition, await findDefinitionGround(reader))
  if (fields.length > 0) throw new Refusal('workflow_refused', { fields })
}
