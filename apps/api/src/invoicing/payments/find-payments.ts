import type { listPayments, Payment } from '@timedesk/contracts/payments'
import { Refusal } from '@timedesk/contracts/refusal'
import { toWire } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { countRows } from '../../platform/db/count-rows.ts'
import type { Reader } from '../../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../../platform/http/paging.ts'

type Row = Omit<Payment, 'amount' | 'at'> & {
  /** Minor units. */
  amount: number
  currency: string
  at: Date
}

const columns = Prisma.sql`p.id, json_build_object('id', i.id, 'number', i.number, 'kind', i.kind) AS invoice,
  json_build_object('id', cu.id, 'name', cu.name) AS customer, p.amount::float8 AS amount, i.currency, p.paid_on::text AS "paidOn",
  p.reference, p.recorded_by_name AS "recordedByName", p.at, p.reverses_id AS reverses,
  EXISTS (SELECT 1 FROM payment back WHERE back.reverses_id = p.id) AS "isReversed"`
const source = Prisma.sql`payment p JOIN invoice i ON i.id = p.invoice_id JOIN customer cu ON cu.id = p.customer_id`

/** A page of payments by day, latest first. */
export async function findPayments(
  reader: Reader,
  paging: Paging,
  query: z.output<typeof listPayments.query>,
): Promise<Page<Payment>> {
  const binding = bindingOf('payments', query)
  const after = paging.keyAfter(binding, query)
  const filter = filterOf(query)
  const beyond =
    after === null ? Prisma.empty : Prisma.sql`AND (p.paid_on, p.id) < (${after[0]}::date, ${after[1]}::uuid)`
  const rows = await reader.rows<Row>(Prisma.sql`SELECT ${columns} FROM ${source} WHERE ${filter} ${beyond}
    ORDER BY p.paid_on DESC, p.id DESC LIMIT ${query.limit + 1}`)
  const page = paging.cut(binding, query, rows, (row) => [row.paidOn, row.id], present)
  return withTotal(page, query, () => countRows(reader, Prisma.sql`FROM payment p WHERE ${filter}`))
}

/** One payment. Refuses with `not_found`. */
export async function findPayment(reader: Reader, id: string): Promise<Payment> {
  const [payment] = await findPaymentsById(reader, [id])
  if (payment === undefined) throw new Refusal('not_found')
  return payment
}

/** Those of the ids that exist. */
export async function findPaymentsById(reader: Reader, ids: readonly string[]): Promise<Payment[]> {
  const rows = await reader.rows<Row>(
    Prisma.sql`SELECT ${columns} FROM ${source} WHERE p.id = ANY(${[...ids]}::uuid[])`,
  )
  return rows.map(present)
}

function present({ amount, currency, at, ...row }: Row): Payment {
  return { ...row, amount: toWire({ minor: amount, currency }), at: at.toISOString() }
}

function filterOf({ customerId, from, to }: z.output<typeof listPayments.query>): Prisma.Sql {
  const conditions = [Prisma.sql`true`]
  if (customerId !== undefined) conditions.push(Prisma.sql`p.customer_id = ${customerId}::uuid`)
  if (from !== undefined) conditions.push(Prisma.sql`p.paid_on >= ${from}::date`)
  if (to !== undefined) conditions.push(Prisma.sql`p.paid_on <= ${to}::date`)
  return Prisma.join(conditions, ' AND ')
}
