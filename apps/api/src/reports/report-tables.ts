import type { DeferredRow, ProfitRow, TurnoverRow } from '@timedesk/contracts/reports'
import { parseAmount } from '@timedesk/domain/money/money'
import type { z } from 'zod'
import { oneBatch, type Cell, type Column, type ColumnKind, type Table } from '../platform/tables/table.ts'

type Value = string | number | null | { amount: string; currency: string }
type Described = readonly (readonly [key: string, header: string, kind: ColumnKind])[]

/** Rows as they are answered, as a table; amounts in the currency that its last column names. */
function tableOf(name: string, described: Described, rows: readonly Record<string, Value>[], currency: string): Table {
  const columns: Column[] = described.map(([key, header, kind]) => ({ key, header, kind }))
  const cells = rows.map((row) => [...columns.map(({ key }) => cellOf(row[key] ?? null)), currency])
  return {
    ...{ name, rowName: 'row', batches: oneBatch(cells) },
    columns: [...columns, { key: 'currency', header: 'Currency', kind: 'text' }],
  }
}

function cellOf(value: Value): Cell {
  return typeof value === 'object' && value !== null ? parseAmount(value.amount) : value
}

export function profitTable({ data, currency }: { data: ProfitRow[]; currency: string }): Table {
  return tableOf(
    'profit',
    [
      ['key', 'Key', 'text'],
      ['name', 'Name', 'text'],
      ['invoiced', 'Invoiced', 'amount'],
      ['recognised', 'Recognised', 'amount'],
      ['revenue', 'Revenue', 'amount'],
      ['cost', 'Cost', 'amount'],
      ['profit', 'Profit', 'amount'],
      ['marginPercent', 'Margin %', 'decimal'],
      ['minutes', 'Minutes', 'integer'],
      ['billableMinutes', 'Billable minutes', 'integer'],
      ['effectiveRate', 'Effective rate', 'amount'],
      ['contribution', 'Contribution an hour', 'amount'],
    ],
    data,
    currency,
  )
}

export function deferredTable({ data, currency }: { data: DeferredRow[]; currency: string }): Table {
  return tableOf(
    'deferred-revenue',
    [
      ['kind', 'Kind', 'text'],
      ['name', 'Name', 'text'],
      ['customerName', 'Customer', 'text'],
      ['agreementName', 'Agreement', 'text'],
      ['opening', 'Opening', 'amount'],
      ['sold', 'Sold', 'amount'],
      ['recognised', 'Recognised', 'amount'],
      ['breakage', 'Breakage', 'amount'],
      ['credited', 'Credited', 'amount'],
      ['closing', 'Closing', 'amount'],
    ],
    data,
    currency,
  )
}

export function turnoverTable({ data, currency }: { data: z.output<typeof TurnoverRow>[]; currency: string }): Table {
  return tableOf(
    'turnover',
    [
      ['month', 'Month', 'text'],
      ['timeSpent', 'Time spent', 'amount'],
      ['overage', 'Overage', 'amount'],
      ['vouchers', 'Vouchers', 'amount'],
      ['subscriptions', 'Subscriptions', 'amount'],
      ['other', 'Other', 'amount'],
      ['credits', 'Credits', 'amount'],
      ['invoiced', 'Invoiced', 'amount'],
      ['recognised', 'Recognised', 'amount'],
      ['writtenDown', 'Written down', 'amount'],
    ],
    data,
    currency,
  )
}

type VatRow = Record<'category' | 'rate', string> & Record<'invoices' | 'credits' | 'base' | 'vat', Value>

export function vatTable({ data, currency }: { data: VatRow[]; currency: string }): Table {
  return tableOf(
    'vat',
    [
      ['category', 'Category', 'text'],
      ['rate', 'Rate', 'decimal'],
      ['invoices', 'Invoices', 'amount'],
      ['credits', 'Credits', 'amount'],
      ['base', 'Base', 'amount'],
      ['vat', 'VAT', 'amount'],
    ],
    data,
    currency,
  )
}
