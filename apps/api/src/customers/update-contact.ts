import type { updateContact as contract } from '@timedesk/contracts/contacts'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { extranet } from '../identity/portals.ts'
import { voidSecrets } from '../identity/secrets.ts'
import { endSessions } from '../identity/sessions.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { refuseTaken } from '../platform/db/refuse-taken.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { changesBetween } from '../platform/events/changes.ts'
import { requireVersion } from '../platform/http/etags.ts'
import { takenContactFields } from './create-contact.ts'

type Fields = {
  name: string
  email: string
  phone: string
  title: string
  role: string
  seesAllCases: boolean
  language: string
  isActive: boolean
}
type Row = Fields & { customerId: string; version: number }

/**
 * Changes or deactivates a contact. Deactivating ends all sessions and open links at once; a new address makes links
 * that went to the old one worthless. Refuses a stale version and an address that is taken.
 */
export async function updateContact(
  tx: Tx,
  context: Context,
  { contactId, ...wanted }: { contactId: string } & z.output<typeof contract.body>,
  ifMatch: number | null,
): Promise<void> {
  const { customerId, version, ...before } = await lockContact(tx, contactId)
  requireVersion(version, ifMatch)
  const after: Fields = {
    name: wanted.name ?? before.name,
    email: wanted.email ?? before.email,
    phone: wanted.phone ?? before.phone,
    title: wanted.title ?? before.title,
    role: wanted.role ?? before.role,
    seesAllCases: wanted.seesAllCases ?? before.seesAllCases,
    language: wanted.language ?? before.language,
    isActive: wanted.isActive ?? before.isActive,
  }
  const changes = changesBetween(before, after)
  if (changes.length === 0) return
  await refuseTaken(takenContactFields, () =>
    tx.rows(Prisma.sql`
      UPDATE contact SET name = ${after.name}, email = ${after.email}, phone = ${after.phone}, title = ${after.title}, role = ${after.role},
             sees_all_cases = ${after.seesAllCases}, language = ${after.language}, is_active = ${after.isActive}, version = version + 1
       WHERE id = ${contactId}::uuid`),
  )
  const person = { id: contactId, name: after.name, customerId }
  await appendEvents(tx, context, { kind: 'contact', id: contactId, customerId }, [
    { type: 'contact.changed', name: after.name, changes },
  ])
  if (before.email !== after.email || !after.isActive) await voidSecrets(tx, extranet, contactId, context.now)
  if (before.isActive && !after.isActive) await endSessions(tx, context, extranet, person, 'deactivated')
}

async function lockContact(tx: Tx, id: string): Promise<Row> {
  const [row] = await tx.rows<Row>(Prisma.sql`
    SELECT name, email, phone, title, role, sees_all_cases AS "seesAllCases", language, is_active AS "isActive", customer_id AS "customerId", version
      FROM contact WHERE id = ${id}::uuid FOR UPDATE`)
  if (row === undefined) throw new Refusal('not_found')
  return row
}
