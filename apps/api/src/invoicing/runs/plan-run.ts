import type { planInvoiceRun as contract } from '@timedesk/contracts/invoice-runs'
import type { Reference } from '@timedesk/contracts/primitives'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { insertRows, type Table } from '../../platform/db/insert-rows.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { refusedReference } from '../../platform/http/refused-reference.ts'
import { findDraftTerms } from '../drafts/draft-terms.ts'
import { findPlannableItems } from '../potential/plannable-items.ts'
import { planCustomer } from './plan-customer.ts'
import { isOfRun, type RunScope } from './stored-run.ts'

/** How many customers are read at a time, so that a large potential is never held whole. */
const CUSTOMERS_AT_ONCE = 250

type Row = {
  runId: string
  customerId: string
  fingerprint: string
  items: number
  plan: { documents: object[] }
  held: object[]
}

/**
 * Stores what a run would draft for whom, and what waits and why; nothing is claimed. Resolves with its id. Refuses with
 * `reference_refused` unknown customers, and with `nothing_to_invoice` when there is nothing at all.
 */
export async function planInvoiceRun(
  tx: Tx,
  context: Context,
  { through, customerIds, settlements }: z.output<typeof contract.body>,
): Promise<string> {
  const { actor, now, newId } = context
  const id = newId()
  const scope: RunScope = { customers: await findCustomers(tx, customerIds), settlements: settlements ?? null }
  const [run] = await tx.rows<{
    number: number
  }>(Prisma.sql`INSERT INTO invoice_run (id, through, scope, started_by_name, created_at)
    VALUES (${id}::uuid, ${through}::date, ${JSON.stringify(scope)}::jsonb, ${actor.name}, ${now}) RETURNING number`)
  if (run === undefined) throw new Error('The run was not stored')
  const rows = await planCustomers(tx, { id, through, scope }, now)
  if (rows.length === 0) throw new Refusal('nothing_to_invoice')
  const documents = rows.reduce((sum, { plan }) => sum + plan.documents.length, 0)
  await appendEvents(tx, context, { kind: 'run', id }, [
    { type: 'run.planned', number: run.number, customers: rows.length, documents },
  ])
  return id
}

async function findCustomers(tx: Tx, ids: readonly string[] | undefined): Promise<Reference[] | null> {
  if (ids === undefined) return null
  const found = await tx.rows<Reference>(
    Prisma.sql`SELECT id, name FROM customer WHERE id = ANY(${ids}::uuid[]) ORDER BY name, id`,
  )
  const missing = ids.findIndex((id) => !found.some((customer) => customer.id === id.toLowerCase()))
  if (missing >= 0) throw refusedReference(`/body/customerIds/${String(missing)}`, 'There is no such customer.')
  return found
}

type Asked = { id: string; through: string; scope: RunScope }

async function planCustomers(tx: Tx, run: Asked, now: Date): Promise<Row[]> {
  const condition = isOfRun(run, now)
  const only =
    run.scope.customers === null
      ? Prisma.sql`true`
      : Prisma.sql`i.customer_id = ANY(${run.scope.customers.map(({ id }) => id)}::uuid[])`
  const customers = await tx.rows<{ id: string }>(
    Prisma.sql`SELECT DISTINCT i.customer_id AS id FROM potential_item i
    LEFT JOIN agreement a ON a.id = i.agreement_id WHERE ${only} AND ${condition}`,
    'anew',
  )
  const rows: Row[] = []
  for (let from = 0; from < customers.length; from += CUSTOMERS_AT_ONCE) {
    const ids = customers.slice(from, from + CUSTOMERS_AT_ONCE).map(({ id }) => id)
    const some = await planSome(tx, run.id, ids, condition)
    await insertRows(tx, runCustomerTable, some)
    rows.push(...some)
  }
  return rows
}

async function planSome(tx: Tx, runId: string, ids: string[], condition: Prisma.Sql): Promise<Row[]> {
  const [terms, items] = await Promise.all([
    findDraftTerms(tx, Prisma.sql`cu.id = ANY(${ids}::uuid[])`),
    findPlannableItems(tx, Prisma.sql`i.customer_id = ANY(${ids}::uuid[]) AND ${condition}`),
  ])
  const own = Map.groupBy(items, ({ customerId }) => customerId)
  return terms.map((one): Row => {
    const { ready, documents, held, fingerprint } = planCustomer(own.get(one.customerId) ?? [], one)
    return { runId, customerId: one.customerId, fingerprint, items: ready.length, plan: { documents }, held }
  })
}

const runCustomerTable: Table<Row> = {
  name: 'invoice_run_customer',
  columns: { runId: 'uuid', customerId: 'uuid', fingerprint: 'text', items: 'int', plan: 'jsonb', held: 'jsonb' },
}
