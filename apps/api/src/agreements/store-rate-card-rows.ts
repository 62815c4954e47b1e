import type { createRateCard } from '@timedesk/contracts/pricing'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { refusedReference } from '../platform/http/refused-reference.ts'
import { readPrice } from '../platform/read-rate.ts'
import type { PriceRow } from './find-rate-cards.ts'

type WantedRow = z.output<typeof createRateCard.body>['rows'][number]

/**
 * Reads the prices of a card in its currency, with the names of what they are for. Refuses, pointing at the row, a
 * price in another currency, one that is given twice (`conflict`), and a price class or activity that is neither
 * active nor on the card already.
 */
export async function readPriceRows(
  tx: Tx,
  wanted: readonly WantedRow[],
  currency: string,
  present: readonly PriceRow[],
): Promise<PriceRow[]> {
  refuseRepeated(wanted)
  const usable = await findUsable(tx, present)
  return wanted.map((row, at) => {
    const pointer = `/body/rows/${String(at)}`
    const priceClass = usable.get(row.priceClassId)
    if (priceClass?.kind !== 'price_class')
      throw refusedReference(`${pointer}/priceClassId`, 'The price class does not exist or is not active.')
    const activityType = row.activityTypeId === null ? null : usable.get(row.activityTypeId)
    if (activityType !== null && activityType?.kind !== 'activity_type')
      throw refusedReference(`${pointer}/activityTypeId`, 'The activity type does not exist or is not active.')
    return {
      priceClass: { id: row.priceClassId, name: priceClass.name },
      activityType: activityType === null ? null : { id: activityType.id, name: activityType.name },
      validFrom: row.validFrom,
      ratePerHour: readPrice(row.ratePerHour, currency, `${pointer}/ratePerHour`),
    }
  })
}

type Usable = { id: string; kind: 'price_class' | 'activity_type'; name: string }

async function findUsable(tx: Tx, present: readonly PriceRow[]): Promise<Map<string, Usable>> {
  const known = present.flatMap(({ priceClass, activityType }) => [
    priceClass.id,
    ...(activityType ? [activityType.id] : []),
  ])
  const rows = await tx.rows<Usable>(Prisma.sql`
    SELECT id, 'price_class' AS kind, name FROM price_class WHERE is_active OR id = ANY(${known}::uuid[])
    UNION ALL SELECT id, 'activity_type', name FROM activity_type WHERE is_active OR id = ANY(${known}::uuid[])`)
  return new Map(rows.map((row) => [row.id, row]))
}

function refuseRepeated(wanted: readonly WantedRow[]): void {
  const keys = wanted.map(({ priceClassId, activityTypeId, validFrom }) =>
    [priceClassId, activityTypeId ?? '', validFrom].join(),
  )
  const at = keys.findIndex((key, index) => keys.indexOf(key) < index)
  if (at < 0) return
  const message = 'This price is given twice from the same day on.'
  throw new Refusal('conflict', {
    detail: message,
    fields: [{ pointer: `/body/rows/${String(at)}`, code: 'taken', message }],
  })
}

/** Replaces all prices of a card. */
export async function storePriceRows(
  tx: Tx,
  { newId }: Pick<Context, 'newId'>,
  rateCardId: string,
  rows: readonly PriceRow[],
): Promise<void> {
  await tx.rows(Prisma.sql`DELETE FROM rate_card_row WHERE rate_card_id = ${rateCardId}::uuid`)
  await tx.rows(Prisma.sql`
    INSERT INTO rate_card_row (id, rate_card_id, price_class_id, activity_type_id, valid_from, rate_per_hour)
    SELECT g.id, ${rateCardId}::uuid, g.price_class_id, g.activity_type_id, g.valid_from, g.rate_per_hour
      FROM unnest(${rows.map(() => newId())}::uuid[], ${rows.map(({ priceClass }) => priceClass.id)}::uuid[],
        ${rows.map(({ activityType }) => activityType?.id ?? null)}::uuid[], ${rows.map(({ validFrom }) => validFrom)}::date[],
        ${rows.map(({ ratePerHour }) => ratePerHour)}::int[]) AS g (id, price_class_id, activity_type_id, valid_from, rate_per_hour)`)
}
