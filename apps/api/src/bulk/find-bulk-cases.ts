import type { BulkActionCase, BulkVerdict, listBulkActionCases } from '@timedesk/contracts/bulk-actions'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { StaffActor } from '../platform/context.ts'
import { countRows } from '../platform/db/count-rows.ts'
import type { Reader } from '../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../platform/http/paging.ts'
import type { StoredRefusal } from './stored-bulk.ts'
import type { KeptThing } from './undo-case.ts'

type Query = z.output<typeof listBulkActionCases.query>

type Row = {
  position: number
  id: string
  number: number
  subject: string
  planned: BulkVerdict | null
  plannedRefusal: StoredRefusal | null
  state: BulkVerdict | 'waiting'
  refusal: StoredRefusal | null
  undo: 'undone' | 'kept' | null
  kept: KeptThing[] | null
}

/** A page of the cases of the actor's own bulk action, in the order in which they were chosen. Refuses with `not_found`. */
export async function findBulkCases(
  reader: Reader,
  paging: Paging,
  { id: actorId }: StaffActor,
  bulkId: string,
  query: Query,
): Promise<Page<BulkActionCase>> {
  const own = await reader.rows(
    Prisma.sql`SELECT 1 FROM bulk_action WHERE id = ${bulkId}::uuid AND employee_id = ${actorId}::uuid`,
  )
  if (own.length === 0) throw new Refusal('not_found')
  const binding = bindingOf(`cases of bulk action ${bulkId}`, query)
  const after = paging.keyAfter(binding, query)
  const filter = filterOf(bulkId, query)
  const beyond = after === null ? Prisma.sql`true` : Prisma.sql`w.position > ${after[0]}::int`
  const rows = await reader.rows<Row>(Prisma.sql`SELECT w.position, c.id, c.number, c.subject, w.planned,
      w.planned_refusal AS "plannedRefusal", w.state, w.refusal, w.undo, w.kept
    FROM bulk_action_case w JOIN support_case c ON c.id = w.case_id
    WHERE ${filter} AND ${beyond} ORDER BY w.position LIMIT ${query.limit + 1}`)
  const page = paging.cut(binding, query, rows, ({ position }) => [position], present)
  return withTotal(page, query, () => countRows(reader, Prisma.sql`FROM bulk_action_case w WHERE ${filter}`))
}

/** What became of a case counts once it is there, before that what is planned. */
function filterOf(bulkId: string, { verdict, code }: Query): Prisma.Sql {
  const filters = [Prisma.sql`w.bulk_id = ${bulkId}::uuid`]
  if (verdict !== undefined)
    filters.push(Prisma.sql`CASE w.state WHEN 'waiting' THEN w.planned ELSE w.state END = ${verdict}`)
  if (code !== undefined)
    filters.push(Prisma.sql`CASE w.state WHEN 'waiting' THEN w.planned_refusal ELSE w.refusal END ->> 'code' = ${code}`)
  return Prisma.join(filters, ' AND ')
}

function present(row: Row): BulkActionCase {
  const { id, number, subject, planned, plannedRefusal, state, refusal, undo, kept } = row
  const result = state === 'waiting' ? null : { verdict: state, refusal: refusal && toldOf(refusal) }
  return {
    case: { id, number, subject },
    plan: planned === null ? null : { verdict: planned, refusal: plannedRefusal && toldOf(plannedRefusal) },
    result,
    isOtherwise: result !== null && (state !== planned || refusal?.code !== plannedRefusal?.code),
    undo: undo === null ? null : { isUndone: undo === 'undone', kept: (kept ?? []).map(toldOf) },
  }
}

function toldOf<Stored extends StoredRefusal>(stored: Stored) {
  return { ...stored, errors: stored.errors ?? [] }
}
