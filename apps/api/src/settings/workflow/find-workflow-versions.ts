import { Refusal } from '@timedesk/contracts/refusal'
import type { WorkflowVersion, listWorkflowVersions } from '@timedesk/contracts/workflows'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Reader } from '../../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../../platform/http/paging.ts'

type Row = Omit<WorkflowVersion, 'savedAt'> & { savedAt: Date }
type Query = z.output<typeof listWorkflowVersions.query>

/** A page of what a workflow has said, latest first. Refuses with `not_found`. */
export async function findWorkflowVersions(
  reader: Reader,
  paging: Paging,
  { workflowId, ...query }: { workflowId: string } & Query,
): Promise<Page<WorkflowVersion>> {
  if ((await countVersions(reader, workflowId)) === 0) throw new Refusal('not_found')
  const binding = [bindingOf('workflow-versions', query), workflowId]
  const key = paging.keyAfter(binding, query)
  const behind = key === null ? Prisma.empty : Prisma.sql`AND v.number < ${key[0]}::int`
  const rows =
    await reader.rows<Row>(Prisma.sql`SELECT v.number, v.name, v.definition, v.comment, v.saved_at AS "savedAt",
      v.saved_by_name AS "savedByName", (SELECT coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'category', s.category, 'color', s.color)
        ORDER BY s.position, s.name), '[]') FROM case_status s WHERE v.definition -> 'statusIds' ? s.id::text) AS statuses
    FROM workflow_version v WHERE v.workflow_id = ${workflowId}::uuid ${behind}
    ORDER BY v.number DESC LIMIT ${query.limit + 1}`)
  const page = paging.cut(binding, query, rows, ({ number }) => [String(number)], present)
  return withTotal(page, query, () => countVersions(reader, workflowId))
}

async function countVersions(reader: Reader, workflowId: string): Promise<number> {
  const [counted] = await reader.rows<{ total: number }>(
    Prisma.sql`SELECT count(*)::int AS total FROM workflow_version WHERE workflow_id = ${workflowId}::uuid`,
  )
  return counted?.total ?? 0
}

function present({ savedAt, ...row }: Row): WorkflowVersion {
  return { ...row, savedAt: savedAt.toISOString() }
}
