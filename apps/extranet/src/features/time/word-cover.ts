import type { ExtranetTimeLine } from '@timedesk/contracts/extranet-agreements'
import type { TimeWords } from './use-time-words.ts'

type Piece = ExtranetTimeLine['coveredBy'][number]

/** What pays for a part of some work. */
export function coverWords(words: TimeWords, { kind, name, hold }: Piece): string {
  if (kind === 'voucher' || kind === 'subscription') return words(kind, { name: name ?? '' })
  if (kind === 'overage' && hold !== null) return words(`overage_${hold}`)
  return words(kind)
}
