import type { createPriceClass as contract } from '@timedesk/contracts/pricing'
import { Refusal } from '@timedesk/contracts/refusal'
import { readFactor } from '@timedesk/domain/money/factor'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { refuseTaken } from '../platform/db/refuse-taken.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { readRate } from '../platform/read-rate.ts'
import { PRICE_CLASSES_MAX } from './find-price-classes.ts'

/** The unique rule of a price class. */
export const takenPriceClassFields = { price_class_name_key: '/body/name' } as const

/**
 * Creates a price class; without a price of its own, drawing as worked, and last unless said otherwise. Refuses a name
 * that is taken, and a price in another currency than the company's.
 */
export async function createPriceClass(
  tx: Tx,
  context: Context,
  wanted: z.output<typeof contract.body>,
): Promise<string> {
  const id = context.newId()
  const { name, position } = wanted
  const drawFactor = readFactor(wanted.drawFactor ?? '1', '/body/drawFactor')
  if ((await tx.priceClass.count()) >= PRICE_CLASSES_MAX)
    throw new Refusal('conflict', { detail: `There may be ${String(PRICE_CLASSES_MAX)} price classes at most.` })
  const { currency } = await tx.company.findUniqueOrThrow({ where: { id: 1 } })
  const ratePerHour = readRate(wanted.ratePerHour ?? null, currency)
  await refuseTaken(takenPriceClassFields, () =>
    tx.rows(Prisma.sql`
      INSERT INTO price_class (id, name, rate_per_hour, draw_factor, position)
      SELECT ${id}::uuid, ${name}, ${ratePerHour}, ${drawFactor},
             coalesce(${position ?? null}::int, (SELECT max(position) + 1 FROM price_class), 1)`),
  )
  await appendEvents(tx, context, { kind: 'setting', id }, [{ type: 'setting.created', setting: 'price_class', name }])
  return id
}
