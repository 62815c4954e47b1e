import { Prisma } from '@timedesk/prisma/client'
import type { Acting } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { newSalt } from './card-secret.ts'
import { findStoredCard, lockContextCard, type StoredCard } from './find-context-cards.ts'
import { forgetAnswers } from './update-context-card.ts'

const FORMER_SIGNS_MS = 24 * 60 * 60 * 1000

/** Gives a card another secret. The former one signs too for a day. Refuses with `not_found`. */
export async function rotateCardSecret(tx: Tx, context: Acting, { cardId }: { cardId: string }): Promise<StoredCard> {
  const before = await lockContextCard(tx, cardId)
  const until = new Date(context.now.getTime() + FORMER_SIGNS_MS)
  await tx.rows(Prisma.sql`UPDATE context_card SET secret_salt = ${newSalt()}, secret_set_at = ${context.now},
      former_salt = ${before.secretSalt}, former_until = ${until}, version = version + 1 WHERE id = ${cardId}::uuid`)
  await forgetAnswers(tx, cardId)
  const [from, to] = [before.secretSetAt.toISOString(), context.now.toISOString()]
  await appendEvents(tx, context, { kind: 'setting', id: cardId }, [
    { type: 'setting.changed', setting: 'context_card', name: before.name, changes: [{ field: 'secret', from, to }] },
  ])
  return findStoredCard(tx, cardId)
}
