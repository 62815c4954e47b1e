import { WORKFLOWS_MAX } from '@timedesk/contracts/limits'
import { Refusal } from '@timedesk/contracts/refusal'
import type { Workflow } from '@timedesk/contracts/workflows'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'

type Row = Omit<Workflow, 'savedAt'> & { savedAt: Date }

/** Types with the workflow that their cases move by; cases without a type stand in a row without one. */
export const typeFlows = Prisma.sql`(SELECT t.id AS type_id, workflow_of_type(t.id) AS workflow_id
  FROM (SELECT id FROM case_type UNION ALL SELECT NULL::uuid) t)`

/** Whether case `c` is of flow `f`, a row of `typeFlows`. */
export const isOfFlow = Prisma.sql`coalesce(f.type_id, '00000000-0000-0000-0000-000000000000') = coalesce(c.type_id, '00000000-0000-0000-0000-000000000000')`

/** Whether case `c` has not ended. Written out as the partial index of statuses has it. */
export const hasNotEnded = Prisma.sql`c.category IN ('new', 'open', 'waiting_customer', 'waiting_third_party', 'solved')`

const selection = Prisma.sql`WITH flow AS MATERIALIZED (SELECT * FROM ${typeFlows} t),
  counted AS MATERIALIZED (SELECT f.workflow_id, sum(c.cases)::int AS cases
    FROM (SELECT c.type_id, count(*) AS cases FROM support_case c WHERE ${hasNotEnded} GROUP BY c.type_id) c JOIN flow f ON ${isOfFlow} GROUP BY f.workflow_id)
  SELECT w.id, w.name, w.is_default AS "isDefault", w.is_active AS "isActive", w.version, v.definition, v.comment,
    v.saved_at AS "savedAt", v.saved_by_name AS "savedByName", coalesce(n.cases, 0)::int AS cases,
    (SELECT coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) ORDER BY t.name, t.id), '[]') FROM case_type t WHERE t.workflow_id = w.id) AS types
  FROM workflow w JOIN workflow_version v ON v.workflow_id = w.id AND v.number = w.version LEFT JOIN counted n ON n.workflow_id = w.id`

/** All workflows, the default one first, then by name. */
export async function findWorkflows(reader: Reader, isActive?: boolean): Promise<Workflow[]> {
  const active = isActive === undefined ? Prisma.sql`true` : Prisma.sql`w.is_active = ${isActive}`
  const rows = await reader.rows<Row>(
    Prisma.sql`${selection} WHERE ${active} ORDER BY w.is_default DESC, w.name, w.id LIMIT ${WORKFLOWS_MAX}`,
  )
  return rows.map(present)
}

/** One workflow with the definition in force. Refuses with `not_found`. */
export async function findWorkflow(reader: Reader, id: string): Promise<Workflow> {
  const [row] = await reader.rows<Row>(Prisma.sql`${selection} WHERE w.id = ${id}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  return present(row)
}

/** The names of the workflows in force that require a custom field somewhere. */
export async function workflowsRequiring(reader: Reader, fieldId: string): Promise<string[]> {
  const rows = await reader.rows<{ name: string }>(Prisma.sql`SELECT w.name
    FROM workflow w JOIN workflow_version v ON v.workflow_id = w.id AND v.number = w.version
    WHERE w.is_active AND EXISTS (
      SELECT 1 FROM jsonb_array_elements(v.definition -> 'transitions') t WHERE t.value -> 'requires' ? ${`field:${fieldId}`})
    ORDER BY w.name`)
  return rows.map(({ name }) => name)
}

function present({ savedAt, ...row }: Row): Workflow {
  return { ...row, savedAt: savedAt.toISOString() }
}
