import { markPotential, releasePotential, type PotentialMark } from '@timedesk/contracts/potential'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { invoicingTouches } from '../../shared/invoicing/invoicing-touches.ts'
import type { ItemKey } from './item-key.ts'

/** Lets items wait, or writes them off, for a reason. */
export function useMarkPotential() {
  return useChange(
    (body: { kind: PotentialMark['kind']; items: ItemKey[]; reason: string }) => client.call(markPotential, { body }),
    invoicingTouches,
  )
}

/** Releases what is held or written off, one mark after the other; what cannot be released stops it. */
export function useReleasePotential() {
  return useChange(async (markIds: readonly string[]) => {
    for (const markId of markIds) await client.call(releasePotential, { params: { markId } })
  }, invoicingTouches)
}
