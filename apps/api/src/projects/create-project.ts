import type { createProject as contract } from '@timedesk/contracts/projects'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { requireActive } from '../platform/db/references.ts'
import { appendEvents } from '../platform/events/append-events.ts'

/** Creates a project of an active customer. Refuses an owner who is not active, and an end before the start. */
export async function createProject(
  tx: Tx,
  context: Context,
  { customerId, name, description, ownerId, startsOn, endsOn }: z.output<typeof contract.body>,
): Promise<string> {
  const id = context.newId()
  requireOrder(startsOn, endsOn)
  await requireActive(tx, 'customer', customerId, '/body/customerId')
  if (ownerId !== null) await requireActive(tx, 'employee', ownerId, '/body/ownerId')
  await tx.rows(Prisma.sql`
    INSERT INTO project (id, customer_id, name, description, owner_id, starts_on, ends_on, created_at)
    VALUES (${id}::uuid, ${customerId}::uuid, ${name}, ${description}, ${ownerId}::uuid, ${startsOn}::date, ${endsOn}::date, ${context.now})`)
  await appendEvents(tx, context, { kind: 'project', id, customerId }, [{ type: 'project.created', name }])
  return id
}

/** Refuses a project that ends before it starts. */
export function requireOrder(startsOn: string | null, endsOn: string | null): void {
  if (startsOn === null || endsOn === null || endsOn >= startsOn) return
  const message = 'Must not be before the start.'
  throw new Refusal('invalid_request', {
    detail: message,
    fields: [{ pointer: '/body/endsOn', code: 'before_start', message }],
  })
}
