import { coverEntry } from '@timedesk/domain/cover/cover-entry'
import type { Cover, EntryToCover } from '@timedesk/domain/cover/entry'
import type { Pool } from '@timedesk/domain/cover/pool'
import type { AgreementTerms } from '@timedesk/domain/cover/terms'

import type { TermsDraft } from '../terms-draft.ts'
import { payerOf, type TermsGround } from './ground.ts'

/** The terms, what they are asked about, and the day that the examples happen on. */
export type Asked = { draft: TermsDraft; terms: AgreementTerms; ground: TermsGround; day: string }

/** How the engine covers a bit of work, with one pool or none. */
export function coverOf({ terms, ground }: Asked, pool: Pool | null, work: EntryToCover): Cover {
  const pools = pool === null ? [] : [pool]
  return coverEntry(work, payerOf(ground), [terms], { pools, casePoolIds: [], ratedBefore: [] })
}

export function unitsOf({ pieces }: Cover): number {
  return pieces.reduce((sum, { units }) => sum + (units ?? 0), 0)
}

export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/u.test(text)
}
