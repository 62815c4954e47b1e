import type { PotentialItem, PotentialKey } from '@timedesk/contracts/potential'
import type { z } from 'zod'

export type ItemKey = z.infer<typeof PotentialKey>

/** A key of its own for each row. */
export function rowKeyOf({ source, sourceId, kind, amount }: PotentialItem): string {
  return `${source} ${sourceId} ${kind} ${amount?.amount ?? ''}`
}

/** What the API names items by, each once. */
export function keysOf(items: readonly PotentialItem[]): ItemKey[] {
  const keys = new Map(items.map(({ source, sourceId }) => [`${source} ${sourceId}`, { source, sourceId }]))
  return [...keys.values()]
}
