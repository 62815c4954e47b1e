import { startPostgres } from '@timedesk/prisma/engine/embedded-postgres'
import pg from 'pg'
import { EnvironmentError, type Environment } from '../../env.ts'

const CONNECT_TIMEOUT_MS = 10_000
const VERSION_MIN = 150_000

/** A running PostgreSQL and the owner's way into our database. */
export type DatabaseServer = {
  url: string
  stop: () => Promise<void>
}

/**
 * The server of DATABASE_URL, or the one that comes with Timedesk, started in the data folder.
 * Throws an EnvironmentError when the given server does not answer or its user has too few or too many rights.
 */
export async function openDatabaseServer(
  { DATABASE_URL, DATA_FOLDER }: Pick<Environment, 'DATABASE_URL' | 'DATA_FOLDER'>,
  say: (message: string) => void,
): Promise<DatabaseServer> {
  if (DATABASE_URL === undefined) return startPostgres({ dataFolder: DATA_FOLDER, log: say })
  await examine(DATABASE_URL)
  return { url: DATABASE_URL, stop: () => Promise.resolve() }
}

type Rights = {
  user: string
  isSuperuser: boolean
  passesRowSecurity: boolean
  mayCreateRoles: boolean
  mayCreateSchemas: boolean
  version: number
}

async function examine(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS })
  try {
    await client.connect()
  } catch (cause) {
    const { hostname, port } = new URL(url)
    throw new EnvironmentError(`DATABASE_URL: ${hostname}:${port === '' ? '5432' : port} refuses: ${reasonOf(cause)}`, {
      cause,
    })
  }
  try {
    const { rows } = await client.query<Rights>(`
      SELECT rolname AS user, rolsuper AS "isSuperuser", rolbypassrls AS "passesRowSecurity", rolcreaterole AS "mayCreateRoles",
             has_database_privilege(current_database(), 'CREATE') AS "mayCreateSchemas", current_setting('server_version_num')::int AS version
        FROM pg_roles WHERE rolname = current_user`)
    const complaint = rows[0] === undefined ? 'the user is not known' : complaintAbout(rows[0])
    if (complaint !== null) throw new EnvironmentError(`DATABASE_URL: ${complaint}`)
  } finally {
    await client.end()
  }
}

function complaintAbout({
  user,
  isSuperuser,
  passesRowSecurity,
  mayCreateRoles,
  mayCreateSchemas,
  version,
}: Rights): string | null {
  if (version < VERSION_MIN) return 'PostgreSQL 15 or newer is needed'
  if (isSuperuser || passesRowSecurity)
    return `the user ${user} stands above row-level security; use one made by CREATE ROLE … LOGIN CREATEROLE, who owns the database`
  if (!mayCreateRoles) return `the user ${user} may not create roles; ALTER ROLE ${user} CREATEROLE lets it`
  return mayCreateSchemas ? null : `the user ${user} may not create schemas in this database; make it the owner`
}

/** The driver tells of several addresses that were tried at once. */
function reasonOf(cause: unknown): string {
  if (cause instanceof AggregateError && cause.errors.length > 0) return reasonOf(cause.errors[0])
  return cause instanceof Error ? cause.message : String(cause)
}
