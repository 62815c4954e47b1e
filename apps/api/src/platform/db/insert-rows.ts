import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from './database.ts'

export const ROWS_PER_STATEMENT_MAX = 1_000

type SqlType =
  'uuid' | 'uuid[]' | 'text' | 'text[]' | 'int' | 'int[]' | 'bigint' | 'boolean' | 'date' | 'timestamptz' | 'jsonb'

/** A table of the schema, and the type of each column that is filled; the columns are the keys in snake case. */
export type Table<Row> = {
  name: string
  columns: Record<keyof Row & string, SqlType>
}

/**
 * Inserts rows in their order, a thousand to a statement. With `isRepeatable`, a row that exists already is left as
 * it is.
 */
export async function insertRows<Row>(
  tx: Tx,
  { name, columns }: Table<Row>,
  rows: readonly Row[],
  { isRepeatable = false }: { isRepeatable?: boolean } = {},
): Promise<void> {
  const types = Object.entries<SqlType>(columns).map(([key, type]) => [columnOf(key), type] as const)
  const named = Prisma.raw(types.map(([column]) => `"${column}"`).join(', '))
  const typed = Prisma.raw(types.map(([column, type]) => `"${column}" ${type}`).join(', '))
  const conflict = Prisma.raw(isRepeatable ? 'ON CONFLICT DO NOTHING' : '')
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT_MAX) {
    const given = rows.slice(from, from + ROWS_PER_STATEMENT_MAX).map((row) => inColumns(row, Object.keys(columns)))
    await tx.rows(Prisma.sql`INSERT INTO ${Prisma.raw(name)} (${named})
      SELECT ${named} FROM json_to_recordset(${JSON.stringify(given)}::json) AS given (${typed}) ${conflict}`)
  }
}

function inColumns(row: unknown, keys: readonly string[]): Record<string, unknown> {
  const values = row as Record<string, unknown>
  return Object.fromEntries(keys.map((key) => [columnOf(key), values[key]]))
}

function columnOf(key: string): string {
  return key.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`)
}
