import type { FixedTotals } from '@timedesk/domain/invoicing/totals'
import type { Reader } from '../../platform/db/database.ts'
import type { StoredInvoice } from '../stored-invoice.ts'
import { creditOfNote, isCreditLine, readCreditGround } from './credit-ground.ts'

/**
 * What a credit note takes from what it credits instead of computing it (R49); null for any other document, and for one
 * that asks for something that cannot be credited any more, which its posting refuses.
 */
export async function fixedTotalsOf(reader: Reader, note: StoredInvoice): Promise<FixedTotals | null> {
  if (note.correctsId === null || note.lines.length === 0 || !note.lines.every(isCreditLine)) return null
  const outcome = creditOfNote(await readCreditGround(reader, note.correctsId), note)
  return outcome.ok ? outcome.credit.fixed : null
}
