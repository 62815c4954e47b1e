import { MIGRATIONS_FOLDER } from '@timedesk/prisma/engine/folders'
import { pendingMigrations } from '@timedesk/prisma/engine/migrate'
import pg from 'pg'

/**
 * Throws a fault unless the database guards itself as it should: all migrations are applied, the roles that requests
 * run under cannot pass row-level security, and it is forced on every table that has it or that belongs to a customer.
 */
export async function assertGuards(url: string): Promise<void> {
  const pending = await pendingMigrations(url, MIGRATIONS_FOLDER)
  if (pending.length > 0) throw new Error(`The database lacks migrations: ${pending.join(', ')}`)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const complaints = await client.query<{ complaint: string }>(COMPLAINTS)
    if (complaints.rows.length > 0)
      throw new Error(
        `The database does not guard itself: ${complaints.rows.map(({ complaint }) => complaint).join('; ')}`,
      )
  } finally {
    await client.end()
  }
}

const COMPLAINTS = `
  SELECT 'the role ' || wanted.name || CASE WHEN r.rolname IS NULL THEN ' is missing' ELSE ' passes row-level security' END AS complaint
    FROM (VALUES ('timedesk_staff'), ('timedesk_extranet'), (current_user)) AS wanted(name) LEFT JOIN pg_roles r ON r.rolname = wanted.name
   WHERE r.rolname IS NULL OR r.rolsuper OR r.rolbypassrls
  UNION ALL
  SELECT 'row-level security is not forced on ' || c.relname
    FROM pg_class c
   WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
     AND (c.relrowsecurity OR EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname IN ('customer_id', 'contact_id') AND NOT a.attisdropped))
     AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
  UNION ALL
  SELECT 'row-level security is nowhere' WHERE NOT EXISTS (SELECT 1 FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relrowsecurity)`
