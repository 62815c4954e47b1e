import type { orderContextCards as contract } from '@timedesk/contracts/context-cards'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { changesBetween } from '../../platform/events/changes.ts'

type Ordered = { id: string; name: string; position: number }

/** The cards in their order, which nobody else can change until the transaction ends. */
export async function holdCardOrder(tx: Tx): Promise<Ordered[]> {
  await tx.rows(Prisma.sql`SELECT pg_advisory_xact_lock(hashtext('context cards'))`)
  return tx.rows<Ordered>(Prisma.sql`SELECT id, name, position FROM context_card ORDER BY position, id`)
}

/** Puts the cards in order. Refuses with `conflict` when the ids are not those of all cards, each once. */
export async function orderContextCards(
  tx: Tx,
  context: Context,
  { cardIds }: z.output<typeof contract.body>,
): Promise<void> {
  const cards = await holdCardOrder(tx)
  const wanted = new Set(cardIds)
  if (wanted.size !== cardIds.length || cards.length !== wanted.size || cards.some(({ id }) => !wanted.has(id)))
    throw new Refusal('conflict', { detail: 'Cards came or went meanwhile; name each of them once.' })
  await tx.rows(Prisma.sql`UPDATE context_card k SET position = g.position, version = version + 1
    FROM unnest(${cardIds}::uuid[]) WITH ORDINALITY AS g (id, position) WHERE k.id = g.id AND k.position <> g.position`)
  for (const [place, id] of cardIds.entries()) {
    const before = cards.find((card) => card.id === id)
    if (before === undefined) continue
    const changes = changesBetween({ position: before.position }, { position: place + 1 })
    if (changes.length === 0) continue
    await appendEvents(tx, context, { kind: 'setting', id }, [
      { type: 'setting.changed', setting: 'context_card', name: before.name, changes },
    ])
  }
}
