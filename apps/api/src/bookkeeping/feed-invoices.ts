import type { BookedInvoice, feedInvoices as contract } from '@timedesk/contracts/bookkeeping'
import { exchangeRateText, percentText } from '@timedesk/domain/money/decimal'
import { toWire } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Reader } from '../platform/db/database.ts'
import { isFinal, markText, readMark } from './change-marks.ts'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u
const NO_UUID = '00000000-0000-0000-0000-000000000000'

type Sums = 'net' | 'vat' | 'rounding' | 'payable'
type Line = BookedInvoice['lines'][number]
type VatRow = BookedInvoice['vatBreakdown'][number]

/** Amounts in minor units, the exchange rate in millionths. */
type Row = Omit<BookedInvoice, Sums | 'accountingVat' | 'exchangeRate' | 'vatBreakdown' | 'lines' | 'postedAt'> &
  Record<Sums, number> & {
    mark: string
    currency: string
    companyCurrency: string
    exchangeRate: number | null
    accountingVat: number | null
    vatRows: (Pick<VatRow, 'category'> & { rate: number; base: number; vat: number })[]
    lineRows: (Omit<Line, 'unitPrice' | 'net' | 'vatRate'> & Record<'unitPrice' | 'net' | 'vatRate', number>)[]
    postedAt: Date
  }

/** Posted documents in the order of their posting, each once, after the place that the reader keeps. */
export async function feedInvoices(
  reader: Reader,
  { after, limit }: z.output<typeof contract.query>,
): Promise<{ data: BookedInvoice[]; mark: string; hasMore: boolean }> {
  const place = readMark(after, UUID, NO_UUID)
  const beyond =
    place === null
      ? Prisma.sql`true`
      : Prisma.sql`(i.posted_mark, i.id) > (${place.mark}::bigint, ${place.within}::uuid)`
  const rows =
    await reader.rows<Row>(Prisma.sql`SELECT i.posted_mark::text AS mark, i.id, i.kind, i.number, i.issued_on::text AS "issuedOn",
      i.due_on::text AS "dueOn", json_build_object('id', cu.id, 'name', i.buyer ->> 'name') AS customer, cu.number AS "customerNumber",
      coalesce(i.buyer ->> 'cvr', '') AS "customerCvr", coalesce(i.buyer ->> 'vatId', '') AS "customerVatId",
      i.order_reference AS "orderReference", o.number AS corrects, i.currency, co.currency AS "companyCurrency",
      i.exchange_rate::float8 AS "exchangeRate", i.net::float8 AS net, i.vat::float8 AS vat, i.rounding::float8 AS rounding,
      i.payable::float8 AS payable, i.accounting_vat::float8 AS "accountingVat", i.posted_at AS "postedAt",
      ${vatRows} AS "vatRows", ${lineRows} AS "lineRows"
    FROM invoice i JOIN customer cu ON cu.id = i.customer_id CROSS JOIN company co LEFT JOIN invoice o ON o.id = i.corrects_id
    WHERE i.state = 'posted' AND ${isFinal(Prisma.sql`i.posted_mark`)} AND ${beyond}
    ORDER BY i.posted_mark, i.id LIMIT ${limit + 1}`)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    data: shown.map(present),
    mark: markText(last && { mark: last.mark, within: last.id }, after),
    hasMore: rows.length > limit,
  }
}

const vatRows = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('category', v.category, 'rate', v.rate, 'base', v.base, 'vat', v.vat)
    ORDER BY v.rate DESC, v.category), '[]') FROM invoice_vat v WHERE v.invoice_id = i.id)`

const lineRows = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('position', l.position, 'text', l.text, 'quantity', l.quantity,
      'unit', l.unit, 'unitPrice', l.unit_price, 'baseQuantity', l.base_quantity, 'net', l.net, 'vatCategory', l.vat_category,
      'vatRate', l.vat_rate, 'agreement', a.heading, 'caseNumber', c.number) ORDER BY l.position), '[]')
    FROM invoice_line l LEFT JOIN agreement a ON a.id = l.agreement_id LEFT JOIN support_case c ON c.id = l.case_id WHERE l.invoice_id = i.id)`

function present({
  mark: _mark,
  currency,
  companyCurrency,
  vatRows: vats,
  lineRows: lines,
  ...row
}: Row): BookedInvoice {
  const money = (minor: number) => toWire({ minor, currency })
  return {
    ...row,
    exchangeRate: row.exchangeRate === null ? null : exchangeRateText(row.exchangeRate),
    net: money(row.net),
    vat: money(row.vat),
    rounding: money(row.rounding),
    payable: money(row.payable),
    accountingVat: row.accountingVat === null ? null : toWire({ minor: row.accountingVat, currency: companyCurrency }),
    vatBreakdown: vats.map(({ category, rate, base, vat }) => {
      return { category, rate: percentText(rate), base: money(base), vat: money(vat) }
    }),
    lines: lines.map(({ unitPrice, net, vatRate, ...line }) => {
      return { ...line, unitPrice: money(unitPrice), net: money(net), vatRate: percentText(vatRate) }
    }),
    postedAt: row.postedAt.toISOString(),
  }
}
