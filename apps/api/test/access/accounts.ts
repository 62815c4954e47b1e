import { hashSecret } from '../../src/identity/authenticate.ts'
import { hashPassword } from '../../src/identity/hash-password.ts'
import { newId } from '../../src/platform/new-id.ts'
import { buildContact, buildEmployee } from '../factories.ts'
import type { TestServer } from '../harness.ts'

export const PASSWORD = 'a password that nobody guesses'

let hashed: Promise<string> | undefined

/** An account whose password is known; resolves with its e-mail address. Hashing is slow, so all share one hash. */
export async function accountWithPassword(
  server: TestServer,
  kind: 'staff' | 'contact',
  existingId?: string,
): Promise<string> {
  hashed ??= hashPassword(PASSWORD)
  const passwordHash = await hashed
  const id = existingId ?? (kind === 'staff' ? await buildEmployee(server) : await buildContact(server)).id
  const { email } = await server.deps.database.transact(async (tx) => {
    const where = { where: { id }, data: { passwordHash } }
    if (kind === 'staff' && (await tx.employee.count({ where: { id } })) > 0) return tx.employee.update(where)
    return (await tx.contact.count({ where: { id } })) > 0 ? tx.contact.update(where) : { email: '' }
  })
  return email
}

/** A live secret of an invitation for a fresh account. */
export async function secretFor(server: TestServer, kind: 'staff' | 'contact'): Promise<string> {
  const secret = `${newId()}${newId()}`
  const { now } = server.clock
  const row = {
    id: newId(),
    purpose: 'invitation',
    hash: hashSecret(secret),
    createdAt: now,
    expiresAt: new Date(now.getTime() + 60_000),
  }
  const { id } = kind === 'staff' ? await buildEmployee(server) : await buildContact(server)
  await server.deps.database.transact(async (tx) => {
    if (kind === 'staff') await tx.staffSecret.create({ data: { ...row, employeeId: id } })
    else await tx.contactSecret.create({ data: { ...row, contactId: id } })
  })
  return secret
}
