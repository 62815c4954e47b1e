import type { PassedOver } from '@timedesk/domain/cover/applies'
import {
  coverHistory,
  type CaseBefore,
  type HistoryDraw,
  type HistoryEntry,
} from '@timedesk/domain/cover/cover-history'
import type { Cover, EntryToCover, Payer } from '@timedesk/domain/cover/entry'
import type { Pool } from '@timedesk/domain/cover/pool'
import type { Step } from '@timedesk/domain/cover/steps'
import { Prisma } from '@timedesk/prisma/client'
import type { LoadedTerms } from './cover-terms.ts'

/** What decides how a customer's work is covered. Pools as they are before it, cases by what was rated on them. */
export type CoverGround = {
  payer: Payer
  agreements: LoadedTerms[]
  pools: Pool[]
  cases: ReadonlyMap<string, CaseBefore>
}

export type CoveredWork = { id: string; cover: Cover; draws: HistoryDraw[] }

/** The agreement of a case, or its word that none pays, as far as cover asks. Time without a case has no choice. */
export type CaseChoice = { caseAgreementId: string | null; isOutsideContract: boolean }

/** Activity type `ty` and price class `pc` as JSON of what the engine reads. */
export const activityJson = Prisma.sql`json_build_object('id', ty.id, 'isBillable', ty.is_billable, 'factorPermille', ty.factor,
  'fixedRatePerHour', ty.fixed_rate, 'minimum', ty.minimum_minutes)`
export const priceClassJson = Prisma.sql`CASE WHEN pc.id IS NULL THEN NULL ELSE json_build_object('id', pc.id, 'ratePerHour', pc.rate_per_hour,
  'drawFactorPermille', pc.draw_factor) END`

/**
 * Covers work in its order (R16), each entry from what those before it left; nothing is written. What is no news is
 * left out of the explanation.
 */
export function coverWork(
  entries: readonly HistoryEntry[],
  { payer, agreements, pools, cases }: CoverGround,
): CoveredWork[] {
  const history = coverHistory(entries, payer, agreements, pools, cases)
  const choices = new Map(entries.map(({ id, choice }) => [id, choice]))
  const draws = Map.groupBy(history.draws, ({ entryId }) => entryId)
  return history.entries.map(({ id, cover }) => ({
    id,
    cover: { ...cover, explanation: cover.explanation.filter((step) => isTold(step, choices.get(id))) },
    draws: draws.get(id) ?? [],
  }))
}

export function choiceOf({ caseAgreementId, isOutsideContract }: CaseChoice): EntryToCover['choice'] {
  if (isOutsideContract) return { mode: 'outside' }
  return caseAgreementId === null ? { mode: 'automatic' } : { mode: 'chosen', agreementId: caseAgreementId }
}

function isTold(step: Step, choice: EntryToCover['choice'] | undefined): boolean {
  return step.step !== 'agreement_passed_over' || isNews(step.because, choice)
}

/** An agreement that was never meant for the day or is out of force is no news unless the case names it. */
export function isNews(because: PassedOver['because'], choice: EntryToCover['choice'] | undefined): boolean {
  return choice?.mode === 'chosen' || (because !== 'state' && because !== 'validity')
}
