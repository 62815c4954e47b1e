import type { PotentialItem } from '@timedesk/contracts/potential'
import type { TimeEntry } from '@timedesk/contracts/time'
import { toWire } from '@timedesk/domain/money/money'
import { textOfItem, type NamedItem } from './item-text.ts'

/** An item with what it is called by; amounts in minor units of the currency, and null without a price. */
export type ItemRow = NamedItem &
  Pick<
    PotentialItem,
    | 'source'
    | 'sourceId'
    | 'day'
    | 'kind'
    | 'minutes'
    | 'state'
    | 'heldBecause'
    | 'settlement'
    | 'case'
    | 'project'
    | 'agreement'
    | 'hold'
  > & {
    entryId: string | null
    amount: number | null
  }

export function presentItem(row: ItemRow, entry: TimeEntry | null): PotentialItem {
  const { source, sourceId, day, kind, minutes, state, heldBecause, settlement, agreement, project, hold } = row
  const { amount, currency } = row
  return {
    source,
    sourceId,
    day,
    text: textOfItem(row, 'en'),
    agreement,
    settlement,
    kind,
    minutes,
    amount: amount === null ? null : toWire({ minor: amount, currency }),
    state,
    heldBecause,
    hold: hold === null ? null : { ...hold, createdAt: new Date(hold.createdAt).toISOString() },
    case: row.case,
    project,
    entry,
  }
}
