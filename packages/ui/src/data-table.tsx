import type { ReactNode } from 'react'

import './lists.css'
import { useWords } from './use-words.ts'

export type DataColumn<Row> = {
  key: string
  header: string
  render: (row: Row) => ReactNode
  /** 1 heads the card on a phone, 2 stands in it with its header, 3 is left out there. */
  priority?: 1 | 2 | 3
  align?: 'start' | 'end'
  /** A CSS width, such as `8rem`. */
  width?: string
  /** Keeps the header for screen readers only. */
  hideHeader?: boolean
  /** Makes the header a button that asks for this order. */
  isSortable?: boolean
}

/** By which column rows stand in order. */
export type DataOrder = { key: string; isDescending: boolean }

type DataTableProps<Row> = {
  /** What the table holds; read to screen readers. */
  label: string
  columns: readonly DataColumn<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Buttons at the end of each row. */
  rowActions?: (row: Row) => ReactNode
  /** Set on rows that stand out, such as inactive ones. */
  isQuiet?: (row: Row) => boolean
  /** A last row of sums, by column key. */
  totals?: Readonly<Record<string, ReactNode>>
  /** The order that the rows have, and what asks for another. */
  order?: DataOrder
  onOrder?: (key: string) => void
}

/** A table that becomes cards on a phone. It holds no state: sorting and paging belong to the page. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, rowActions, isQuiet, totals, order, onOrder } = props
  const words = useWords()

  // Cards are drawn by CSS, which takes the table roles away; they are given back by name.
  return (
    <div className="td-table-wrap">
      <table className="td-table" role="table" aria-label={label}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} order={order} onOrder={onOrder} />
            ))}
            {rowActions !== undefined && (
              <th role="columnheader" scope="col">
                <span className="td-visually-hidden">{words('rowActions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row" data-quiet={isQuiet?.(row) === true ? true : undefined}>
              {columns.map((column) => (
                <DataCell key={column.key} column={column}>
                  {column.render(row)}
                </DataCell>
              ))}
              {rowActions !== undefined && (
                <td role="cell" className="td-table-actions">
                  {rowActions(row)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
        {totals !== undefined && (
          <tfoot role="rowgroup">
            <tr role="row">
              {columns.map((column) => (
                <DataCell key={column.key} column={column}>
                  {totals[column.key]}
                </DataCell>
              ))}
              {rowActions !== undefined && <td role="cell" />}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

type HeaderCellProps<Row> = {
  column: DataColumn<Row>
  order: DataOrder | undefined
  onOrder: ((key: string) => void) | undefined
}

function HeaderCell<Row>({ column, order, onOrder }: HeaderCellProps<Row>) {
  const { key, header, align, width, hideHeader = false, isSortable = false } = column
  const isOrdered = order?.key === key
  return (
    <th
      role="columnheader"
      scope="col"
      data-align={align}
      {...(width !== undefined && { style: { width } })}
      {...(isOrdered && { 'aria-sort': order.isDescending ? 'descending' : 'ascending' })}
    >
      {isSortable && onOrder !== undefined ? (
        <button
          type="button"
          className="td-table-order td-focus"
          onClick={() => {
            onOrder(key)
          }}
        >
          {header}
          <span aria-hidden="true">{isOrdered ? (order.isDescending ? '↓' : '↑') : '↕'}</span>
        </button>
      ) : (
        <span className={hideHeader ? 'td-visually-hidden' : undefined}>{header}</span>
      )}
    </th>
  )
}

function DataCell<Row>({ column, children }: { column: DataColumn<Row>; children: ReactNode }) {
  return (
    <td role="cell" data-priority={column.priority ?? 2} data-align={column.align} data-header={column.header}>
      {children}
    </td>
  )
}
