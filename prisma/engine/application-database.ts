import pg from 'pg'

export const DATABASE_NAME = 'timedesk'
export const APPLICATION_ROLE = 'timedesk'

/**
 * Gives the cluster its application role and database. The role owns the database
 * and may create further roles, but is no superuser: row-level security binds it.
 * Safe to repeat; the password is set each time.
 */
export async function prepareApplicationDatabase(superuserUrl: string, applicationPassword: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    const password = client.escapeLiteral(applicationPassword)
    const roles = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [APPLICATION_ROLE])
    const verb = roles.rowCount === 0 ? 'CREATE' : 'ALTER'
    await client.query(`${verb} ROLE ${APPLICATION_ROLE} LOGIN CREATEROLE NOSUPERUSER NOBYPASSRLS PASSWORD ${password}`)
    // Lets the role act as the roles that it creates (SET ROLE), without having their rights all the time.
    await client.query(`ALTER ROLE ${APPLICATION_ROLE} SET createrole_self_grant = 'set'`)

    const databases = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE_NAME])
    if (databases.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE_NAME} OWNER ${APPLICATION_ROLE}`)
  } finally {
    await client.end()
  }
}
