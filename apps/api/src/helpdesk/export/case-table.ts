import type { exportCases } from '@timedesk/contracts/case-export'
import { EXPORT_CASES_MAX, PAGE_SIZE_MAX } from '@timedesk/contracts/limits'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { StaffActor } from '../../platform/context.ts'
import type { Reader } from '../../platform/db/database.ts'
import type { Paging } from '../../platform/http/paging.ts'
import type { Cell, Table } from '../../platform/tables/table.ts'
import { findCases } from '../find-cases.ts'
import { findCaseBadges } from '../list/find-case-badges.ts'
import { selectCases } from '../list/select-cases.ts'
import { caseColumns, type ExportedCase } from './case-columns.ts'

type Query = z.output<typeof exportCases.query>

/**
 * The cases of a list as a table, read page by page while it is written. Refuses a query that cannot be read, and with
 * `selection_refused` more cases than a file takes, both before the first row.
 */
export async function caseTable(
  reader: Reader,
  paging: Paging,
  actor: StaffActor,
  { columns: names, format: _format, ...query }: Query,
  now: Date,
): Promise<Table> {
  const { language } = actor
  await refuseTooMany(reader, actor, query, now)
  const columns = names.map((key) => ({ key, ...caseColumns[key] }))
  const cellsOf = (row: ExportedCase): Cell[] => columns.map(({ cellOf }) => cellOf(row, language))
  const wantsCover = names.includes('cover')
  return {
    name: language === 'da' ? 'sager' : 'cases',
    rowName: 'case',
    columns: columns.map(({ key, header, kind }) => ({ key, header: header[language], kind })),
    batches: inPages(async (after) => {
      const { data, page } = await findCases(reader, paging, actor, { ...query, limit: PAGE_SIZE_MAX, after }, now)
      const covers = wantsCover ? await findCovers(reader, actor, data, now) : noCovers
      return { rows: data.map((row) => cellsOf({ ...row, cover: covers.get(row.id) ?? null })), after: page.after }
    }),
  }
}

type Covers = ReadonlyMap<string, ExportedCase['cover']>
const noCovers: Covers = new Map()

async function findCovers(
  reader: Reader,
  actor: StaffActor,
  cases: readonly { id: string }[],
  now: Date,
): Promise<Covers> {
  const ids = cases.map(({ id }) => id)
  const badges = await findCaseBadges(reader, actor, ids, now)
  return new Map(badges.map(({ caseId, cover }) => [caseId, cover]))
}

async function refuseTooMany(
  reader: Reader,
  actor: StaffActor,
  filters: Omit<Query, 'columns' | 'format'>,
  now: Date,
): Promise<void> {
  const { source, matching, isAdHoc } = await selectCases(reader, actor, filters, now)
  const [found] = await reader.rows<{ cases: number }>(
    Prisma.sql`SELECT count(*)::int AS cases FROM (SELECT 1 FROM ${source} WHERE ${matching} LIMIT ${EXPORT_CASES_MAX + 1}) one`,
    isAdHoc ? 'anew' : 'once',
  )
  if ((found?.cases ?? 0) > EXPORT_CASES_MAX)
    throw new Refusal('selection_refused', {
      detail: `More than ${String(EXPORT_CASES_MAX)} cases match; one file takes no more.`,
    })
}

type ReadPage = (after: string | undefined) => Promise<{ rows: Cell[][]; after: string | null }>

async function* inPages(read: ReadPage): AsyncGenerator<Cell[][]> {
  let after: string | undefined
  do {
    const page = await read(after)
    if (page.rows.length > 0) yield page.rows
    after = page.after ?? undefined
  } while (after !== undefined)
}
