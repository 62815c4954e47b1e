import type { extranetUpdateMe } from '@timedesk/contracts/extranet-identity'
import type { updateMe as contract } from '@timedesk/contracts/identity'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { ContactActor, Context, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { changesBetween } from '../platform/events/changes.ts'

/** Changes one's own name, language and how long one may call back what one has sent. */
export async function updateMe(
  tx: Tx,
  context: Context<StaffActor>,
  wanted: z.output<typeof contract.body>,
): Promise<void> {
  const { id } = context.actor
  const [before] = await tx.rows<{ name: string; language: string; undoSeconds: number }>(
    Prisma.sql`SELECT name, language, undo_seconds AS "undoSeconds" FROM employee WHERE id = ${id}::uuid FOR UPDATE`,
  )
  if (before === undefined) throw new Refusal('not_found')
  const after = {
    name: wanted.name ?? before.name,
    language: wanted.language ?? before.language,
    undoSeconds: wanted.undoSeconds ?? before.undoSeconds,
  }
  const changes = changesBetween(before, after)
  if (changes.length === 0) return
  await tx.rows(
    Prisma.sql`UPDATE employee SET name = ${after.name}, language = ${after.language}, undo_seconds = ${after.undoSeconds}, version = version + 1
      WHERE id = ${id}::uuid`,
  )
  await appendEvents(tx, context, { kind: 'employee', id }, [{ type: 'employee.changed', name: after.name, changes }])
}

type Profile = { name: string; phone: string; title: string; language: string }

/** Changes a contact's own profile, as the extranet's role may. */
export async function updateExtranetMe(
  tx: Tx,
  context: Context<ContactActor>,
  wanted: z.output<typeof extranetUpdateMe.body>,
): Promise<void> {
  const { id, customerId } = context.actor
  const [before] = await tx.rows<Profile>(
    Prisma.sql`SELECT name, phone, title, language FROM contact WHERE id = ${id}::uuid FOR UPDATE`,
  )
  if (before === undefined) throw new Refusal('not_found')
  const after = {
    name: wanted.name ?? before.name,
    phone: wanted.phone ?? before.phone,
    title: wanted.title ?? before.title,
    language: wanted.language ?? before.language,
  }
  const changes = changesBetween(before, after)
  if (changes.length === 0) return
  await tx.rows(Prisma.sql`
    UPDATE contact SET name = ${after.name}, phone = ${after.phone}, title = ${after.title}, language = ${after.language}, version = version + 1
     WHERE id = ${id}::uuid`)
  await appendEvents(tx, context, { kind: 'contact', id, customerId }, [
    { type: 'contact.changed', name: after.name, changes },
  ])
}
