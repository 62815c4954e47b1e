import type { markPotential as contract } from '@timedesk/contracts/potential'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { insertRows, type Table } from '../../../platform/db/insert-rows.ts'
import { appendEvents } from '../../../platform/events/append-events.ts'
import { priceText } from '../../../platform/read-rate.ts'
import { findPlannableItems, type OwnedItem } from '../plannable-items.ts'

type Wanted = z.output<typeof contract.body>
type Key = Wanted['items'][number]

/** What is decided on: a whole entry with all its pieces, or the item itself. */
type Marked = { source: Key['source']; subjectId: string; customerId: string; first: OwnedItem; items: OwnedItem[] }

/**
 * Holds items until they are released, or writes them off: then they are never charged, and what was given up is kept
 * as a number. Of time the whole entry is meant. A new decision takes the place of an earlier hold. Resolves with the
 * ids of the decisions. Refuses with `item_taken`, naming each, what a document claims or what is gone.
 */
export async function markPotential(
  tx: Tx,
  context: Context,
  { kind, items: keys, reason }: Wanted,
): Promise<string[]> {
  const marked = await findMarked(tx, keys)
  const { actor, now: createdAt, newId } = context
  const rows = marked.map(({ source, subjectId, customerId, items }) => {
    const amount = kind === 'write_off' ? sum(items) : null
    return { id: newId(), customerId, source, subjectId, kind, reason, amount, createdByName: actor.name, createdAt }
  })
  const subjects = rows.map(({ subjectId }) => subjectId)
  await tx.rows(Prisma.sql`UPDATE potential_mark SET released_at = ${createdAt}, released_by_name = ${actor.name}
    WHERE subject_id = ANY(${subjects}::uuid[]) AND released_at IS NULL`)
  await insertRows(tx, markTable, rows)
  for (const { customerId, first, items } of marked) {
    const told = { kind, text: first.text, amount: priceText(sum(items), first.currency), reason }
    await appendEvents(tx, context, { kind: 'customer', id: customerId, customerId }, [
      { type: 'potential.marked', ...told },
    ])
  }
  return rows.map(({ id }) => id)
}

/** Nobody claims or rates anything of their customers until the transaction ends, who are held in one order. */
async function findMarked(tx: Tx, keys: readonly Key[]): Promise<Marked[]> {
  const ids = keys.map(({ sourceId }) => sourceId)
  const seen = await findPlannableItems(tx, Prisma.sql`i.source_id = ANY(${ids}::uuid[])`)
  const customers = [...new Set(seen.map(({ customerId }) => customerId))]
  await tx.rows(Prisma.sql`SELECT 1 FROM customer WHERE id = ANY(${customers}::uuid[]) ORDER BY id FOR UPDATE`)
  const entries = seen.flatMap(({ entryId }) => entryId ?? [])
  const [found, claimed] = await Promise.all([
    findPlannableItems(
      tx,
      Prisma.sql`i.customer_id = ANY(${customers}::uuid[]) AND (i.source_id = ANY(${ids}::uuid[]) OR i.entry_id = ANY(${entries}::uuid[]))`,
    ),
    tx.rows<{ id: string }>(
      Prisma.sql`SELECT DISTINCT entry_id AS id FROM invoice_source WHERE is_live AND entry_id = ANY(${entries}::uuid[])`,
    ),
  ])
  refuseTaken(
    keys,
    found,
    claimed.map(({ id }) => id),
  )
  const subjects = Map.groupBy(found, ({ entryId, sourceId }) => entryId ?? sourceId)
  return [...subjects].flatMap(([subjectId, items]) => {
    const [first] = items
    if (first === undefined) return []
    return [{ source: first.source, subjectId, customerId: first.customerId, first, items }]
  })
}

function refuseTaken(keys: readonly Key[], found: readonly OwnedItem[], claimedIds: readonly string[]): void {
  const fields = keys.flatMap(({ source, sourceId }, index) => {
    const item = found.find((one) => one.source === source && one.sourceId === sourceId.toLowerCase())
    const isFree = item !== undefined && !(item.entryId !== null && claimedIds.includes(item.entryId))
    const message = 'It is on a document, was written off, or is no longer there.'
    return isFree ? [] : [{ pointer: `/body/items/${String(index)}`, code: 'taken', message }]
  })
  if (fields.length > 0) throw new Refusal('item_taken', { fields })
}

function sum(items: readonly OwnedItem[]): number {
  return items.reduce((total, { billable }) => total + billable, 0)
}

type MarkRow = {
  id: string
  customerId: string
  source: string
  subjectId: string
  kind: string
  reason: string
  amount: number | null
  createdByName: string
  createdAt: Date
}

const markTable: Table<MarkRow> = {
  name: 'potential_mark',
  columns: {
    ...{ id: 'uuid', customerId: 'uuid', source: 'text', subjectId: 'uuid', kind: 'text', reason: 'text' },
    ...{ amount: 'bigint', createdByName: 'text', createdAt: 'timestamptz' },
  },
}
