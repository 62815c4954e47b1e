import { Prisma } from '@timedesk/prisma/client'
import type { CursorKey } from '../../platform/http/paging.ts'

/** A thing that a list is sorted by, of case `c` and what is joined to it. What is null comes last in either direction. */
export type SortColumn = {
  of: Prisma.Sql
  type: 'timestamptz' | 'int' | 'text' | 'uuid'
  isDescending?: boolean
  isNullable?: boolean
}

/** The text of ORDER BY. */
export function orderBy(
  columns: readonly SortColumn[],
  named: (column: SortColumn, place: number) => Prisma.Sql,
): Prisma.Sql {
  return Prisma.join(
    columns.map((column, place) => {
      const direction = column.isDescending === true ? Prisma.sql`DESC` : Prisma.sql`ASC`
      const last = column.isNullable === true ? Prisma.sql`NULLS LAST` : Prisma.empty
      return Prisma.sql`${named(column, place)} ${direction} ${last}`
    }),
  )
}

/**
 * The condition that a case comes behind the one with that key. Columns of one direction without nulls are compared as
 * a row, which an index answers; the first of others is bounded, so that an index may begin there.
 */
export function isBehind(columns: readonly SortColumn[], key: CursorKey): Prisma.Sql {
  const [first, ...rest] = columns
  const [value = null, ...values] = key
  if (first === undefined) return Prisma.sql`false`
  if (columns.every((column) => column.isNullable !== true && isDescending(column) === isDescending(first)))
    return comparesRow(columns, key)
  const same = value === null ? Prisma.sql`${first.of} IS NULL` : Prisma.sql`${first.of} = ${typed(first, value)}`
  const further = Prisma.sql`(${same} AND ${isBehind(rest, values)})`
  if (value === null) return further
  const sign = Prisma.raw(isDescending(first) ? '<' : '>')
  const later = Prisma.sql`${first.of} ${sign} ${typed(first, value)}`
  if (first.isNullable === true) return Prisma.sql`(${later} OR ${further} OR ${first.of} IS NULL)`
  return Prisma.sql`(${first.of} ${sign}= ${typed(first, value)} AND (${later} OR ${further}))`
}

function comparesRow(columns: readonly SortColumn[], key: CursorKey): Prisma.Sql {
  const [first] = columns
  const sign = Prisma.raw(first !== undefined && isDescending(first) ? '<' : '>')
  const own = Prisma.join(columns.map(({ of }) => of))
  const given = Prisma.join(columns.map((column, place) => typed(column, key[place] ?? null)))
  return Prisma.sql`(${own}) ${sign} (${given})`
}

function isDescending({ isDescending: descends }: SortColumn): boolean {
  return descends === true
}

function typed({ type }: SortColumn, value: CursorKey[number]): Prisma.Sql {
  return Prisma.sql`${value}::${Prisma.raw(type)}`
}
