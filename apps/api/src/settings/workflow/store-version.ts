import type { WorkflowDefinition } from '@timedesk/contracts/workflow-definition'
import { Prisma } from '@timedesk/prisma/client'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'

export const takenWorkflowFields = { workflow_name_key: '/body/name' } as const

type Version = { number: number; name: string; definition: WorkflowDefinition; comment: string }

/** Writes what a workflow says from now on. Versions are history: none is ever changed. */
export async function storeVersion(
  tx: Tx,
  { actor, now }: Context,
  workflowId: string,
  { number, name, definition, comment }: Version,
): Promise<void> {
  await tx.rows(Prisma.sql`INSERT INTO workflow_version (workflow_id, number, name, definition, comment, saved_at, saved_by_id, saved_by_name)
    VALUES (${workflowId}::uuid, ${number}, ${name}, ${JSON.stringify(definition)}::jsonb, ${comment}, ${now}, ${actor.id}::uuid, ${actor.name})`)
}
