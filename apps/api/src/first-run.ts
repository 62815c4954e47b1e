import { randomBytes } from 'node:crypto'
import { Prisma } from '@timedesk/prisma/client'
import type { Deps } from './platform/deps.ts'
import { hashSecret } from './identity/authenticate.ts'
import { appendEvents } from './platform/events/append-events.ts'
import type { Context } from './platform/context.ts'
import type { Tx } from './platform/db/database.ts'

const SECRET_BYTES = 32
const INVITATION_LIFETIME_MS = 7 * 24 * 60 * 60 * 1000

export type Introduction = {
  /** Whom a demo company lets in, with the password that all of them share. */
  demo: {
    logins: readonly { name: string; email: string; role: string; app: 'desk' | 'extranet' }[]
    password: string
  } | null
  /** Where the first administrator sets a password; null once somebody can sign in. */
  setupLink: string | null
}

/**
 * Fills an empty database: with the demo company, or with a first administrator, whose link is made anew at each start
 * until somebody has a password. Tells how to get in.
 */
export async function introduce(deps: Deps, say: (message: string) => void): Promise<Introduction> {
  const { database, env } = deps
  const [before] = await database.reader.rows<{ isEmpty: boolean }>(
    Prisma.sql`SELECT NOT EXISTS (SELECT 1 FROM employee) AS "isEmpty"`,
  )
  if (before?.isEmpty === true && env.DEMO_COMPANY) {
    say('Loading the demo company…')
    const { loadDemoCompany } = await import('./integrations/load-demo-company.ts')
    await loadDemoCompany(database, deps.storage, deps.now())
  }
  const isDemo = await knowsDemoCompany(deps)
  if (isDemo !== null) return { demo: isDemo, setupLink: null }
  return { demo: null, setupLink: await database.transact((tx) => inviteFirstAdministrator(tx, deps)) }
}

async function knowsDemoCompany({ database }: Deps): Promise<Introduction['demo']> {
  const { demoLogins, demoPassword } = await import('@timedesk/prisma/seed/demo-company')
  const emails = demoLogins.map(({ email }) => email)
  const known = await database.reader.rows(
    Prisma.sql`SELECT 1 FROM employee WHERE email = ANY(${emails}::text[]) AND is_active AND password_hash IS NOT NULL LIMIT 1`,
  )
  return known.length === 0 ? null : { logins: demoLogins, password: demoPassword }
}

async function inviteFirstAdministrator(tx: Tx, { env, publicUrl, now, newId }: Deps): Promise<string | null> {
  const at = now()
  // Two processes that start at once take turns here.
  await tx.rows(Prisma.sql`LOCK TABLE employee IN SHARE ROW EXCLUSIVE MODE`)
  const employees = await tx.rows<{ id: string; role: string; hasPassword: boolean }>(
    Prisma.sql`SELECT id, role, password_hash IS NOT NULL AS "hasPassword" FROM employee WHERE is_active ORDER BY created_at, id`,
  )
  if (employees.some(({ hasPassword }) => hasPassword)) return null
  const known = employees.find(({ role }) => role === 'administrator')
  const context: Context = {
    actor: { kind: 'system', id: null, name: 'Timedesk' },
    now: at,
    newId,
    requestId: null,
    written: [],
  }
  const employeeId = known?.id ?? (await createAdministrator(tx, context, env.ADMIN_EMAIL))
  const secret = randomBytes(SECRET_BYTES).toString('base64url')
  await tx.rows(
    Prisma.sql`UPDATE staff_secret SET used_at = ${at} WHERE employee_id = ${employeeId}::uuid AND used_at IS NULL`,
  )
  await tx.rows(Prisma.sql`INSERT INTO staff_secret (id, employee_id, purpose, hash, created_at, expires_at)
    VALUES (${newId()}::uuid, ${employeeId}::uuid, 'invitation', ${hashSecret(secret)}, ${at}, ${new Date(at.getTime() + INVITATION_LIFETIME_MS)})`)
  return `${publicUrl}/desk/set-password#secret=${secret}`
}

async function createAdministrator(tx: Tx, context: Context, email: string): Promise<string> {
  const id = context.newId()
  await tx.rows(Prisma.sql`INSERT INTO employee (id, initials, name, email, department_id, role, created_at)
    SELECT ${id}::uuid, 'ADM', 'Administrator', ${email}, default_department_id, 'administrator', ${context.now} FROM company`)
  await appendEvents(tx, context, { kind: 'employee', id }, [{ type: 'employee.created', name: 'Administrator' }])
  return id
}
