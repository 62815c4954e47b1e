import { Refusal } from '@timedesk/contracts/refusal'
import type { Tx } from '../../platform/db/database.ts'
import { requireVersion } from '../../platform/http/etags.ts'
import { holdDocument } from '../hold-document.ts'
import type { StoredInvoice } from '../stored-invoice.ts'

/**
 * Holds a draft that is to be changed as `holdDocument` does. Refuses a stale version, and with `invoice_posted` what is
 * none any more.
 */
export async function holdDraft(tx: Tx, id: string, ifMatch: number | null): Promise<StoredInvoice> {
  const stored = await holdDocument(tx, id)
  if (stored.state === 'posted') throw new Refusal('invoice_posted')
  requireVersion(stored.version, ifMatch)
  return stored
}

/** The line of a draft that is meant. Refuses with `not_found`. */
export function lineOfDraft(stored: StoredInvoice, lineId: string): StoredInvoice['lines'][number] {
  const line = stored.lines.find(({ id }) => id === lineId)
  if (line === undefined) throw new Refusal('not_found')
  return line
}
