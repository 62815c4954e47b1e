import type { InvoiceRun, listInvoiceRuns } from '@timedesk/contracts/invoice-runs'
import { HeldReason } from '@timedesk/contracts/potential'
import { Refusal } from '@timedesk/contracts/refusal'
import { toWire } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { StaffActor } from '../../platform/context.ts'
import { countRows } from '../../platform/db/count-rows.ts'
import type { Reader } from '../../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../../platform/http/paging.ts'
import type { HeldItems, HeldRun, RunScope } from './stored-run.ts'

type Sum = { currency: string; minor: number }

/** A run with its counts; amounts in minor units. */
type Row = Omit<HeldRun, 'scope'> & {
  scope: RunScope
  createdAt: Date
  committedAt: Date | null
  finishedAt: Date | null
  version: number
  customers: number
  done: number
  documents: number
  items: number
  skipped: number
  net: Sum[]
  held: HeldItems[]
}

/** A page of runs, latest first. */
export async function findRuns(
  reader: Reader,
  paging: Paging,
  query: z.output<typeof listInvoiceRuns.query>,
  actor: StaffActor,
): Promise<Page<InvoiceRun>> {
  const binding = bindingOf('invoice runs', query)
  const after = paging.keyAfter(binding, query)
  const beyond = after === null ? Prisma.sql`true` : Prisma.sql`r.number < ${after[0]}::int`
  const rows = await readRuns(reader, Prisma.sql`${beyond} ORDER BY r.number DESC LIMIT ${query.limit + 1}`)
  const page = paging.cut(
    binding,
    query,
    rows,
    ({ number }) => [number],
    (row) => present(row, actor),
  )
  return withTotal(page, query, () => countRows(reader, Prisma.sql`FROM invoice_run`))
}

/** A run with its plan and how far it is. Refuses with `not_found`. */
export async function findRun(reader: Reader, actor: StaffActor, id: string): Promise<InvoiceRun> {
  const [row] = await readRuns(reader, Prisma.sql`r.id = ${id}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  return present(row, actor)
}

/** What counts: of a plan all that is planned, later what was drafted or still can be. */
const counts = Prisma.sql`(r.state = 'planned' OR w.state IN ('waiting', 'done'))`

/** Of `r`, with the rest of the condition. */
function readRuns(reader: Reader, condition: Prisma.Sql): Promise<Row[]> {
  return reader.rows<Row>(Prisma.sql`SELECT r.id, r.number, r.state, r.through::text AS through, r.scope, r.failure,
      r.started_by_name AS "startedByName", r.created_at AS "createdAt", r.committed_at AS "committedAt", r.finished_at AS "finishedAt", r.version,
      c.*, n.net, h.held
    FROM invoice_run r
    CROSS JOIN LATERAL (SELECT count(*)::int AS customers, count(*) FILTER (WHERE w.state <> 'waiting')::int AS done,
        coalesce(sum(jsonb_array_length(w.plan -> 'documents')) FILTER (WHERE ${counts}), 0)::int AS documents,
        coalesce(sum(w.items) FILTER (WHERE ${counts}), 0)::int AS items,
        count(*) FILTER (WHERE CASE r.state WHEN 'planned' THEN jsonb_array_length(w.plan -> 'documents') = 0
          ELSE w.state NOT IN ('waiting', 'done') END)::int AS skipped
      FROM invoice_run_customer w WHERE w.run_id = r.id) c
    CROSS JOIN LATERAL (SELECT coalesce(json_agg(s ORDER BY s.currency), '[]') AS net FROM (
        SELECT d ->> 'currency' AS currency, sum(CASE d ->> 'kind' WHEN 'credit_note' THEN -(d ->> 'net')::bigint ELSE (d ->> 'net')::bigint END) AS minor
        FROM invoice_run_customer w CROSS JOIN LATERAL jsonb_array_elements(w.plan -> 'documents') d
        WHERE w.run_id = r.id AND ${counts} GROUP BY 1) s) n
    CROSS JOIN LATERAL (SELECT coalesce(json_agg(s), '[]') AS held FROM (
        SELECT g.reason, sum(g.items) AS items, json_agg(g.amounts) AS amounts FROM (
          SELECT x ->> 'reason' AS reason, (x ->> 'items')::int AS items, x -> 'amounts' AS amounts
          FROM invoice_run_customer w CROSS JOIN LATERAL jsonb_array_elements(w.held) x WHERE w.run_id = r.id) g
        GROUP BY g.reason) s) h
    WHERE ${condition}`)
}

function present(row: Row, { permissions }: Pick<StaffActor, 'permissions'>): InvoiceRun {
  const { net, held, createdAt, committedAt, finishedAt, ...plain } = row
  const mayWrite = permissions.has('invoice:write')
  const isBroken = row.state === 'running' && row.failure !== null
  return {
    ...plain,
    net: net.map(toWire),
    held: sumReasons(held),
    createdAt: createdAt.toISOString(),
    committedAt: committedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
    can: {
      commit: mayWrite && (row.state === 'planned' || isBroken),
      cancel: mayWrite && (row.state === 'planned' || row.state === 'running'),
    },
  }
}

/** By reason, in the order in which reasons are told, each with its sums by currency. */
function sumReasons(held: readonly HeldItems[]): InvoiceRun['held'] {
  return HeldReason.options.flatMap((reason) => {
    const own = held.find((one) => one.reason === reason)
    return own === undefined ? [] : [{ reason, items: own.items, amounts: sumAmounts(own.amounts.flat()) }]
  })
}

/** Sums by currency, as they are told. */
export function sumAmounts(amounts: readonly Sum[]): InvoiceRun['net'] {
  return [...Map.groupBy(amounts, ({ currency }) => currency)].map(([currency, some]) =>
    toWire({ currency, minor: some.reduce((sum, { minor }) => sum + minor, 0) }),
  )
}
