import type { planBulkAction } from '@timedesk/contracts/bulk-actions'
import { BULK_CASES_MAX } from '@timedesk/contracts/limits'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { selectCases, type CaseFilters } from '../helpdesk/list/select-cases.ts'
import type { StaffActor } from '../platform/context.ts'
import type { Reader } from '../platform/db/database.ts'
import { refusedReference } from '../platform/http/refused-reference.ts'

type Chosen = z.output<typeof planBulkAction.body>['selection']

/**
 * The ids of the chosen cases, each once: those that were named in their order, or those that match now, the latest
 * first. Refuses with `reference_refused` what does not exist, with `query_refused` what cannot be read, and with
 * `selection_refused` no case or too many.
 */
export async function chooseCases(reader: Reader, actor: StaffActor, selection: Chosen, now: Date): Promise<string[]> {
  if ('caseIds' in selection) return requireCases(reader, selection.caseIds)
  const ids = await findMatching(reader, actor, selection.query, now)
  if (ids.length === 0) throw new Refusal('selection_refused', { detail: 'No case matches.' })
  if (ids.length > BULK_CASES_MAX)
    throw new Refusal('selection_refused', {
      detail: `More than ${String(BULK_CASES_MAX)} cases match; one bulk action takes no more.`,
    })
  return ids
}

async function requireCases(reader: Reader, named: readonly string[]): Promise<string[]> {
  const ids = named.map((id) => id.toLowerCase())
  const found = await reader.rows<{ id: string }>(
    Prisma.sql`SELECT id FROM support_case WHERE id = ANY(${ids}::uuid[])`,
  )
  const known = new Set(found.map(({ id }) => id))
  const missing = ids.findIndex((id) => !known.has(id))
  if (missing >= 0) throw refusedReference(`/body/selection/caseIds/${String(missing)}`, 'There is no such case.')
  return [...new Set(ids)]
}

/** One more than may be taken tells that there are too many. */
async function findMatching(reader: Reader, actor: StaffActor, filters: CaseFilters, now: Date): Promise<string[]> {
  const { source, matching, isAdHoc } = await selectCases(reader, actor, filters, now, '/body/selection/query/q')
  const rows = await reader.rows<{ id: string }>(
    Prisma.sql`SELECT c.id FROM ${source} WHERE ${matching}
      ORDER BY c.created_at DESC, c.id DESC LIMIT ${BULK_CASES_MAX + 1}`,
    isAdHoc ? 'anew' : 'once',
  )
  return rows.map(({ id }) => id)
}
