import { hashPassword } from '../src/identity/hash-password.ts'
import { newId } from '../src/platform/new-id.ts'
import { buildContact, buildEmployee, type SignedIn } from './factories.ts'
import type { TestServer } from './harness.ts'

export const PASSWORD = 'seven herons at dusk'

export type BuiltAccount = SignedIn & {
  email: string
  password: string
  credentials: { email: string; password: string }
  /** Null for staff. */
  customerId: string | null
  /** The types of the events about this person, in their order. */
  events: () => Promise<string[]>
}

/** Somebody who can sign in, and has no session yet that counts. */
export async function buildAccount(
  server: TestServer,
  portal: 'desk' | 'extranet',
  given: { password?: string | null; isActive?: boolean } = {},
): Promise<BuiltAccount> {
  const { pool } = server.database
  const contact = portal === 'extranet' ? await buildContact(server) : null
  const person = contact ?? (await buildEmployee(server))
  const password = given.password === undefined ? PASSWORD : given.password
  const email = `${newId()}@account.test`
  const [people, sessions, column] =
    contact === null ? ['employee', 'staff_session', 'employee_id'] : ['contact', 'contact_session', 'contact_id']
  await pool.query(`UPDATE ${people} SET email = $2, password_hash = $3, is_active = $4 WHERE id = $1`, [
    person.id,
    email,
    password === null ? null : await hashPassword(password),
    given.isActive ?? true,
  ])
  await pool.query(`DELETE FROM ${sessions} WHERE ${column} = $1`, [person.id])
  const events = async () => {
    const { rows } = await pool.query<{ type: string }>(
      'SELECT type FROM event WHERE subject_id = $1 ORDER BY sequence',
      [person.id],
    )
    return rows.map(({ type }) => type)
  }
  const known = { email, password: password ?? '' }
  return { ...person, ...known, credentials: known, customerId: contact?.customerId ?? null, events }
}
