import type { LedgerRow } from '@timedesk/contracts/vouchers'

import type { Words } from '../create-words.ts'
import type { ledgerEnglish } from './ledger-texts.ts'

/** What a movement was, in a word or two. */
export function wordKind({ kind, counterpart }: LedgerRow, words: Words<typeof ledgerEnglish>): string {
  if (kind !== 'transfer_in' && kind !== 'transfer_out') return words(`kind_${kind}`)
  if (counterpart === null) return words(kind === 'transfer_in' ? 'moved_in' : 'moved_out')
  return words(`kind_${kind}`, { counterpart })
}
