import type { createContextCard as contract } from '@timedesk/contracts/context-cards'
import { CONTEXT_CARDS_MAX } from '@timedesk/contracts/limits'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Acting } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { refuseTaken } from '../../platform/db/refuse-taken.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { holdOrder } from '../../settings/put-in-order.ts'
import { newSalt } from './card-secret.ts'
import { findStoredCard, type StoredCard } from './find-context-cards.ts'
import { requireScope, takenCardFields } from './store-context-card.ts'

/**
 * Creates a context card behind all others, with a secret of its own. Refuses a name that is taken, types and
 * departments that do not exist, and more cards than one answer holds.
 */
export async function createContextCard(
  tx: Tx,
  context: Acting,
  { name, url, typeIds, departmentIds, timeoutSeconds, isActive }: z.output<typeof contract.body>,
): Promise<StoredCard> {
  const id = context.newId()
  await requireScope(tx, { typeIds, departmentIds })
  if ((await holdOrder(tx, 'context_card')).length >= CONTEXT_CARDS_MAX)
    throw new Refusal('conflict', { detail: `There may be ${String(CONTEXT_CARDS_MAX)} context cards at most.` })
  await refuseTaken(takenCardFields, () =>
    tx.rows(Prisma.sql`INSERT INTO context_card (id, name, url, type_ids, department_ids, timeout_seconds, secret_salt, secret_set_at, position, is_active)
      SELECT ${id}::uuid, ${name}, ${url}, ${typeIds}::uuid[], ${departmentIds}::uuid[], ${timeoutSeconds}, ${newSalt()}, ${context.now},
        coalesce(max(position), 0) + 1, ${isActive} FROM context_card`),
  )
  await appendEvents(tx, context, { kind: 'setting', id }, [{ type: 'setting.created', setting: 'context_card', name }])
  return findStoredCard(tx, id)
}
