import { randomBytes } from 'node:crypto'
import { Prisma } from '@timedesk/prisma/client'
import type { Acting } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { writeMail } from '../platform/mail/write-mail.ts'
import { accountMailOf } from '../platform/mail/texts/account-mails.ts'
import { hashSecret } from './authenticate.ts'
import type { Account, Portal } from './portals.ts'

const SECRET_BYTES = 32
const HOUR_MS = 60 * 60 * 1000
const lifetimeMs = { invitation: 7 * 24 * HOUR_MS, reset: 24 * HOUR_MS }

export type SecretPurpose = keyof typeof lifetimeMs

/**
 * Makes a secret that lets its receiver choose a password once, and mails the link. Earlier ones of the same purpose
 * stop working. The secret stands in the link's fragment, which browsers never send.
 */
export async function mailSecret(
  tx: Tx,
  { now, newId }: Acting,
  portal: Portal,
  account: Account,
  purpose: SecretPurpose,
  publicUrl: string,
): Promise<void> {
  const id = newId()
  const secret = randomBytes(SECRET_BYTES).toString('base64url')
  const expiresAt = new Date(now.getTime() + lifetimeMs[purpose])
  await voidSecrets(tx, portal, account.id, now, purpose)
  await tx.rows(Prisma.sql`
    INSERT INTO ${portal.secrets} (id, ${portal.person}, purpose, hash, created_at, expires_at)
    VALUES (${id}::uuid, ${account.id}::uuid, ${purpose}, ${hashSecret(secret)}, ${now}, ${expiresAt})`)
  const [company] = await tx.rows<{ name: string }>(Prisma.sql`SELECT name FROM company`)
  const words = accountMailOf(purpose, account.language, {
    reader: account.name,
    companyName: company?.name ?? '',
    link: `${publicUrl}/${portal.audience}/set-password#secret=${secret}`,
  })
  const to = { name: account.name, address: account.email }
  await writeMail(tx, { causeKey: `${purpose}:${id}`, kind: purpose, to, ...words, now, newId, publicUrl })
}

/** Makes a person's unused secrets worthless: all of them, or those of one purpose. */
export async function voidSecrets(
  tx: Tx,
  portal: Portal,
  personId: string,
  now: Date,
  purpose?: SecretPurpose,
): Promise<void> {
  const which = purpose === undefined ? Prisma.empty : Prisma.sql`AND purpose = ${purpose}`
  await tx.rows(
    Prisma.sql`UPDATE ${portal.secrets} SET used_at = ${now} WHERE ${portal.person} = ${personId}::uuid AND used_at IS NULL ${which}`,
  )
}
