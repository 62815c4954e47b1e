import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyHistory } from '../../test/any-history.ts'
import { buildAgreement, buildPayer } from '../../test/build-cover.ts'
import { compareInRatingOrder, coverHistory } from '../cover/cover-history.ts'
import type { Cover } from '../cover/entry.ts'
import { quotasOf, termsInWindow } from './draft.ts'
import type { Draft } from './draft.ts'
import { startReplay } from './replay.ts'

const window = { from: '2026-03-01', to: '2026-03-31', months: 1 }
const anyQuota = fc.record({
  quotaUnit: fc.constantFrom('minutes' as const, 'cases' as const, 'unlimited' as const),
  quota: fc.integer({ min: 1, max: 400 }),
  position: fc.integer({ min: 0, max: 2 }),
})

test('replaying a plan is covering the whole history from its quotas', () => {
  const property = fc.property(
    anyHistory,
    fc.array(anyQuota, { maxLength: 3 }),
    fc.constantFrom('entry' as const, 'case_day' as const, 'case_period' as const),
    ({ entries }, quotas, roundingScope) => {
      const line = { months: 1, anchor: 'start', prorate: true, timing: 'advance', leadDays: 0 } as const
      const price = { quantity: 1, unitPrice: 0, rolloverPeriods: 0, rolloverMax: null }
      const terms = { id: 'plan', settlement: 'subscription', increment: 6, minimum: 15, roundingScope } as const
      const draft: Draft = {
        terms: buildAgreement(terms),
        lot: null,
        lines: quotas.map((quota) => ({ ...line, ...price, ...quota })),
      }
      const payer = buildPayer()
      const replay = startReplay(draft, payer, window)

      const replayed = entries.toSorted(compareInRatingOrder).map((entry) => replay.cover(entry, () => false)?.cover)
      const piecesOf = (cover: Cover | undefined) => ({ pieces: cover?.pieces, minutes: cover?.billableMinutes })

      const whole = coverHistory(entries, payer, [termsInWindow(draft, window)], quotasOf(draft, window))
      expect(replayed.map(piecesOf)).toEqual(whole.entries.map(({ cover }) => piecesOf(cover)))
    },
  )
  fc.assert(property)
})
