import type { PotentialKey } from '@timedesk/contracts/potential'
import { Refusal, type FieldProblem } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import { findPlannableItems, type OwnedItem } from '../potential/plannable-items.ts'

type Key = z.output<typeof PotentialKey>

/**
 * Items of a customer's potential that somebody chose. Refuses with `item_taken`, naming each, what is on a document, is
 * no longer there, belongs to somebody else, waits for something, or is named twice.
 */
export async function findChosenItems(tx: Tx, customerId: string, keys: readonly Key[]): Promise<OwnedItem[]> {
  const ids = keys.map(({ sourceId }) => sourceId)
  const found = await findPlannableItems(
    tx,
    Prisma.sql`i.customer_id = ${customerId}::uuid AND i.source_id = ANY(${ids}::uuid[])`,
  )
  const items = new Map(found.map((item) => [keyOf(item), item]))
  const named = keys.map(keyOf)
  const fields = keys.flatMap((key, index): FieldProblem[] => {
    const pointer = `/body/items/${String(index)}`
    const item = items.get(keyOf(key))
    if (item === undefined)
      return [{ pointer, code: 'taken', message: 'It is on another document, or no longer there.' }]
    if (item.heldBecause !== null) return [{ pointer, code: item.heldBecause, message: 'It waits for something.' }]
    return named.indexOf(keyOf(key)) === index ? [] : [{ pointer, code: 'twice', message: 'It is named twice.' }]
  })
  if (fields.length > 0) throw new Refusal('item_taken', { fields })
  return found
}

/** Tells items apart. */
export function keyOf({ source, sourceId }: Key): string {
  return `${source} ${sourceId.toLowerCase()}`
}
