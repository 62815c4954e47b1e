import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Acting } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvents } from '../platform/events/append-events.ts'

/** Revokes one token of an employee. Refuses with `not_found`. */
export async function revokeApiToken(tx: Tx, context: Acting, employeeId: string, tokenId: string): Promise<void> {
  const revoked = await revoke(tx, context, employeeId, Prisma.sql`AND id = ${tokenId}::uuid`)
  if (revoked === 0) throw new Refusal('not_found')
}

/** Revokes all live tokens of an employee. */
export async function revokeApiTokens(tx: Tx, context: Acting, employeeId: string): Promise<void> {
  await revoke(tx, context, employeeId, Prisma.empty)
}

async function revoke(tx: Tx, context: Acting, employeeId: string, which: Prisma.Sql): Promise<number> {
  const revoked = await tx.rows<{ name: string }>(Prisma.sql`
    UPDATE api_token SET revoked_at = ${context.now}
     WHERE employee_id = ${employeeId}::uuid AND revoked_at IS NULL AND expires_at > ${context.now} ${which} RETURNING name`)
  const events = revoked.map(({ name }) => ({ type: 'token.revoked' as const, name }))
  await appendEvents(tx, context, { kind: 'employee', id: employeeId }, events)
  return revoked.length
}
