import type { updateContextCard as contract } from '@timedesk/contracts/context-cards'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { refuseTaken } from '../../platform/db/refuse-taken.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { changesBetween } from '../../platform/events/changes.ts'
import { requireVersion } from '../../platform/http/etags.ts'
import { findStoredCard, lockContextCard } from './find-context-cards.ts'
import { requireScope, takenCardFields, tellCard } from './store-context-card.ts'

/**
 * Changes or deactivates a context card, and forgets what was kept of its answers. Refuses a stale version, a name that
 * is taken, and types and departments that do not exist.
 */
export async function updateContextCard(
  tx: Tx,
  context: Context,
  { cardId, ...wanted }: { cardId: string } & z.output<typeof contract.body>,
  ifMatch: number | null,
): Promise<void> {
  const before = await lockContextCard(tx, cardId)
  requireVersion(before.version, ifMatch)
  const typeIds = wanted.typeIds ?? before.types.map(({ id }) => id)
  const departmentIds = wanted.departmentIds ?? before.departments.map(({ id }) => id)
  await requireScope(tx, { typeIds, departmentIds })
  await refuseTaken(takenCardFields, () =>
    tx.rows(Prisma.sql`UPDATE context_card SET name = ${wanted.name ?? before.name}, url = ${wanted.url ?? before.url},
        type_ids = ${typeIds}::uuid[], department_ids = ${departmentIds}::uuid[],
        timeout_seconds = ${wanted.timeoutSeconds ?? before.timeoutSeconds}, is_active = ${wanted.isActive ?? before.isActive}, version = version + 1
      WHERE id = ${cardId}::uuid`),
  )
  await forgetAnswers(tx, cardId)
  const after = await findStoredCard(tx, cardId)
  const changes = changesBetween(tellCard(before), tellCard(after))
  // The rest of its address may hold a key, and the log is read by many.
  if (changes.every(({ field }) => field !== 'url') && after.url !== before.url)
    changes.push({ field: 'urlQuery', from: null, to: 'true' })
  if (changes.length === 0) return
  await appendEvents(tx, context, { kind: 'setting', id: cardId }, [
    { type: 'setting.changed', setting: 'context_card', name: after.name, changes },
  ])
}

/** Removes a context card with all that was kept of it; logs keep its name. Refuses with `not_found`. */
export async function removeContextCard(tx: Tx, context: Context, { cardId }: { cardId: string }): Promise<void> {
  const { name } = await lockContextCard(tx, cardId)
  await tx.rows(Prisma.sql`DELETE FROM context_card WHERE id = ${cardId}::uuid`)
  const changes = [{ field: 'isRemoved', from: 'false', to: 'true' }]
  await appendEvents(tx, context, { kind: 'setting', id: cardId }, [
    { type: 'setting.changed', setting: 'context_card', name, changes },
  ])
}

/** Who held the card's row before may still be waited for; who comes after finds another version and keeps nothing. */
export async function forgetAnswers(tx: Tx, cardId: string): Promise<void> {
  await tx.rows(Prisma.sql`DELETE FROM context_card_answer WHERE card_id = ${cardId}::uuid`)
}
