import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Deps } from '../platform/deps.ts'
import type { Acting } from '../platform/context.ts'
import type { Reader, Tx } from '../platform/db/database.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { act } from './act.ts'
import { hashSecret } from './authenticate.ts'
import { hashPassword } from './hash-password.ts'
import { requireGoodPassword } from './password-rule.ts'
import { findAccount, subjectOf, type Account, type Person, type Portal } from './portals.ts'
import { voidSecrets, type SecretPurpose } from './secrets.ts'
import { endSessions } from './sessions.ts'

/**
 * Sets the password of whoever received the secret. The secret works once; all other secrets and all sessions of the
 * account end. Refuses with `secret_refused` and `password_refused`; a refused password leaves the secret usable.
 */
export async function setPassword(
  deps: Deps,
  portal: Portal,
  { secret, password }: { secret: string; password: string },
  requestId: string,
): Promise<void> {
  const hash = hashSecret(secret)
  const { account } = await requireSecret(deps.database.reader, portal, hash, deps.now())
  requireGoodPassword(password, { ...account, companyName: await companyNameOf(deps.database.reader) })
  const passwordHash = await hashPassword(password)
  const actor = { kind: portal.personKind, id: account.id, name: account.name }
  await act(deps, actor, requestId, async (tx, context) => {
    await lockPerson(tx, portal, account.id)
    const { purpose } = await requireSecret(tx, portal, hash, context.now)
    await storePassword(tx, context, portal, account, passwordHash, purpose)
  })
}

/** Stores a new hash; secrets and sessions of before end with the old one. */
export async function storePassword(
  tx: Tx,
  context: Acting,
  portal: Portal,
  person: Person,
  passwordHash: string,
  by: SecretPurpose | 'self',
): Promise<void> {
  await tx.rows(Prisma.sql`UPDATE ${portal.people} SET password_hash = ${passwordHash} WHERE id = ${person.id}::uuid`)
  await appendEvents(tx, context, subjectOf(portal, person), [{ type: 'password.changed', by }])
  await voidSecrets(tx, portal, person.id, context.now)
  await endSessions(tx, context, portal, person, 'password_changed')
}

/** Changes of one account's password take turns. */
export async function lockPerson(tx: Tx, { people }: Portal, id: string): Promise<void> {
  await tx.rows(Prisma.sql`SELECT 1 FROM ${people} WHERE id = ${id}::uuid FOR UPDATE`)
}

/** The company's name, which no password may be made of. */
export async function companyNameOf(reader: Reader): Promise<string> {
  const [company] = await reader.rows<{ name: string }>(Prisma.sql`SELECT name FROM company`)
  return company?.name ?? ''
}

async function requireSecret(
  reader: Reader,
  portal: Portal,
  hash: string,
  now: Date,
): Promise<{ account: Account; purpose: SecretPurpose }> {
  const [row] = await reader.rows<{ personId: string; purpose: SecretPurpose }>(Prisma.sql`
    SELECT ${portal.person} AS "personId", purpose FROM ${portal.secrets}
     WHERE hash = ${hash} AND used_at IS NULL AND expires_at > ${now}`)
  const account = row === undefined ? null : await findAccount(reader, portal, row.personId)
  if (row === undefined || account?.isActive !== true) throw new Refusal('secret_refused')
  return { account, purpose: row.purpose }
}
