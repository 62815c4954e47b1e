import type { Writable } from 'node:stream'
import { Prisma } from '@timedesk/prisma/client'
import pg from 'pg'
import type { ContactActor } from '../context.ts'
import { bindPrisma, type Models } from './bound-prisma.ts'
import { isTransient } from './sql-state.ts'

const IDLE_IN_TRANSACTION_TIMEOUT_MS = 15_000
const CONNECT_TIMEOUT_MS = 5_000
const STAFF_STATEMENT_TIMEOUT_MS = 30_000
const EXTRANET_STATEMENT_TIMEOUT_MS = 5_000
const LOCK_TIMEOUT_MS = 5_000
const ATTEMPTS_MAX = 4
const RETRY_PAUSE_MS = 20
const PREPARED_STATEMENTS_MAX = 500

/** Connections work under a role from their first moment, never as the database's owner. */
export type DatabaseRole = 'timedesk_staff' | 'timedesk_extranet'

/**
 * Reads by typed SQL: made with `Prisma.sql`, with the row's type declared where it is asked for. Cast what the
 * driver would not give as a plain value: counts and sums `::int` or `::float8`, dates `::text`.
 */
export type Reader = {
  /** `anew` plans the query for its very values each time, instead of preparing it once for all. */
  rows: <Row>(query: Prisma.Sql, planned?: 'once' | 'anew') => Promise<Row[]>
}

/** An open transaction: Prisma's models, and typed SQL through `rows`. */
export type Tx = Models &
  Reader & {
    /** Leaves a statement to be sent along with the commit. If it fails, nothing has happened. */
    concludeWith: (query: Prisma.Sql) => void
  }

export type Database = {
  /** Reads outside a transaction, as staff. */
  reader: Reader
  /** Runs `work` in one read-committed transaction as staff; repeats it after a deadlock or serialisation failure. */
  transact: <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>
  /** The same under the extranet's role, seeing only what the contact may see. */
  transactAs: <Result>(contact: ContactActor, work: (tx: Tx) => Promise<Result>) => Promise<Result>
  /** The staff pool, for LISTEN and streaming reads. */
  pool: pg.Pool
  close: () => Promise<void>
}

/** Opens the two pools on a migrated database. */
export function openDatabase(url: string, connections: number): Database {
  const staff = openPool(url, 'timedesk_staff', connections, STAFF_STATEMENT_TIMEOUT_MS)
  const extranet = openPool(url, 'timedesk_extranet', connections, EXTRANET_STATEMENT_TIMEOUT_MS)
  return {
    reader: { rows: (query, planned) => queryRows(staff, query, planned) },
    transact: (work) => withRetry(() => transactOn(staff, work)),
    transactAs: (contact, work) =>
      withRetry(() =>
        transactOn(extranet, async (tx) => {
          const [, result] = await Promise.all([tx.rows(claimIdentity(contact)), work(tx)])
          return result
        }),
      ),
    pool: staff,
    close: async () => {
      await Promise.all([staff.end(), extranet.end()])
    },
  }
}

/** Says for a transaction who asks, which is what the extranet’s views and policies go by. */
export function claimIdentity(contact: ContactActor): Prisma.Sql {
  return Prisma.sql`SELECT set_config('app.customer_id', ${contact.customerId}, true),
    set_config('app.contact_id', ${contact.id}, true),
    set_config('app.sees_all', ${String(contact.seesAllCases)}, true),
    set_config('app.contact_role', ${contact.role}, true)`
}

function openPool(url: string, role: DatabaseRole, max: number, statementTimeoutMs: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    pipeline: true,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: statementTimeoutMs,
    lock_timeout: LOCK_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    application_name: role,
    options: `-c role=${role}`,
  })
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  return pool
}

const prismas = new WeakMap<pg.PoolClient, Models>()

/** Prisma on a connection is made when a model is first asked for there: it takes megabytes, and few commands need it. */
function modelsOn(client: pg.PoolClient): Models {
  const models = prismas.get(client) ?? bindPrisma(client)
  prismas.set(client, models)
  return models
}

type Open = { tx: Tx; end: () => void; commit: () => Promise<unknown> }

/** What is still asked of it after its end is refused: the connection belongs to somebody else by then. */
function openTransaction(client: pg.PoolClient): Open {
  let isOver = false
  let last: Prisma.Sql | undefined
  const own: Omit<Tx, keyof Models> = {
    rows: (query, planned) => {
      gather(client)
      return queryRows(client, query, planned)
    },
    concludeWith: (query) => {
      last = query
    },
  }
  const tx = new Proxy(own as Tx, {
    get: (target, name) => {
      if (typeof name === 'symbol' || name === 'then') return undefined
      if (isOver) throw new Error('The transaction is over.')
      return Reflect.get(name in target ? target : modelsOn(client), name) as unknown
    },
  })
  return {
    tx,
    end: () => {
      isOver = true
    },
    commit: () => {
      gather(client)
      const before = last === undefined ? [] : [queryRows(client, last)]
      return Promise.all([...before, client.query('COMMIT')])
    },
  }
}

/** The transaction's begin travels with its first statement, its commit with the last. */
async function transactOn<Result>(pool: pg.Pool, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const client = await pool.connect()
  const { tx, end, commit } = openTransaction(client)
  let broken: Error | undefined
  try {
    gather(client)
    const [, result] = await Promise.all([client.query('BEGIN'), work(tx)])
    end()
    await commit()
    return result
  } catch (error) {
    end()
    await client.query('ROLLBACK').catch((cause: unknown) => {
      broken = cause instanceof Error ? cause : new Error('rollback failed')
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** Whatever is asked of a connection in the same moment leaves in one packet. */
function gather(client: pg.PoolClient): void {
  // Its connection is there on every client, which the types of pg do not tell.
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection
  if (stream.writableCorked > 0) return
  stream.cork()
  process.nextTick(() => {
    stream.uncork()
  })
}

const names = new Map<string, string>()

async function queryRows<Row>(
  on: pg.Pool | pg.PoolClient,
  { text, values }: Prisma.Sql,
  planned: 'once' | 'anew' = 'once',
): Promise<Row[]> {
  const name = planned === 'once' ? nameOf(text) : undefined
  const result = await on.query({ ...(name !== undefined && { name }), text, values })
  return result.rows as Row[]
}

/** Prepared once for each connection: a statement's name is its text's number. */
function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= PREPARED_STATEMENTS_MAX) return known
  const name = `q${String(names.size)}`
  names.set(text, name)
  return name
}

async function withRetry<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (attempt >= ATTEMPTS_MAX || !isTransient(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, Math.random() * RETRY_PAUSE_MS * 2 ** attempt))
    }
  }
}
