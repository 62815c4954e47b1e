import type { listRunCustomers, RunCustomer } from '@timedesk/contracts/invoice-runs'
import { toWire } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { countRows } from '../../platform/db/count-rows.ts'
import type { Reader } from '../../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../../platform/http/paging.ts'
import { Refusal } from '@timedesk/contracts/refusal'
import { sumAmounts } from './find-runs.ts'
import type { HeldItems, PlannedDocument } from './stored-run.ts'

type Query = z.output<typeof listRunCustomers.query>

type Row = Pick<RunCustomer, 'customer' | 'state' | 'items' | 'failure'> & {
  plan: { documents: PlannedDocument[] }
  held: HeldItems[]
  /** The numbers of its drafts that are still there, by id; null until they are posted. */
  drafts: Record<string, string | null>
}

/** A page of a run's customers, by name. Refuses with `not_found`. */
export async function findRunCustomers(
  reader: Reader,
  paging: Paging,
  runId: string,
  query: Query,
): Promise<Page<RunCustomer>> {
  const binding = bindingOf(`customers of ${runId}`, query)
  const after = paging.keyAfter(binding, query)
  const matching = Prisma.join([Prisma.sql`w.run_id = ${runId}::uuid`, ...filtersOf(query)], ' AND ')
  const beyond = after === null ? Prisma.sql`true` : Prisma.sql`(cu.name, cu.id) > (${after[0]}, ${after[1]}::uuid)`
  const rows =
    await reader.rows<Row>(Prisma.sql`SELECT json_build_object('id', cu.id, 'name', cu.name) AS customer, w.state, w.items,
      w.plan, w.held, w.failure,
      (SELECT coalesce(json_object_agg(i.id, i.number), '{}') FROM invoice i WHERE i.run_id = w.run_id AND i.customer_id = w.customer_id) AS drafts
    FROM invoice_run_customer w JOIN customer cu ON cu.id = w.customer_id
    WHERE ${matching} AND ${beyond} ORDER BY cu.name, cu.id LIMIT ${query.limit + 1}`)
  if (rows.length === 0) await requireRun(reader, runId)
  const page = paging.cut(binding, query, rows, ({ customer }) => [customer.name, customer.id], present)
  return withTotal(page, query, () => countRows(reader, Prisma.sql`FROM invoice_run_customer w WHERE ${matching}`))
}

function filtersOf({ state, only }: Query): Prisma.Sql[] {
  return [
    ...(state === undefined ? [] : [Prisma.sql`w.state = ${state}`]),
    ...(only === 'documents' ? [Prisma.sql`jsonb_array_length(w.plan -> 'documents') > 0`] : []),
    ...(only === 'held' ? [Prisma.sql`jsonb_array_length(w.held) > 0`] : []),
  ]
}

function present({ plan, held, drafts, ...row }: Row): RunCustomer {
  return {
    ...row,
    documents: plan.documents.map(({ currency, net, id, ...document }) => {
      const isThere = id !== null && id in drafts
      const number = isThere ? (drafts[id] ?? null) : null
      return { ...document, net: toWire({ minor: net, currency }), id: isThere ? id : null, number }
    }),
    held: held.map(({ reason, items, amounts }) => ({ reason, items, amounts: sumAmounts(amounts) })),
  }
}

async function requireRun(reader: Reader, runId: string): Promise<void> {
  const found = await reader.rows(Prisma.sql`SELECT 1 FROM invoice_run WHERE id = ${runId}::uuid`)
  if (found.length === 0) throw new Refusal('not_found')
}
