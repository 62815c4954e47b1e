import type { createRateCard as contract } from '@timedesk/contracts/pricing'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { refuseTaken } from '../platform/db/refuse-taken.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { RATE_CARDS_MAX } from './find-rate-cards.ts'
import { readPriceRows, storePriceRows } from './store-rate-card-rows.ts'

/** The unique rule of a rate card. */
export const takenRateCardFields = { rate_card_name_key: '/body/name' } as const

/**
 * Creates a rate card in the company's currency unless said otherwise. Refuses a name that is taken, and prices in
 * another currency, given twice, or for what is not active.
 */
export async function createRateCard(
  tx: Tx,
  context: Context,
  { name, currency: wanted, rows: wantedRows }: z.output<typeof contract.body>,
): Promise<string> {
  const id = context.newId()
  if ((await tx.rateCard.count()) >= RATE_CARDS_MAX)
    throw new Refusal('conflict', { detail: `There may be ${String(RATE_CARDS_MAX)} rate cards at most.` })
  const currency = wanted ?? (await tx.company.findUniqueOrThrow({ where: { id: 1 } })).currency
  const rows = await readPriceRows(tx, wantedRows, currency, [])
  await refuseTaken(takenRateCardFields, () =>
    tx.rows(Prisma.sql`INSERT INTO rate_card (id, name, currency) VALUES (${id}::uuid, ${name}, ${currency})`),
  )
  await storePriceRows(tx, context, id, rows)
  await appendEvents(tx, context, { kind: 'setting', id }, [{ type: 'setting.created', setting: 'rate_card', name }])
  return id
}
