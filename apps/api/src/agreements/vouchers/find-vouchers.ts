import { Refusal } from '@timedesk/contracts/refusal'
import type { listVouchers, Voucher } from '@timedesk/contracts/vouchers'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { countRows } from '../../platform/db/count-rows.ts'
import type { Reader } from '../../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../../platform/http/paging.ts'
import { presentVoucher, type May, type VoucherRow } from './present-voucher.ts'
import { stateOfVoucher, voucherSelection, voucherTables } from './voucher-selection.ts'

/** A page of vouchers, newest first, with balances and forecasts as of the company's day. */
export async function findVouchers(
  reader: Reader,
  paging: Paging,
  query: z.output<typeof listVouchers.query>,
  { now, may }: { now: Date; may: May },
): Promise<Page<Voucher>> {
  const binding = bindingOf('vouchers', query)
  const after = paging.keyAfter(binding, query)
  const filters = [Prisma.sql`true`]
  if (query.customerId !== undefined) filters.push(Prisma.sql`v.customer_id = ${query.customerId}::uuid`)
  if (query.agreementId !== undefined) filters.push(Prisma.sql`v.agreement_id = ${query.agreementId}::uuid`)
  if (query.state !== undefined) filters.push(Prisma.sql`${stateOfVoucher} = ${query.state}`)
  const matching = Prisma.join(filters, ' AND ')
  const beyond = after === null ? Prisma.sql`true` : Prisma.sql`v.number < ${after[0]}::int`
  const rows = await reader.rows<VoucherRow>(
    Prisma.sql`${voucherSelection(now)} WHERE ${matching} AND ${beyond} ORDER BY v.number DESC LIMIT ${query.limit + 1}`,
  )
  const page = paging.cut(
    binding,
    query,
    rows,
    (row) => [row.number],
    (row) => presentVoucher(row, may),
  )
  return withTotal(page, query, () => countRows(reader, Prisma.sql`FROM ${voucherTables(now)} WHERE ${matching}`))
}

/** One voucher, by its id or by its number. Refuses with `not_found`. */
export async function findVoucher(
  reader: Reader,
  idOrNumber: string,
  { now, may }: { now: Date; may: May },
): Promise<Voucher> {
  const isNumber = /^\d+$/u.test(idOrNumber)
  const named = isNumber ? Prisma.sql`v.number = ${Number(idOrNumber)}` : Prisma.sql`v.id = ${idOrNumber}::uuid`
  const [row] = await reader.rows<VoucherRow>(Prisma.sql`${voucherSelection(now)} WHERE ${named}`)
  if (row === undefined) throw new Refusal('not_found')
  return presentVoucher(row, may)
}
