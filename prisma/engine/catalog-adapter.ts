import { PrismaPg } from '@prisma/adapter-pg'
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import pg from 'pg'

const CHAR_TYPE_ID = 18
const TEXT_TYPE_ID = 25
const CHAR_MARK = '"char":'

/**
 * Prisma's adapter with one type more. The system catalogue of PostgreSQL uses an
 * internal type named "char" that the adapter refuses to read, so that the schema
 * engine could not look at a live database through it. Partial indexes stay out of
 * its sight, as checks and triggers do: they are written in SQL alone.
 */
export class CatalogAdapter implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = 'postgres'
  readonly adapterName = '@prisma/adapter-pg'
  readonly #inner: PrismaPg

  constructor(config: pg.PoolConfig) {
    this.#inner = new PrismaPg(new MarkingPool(config), { disposeExternalPool: true })
  }

  async connect(): Promise<SqlDriverAdapter> {
    return readChars(await this.#inner.connect())
  }

  async connectToShadowDb(): Promise<SqlDriverAdapter> {
    return readChars(await this.#inner.connectToShadowDb())
  }
}

/** Presents columns of type "char" as text, and marks their names, for {@link readChars} to find. */
class MarkingPool extends pg.Pool {
  override query = (async (query: pg.QueryArrayConfig, values?: unknown[]) => {
    const client = await this.connect()
    try {
      const result = await client.query(query, values)
      for (const field of result.fields) {
        if (field.dataTypeID !== CHAR_TYPE_ID) continue
        field.dataTypeID = TEXT_TYPE_ID
        field.name = `${CHAR_MARK}${field.name}`
      }
      return result
    } finally {
      client.release()
    }
  }) as pg.Pool['query']
}

function readChars(adapter: SqlDriverAdapter): SqlDriverAdapter {
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async (query) => {
    const { columnNames, columnTypes, rows, ...rest } = await queryRaw(query)
    const isChar = columnNames.map((name) => name.startsWith(CHAR_MARK))
    return {
      ...rest,
      rows: withoutPartialIndexes(columnNames, rows),
      columnNames: columnNames.map((name) => (name.startsWith(CHAR_MARK) ? name.slice(CHAR_MARK.length) : name)),
      columnTypes: columnTypes.map((type, index) => (isChar[index] === true ? ColumnTypeEnum.Character : type)),
    }
  }
  return adapter
}

/** The engine finds partial indexes, but the schema language has no words for them without a preview feature. */
function withoutPartialIndexes(columnNames: string[], rows: unknown[][]): unknown[][] {
  const predicate = columnNames.includes('index_name') ? columnNames.indexOf('predicate') : -1
  return predicate === -1 ? rows : rows.filter((row) => row[predicate] === null)
}
