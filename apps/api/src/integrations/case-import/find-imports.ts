import type { ImportJob, ImportRefusal, listImportRefusals, listImports } from '@timedesk/contracts/operations'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { countRows } from '../../platform/db/count-rows.ts'
import type { Reader } from '../../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../../platform/http/paging.ts'

type Row = Omit<ImportJob, 'createdAt' | 'finishedAt'> & { createdAt: Date; finishedAt: Date | null }

const columns = Prisma.sql`id, source, file_name AS "fileName", state, rows_read AS "rowsRead", cases_created AS "casesCreated",
  cases_updated AS "casesUpdated", events_created AS "eventsCreated", rows_refused AS "rowsRefused", failure,
  started_by_name AS "startedByName", created_at AS "createdAt", finished_at AS "finishedAt"`

/** A page of imports, newest first. */
export async function findImports(
  reader: Reader,
  paging: Paging,
  query: z.output<typeof listImports.query>,
): Promise<Page<ImportJob>> {
  const binding = bindingOf('imports', query)
  const after = paging.keyAfter(binding, query)
  const behind =
    after === null ? Prisma.sql`true` : Prisma.sql`(created_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
  const rows = await reader.rows<Row>(
    Prisma.sql`SELECT ${columns} FROM import_job WHERE ${behind} ORDER BY created_at DESC, id DESC LIMIT ${query.limit + 1}`,
  )
  const page = paging.cut(binding, query, rows, (row) => [row.createdAt.toISOString(), row.id], present)
  return withTotal(page, query, () => countRows(reader, Prisma.sql`FROM import_job`))
}

/** One import and how far it came. Refuses with `not_found`. */
export async function findImport(reader: Reader, id: string): Promise<ImportJob> {
  const [row] = await reader.rows<Row>(Prisma.sql`SELECT ${columns} FROM import_job WHERE id = ${id}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  return present(row)
}

/** A page of the rows that an import refused, in order of their lines. Refuses with `not_found`. */
export async function findImportRefusals(
  reader: Reader,
  paging: Paging,
  importId: string,
  query: z.output<typeof listImportRefusals.query>,
): Promise<Page<z.output<typeof ImportRefusal>>> {
  await findImport(reader, importId)
  const binding = bindingOf(`import refusals ${importId}`, query)
  const after = paging.keyAfter(binding, query)
  const behind = after === null ? Prisma.sql`true` : Prisma.sql`(line, "column") > (${after[0]}::int, ${after[1]})`
  const rows = await reader.rows<
    z.output<typeof ImportRefusal>
  >(Prisma.sql`SELECT line, "column", reason, value FROM import_refusal
    WHERE job_id = ${importId}::uuid AND ${behind} ORDER BY line, "column" LIMIT ${query.limit + 1}`)
  const page = paging.cut(
    binding,
    query,
    rows,
    (row) => [row.line, row.column],
    (row) => row,
  )
  return withTotal(page, query, () =>
    countRows(reader, Prisma.sql`FROM import_refusal WHERE job_id = ${importId}::uuid`),
  )
}

function present({ createdAt, finishedAt, ...row }: Row): ImportJob {
  return { ...row, createdAt: createdAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null }
}
