import { coverHistory } from '@timedesk/domain/cover/cover-history'
import type { Cover } from '@timedesk/domain/cover/entry'
import type { Pool } from '@timedesk/domain/cover/pool'
import { laterOf } from '@timedesk/domain/calendar/days'

import type { LineDraft } from '../line-draft.ts'
import type { LotDraft } from '../lot-draft.ts'
import type { TermsDraft } from '../terms-draft.ts'
import { coverOf, isDay, unitsOf, type Asked } from './asked.ts'
import { clockExamples } from './clock-examples.ts'
import type { Example } from './example.ts'
import { engineTerms, payerOf, workOf, type TermsGround } from './ground.ts'
import { chargeExamples, quotaExamples, quotaPool } from './plan-examples.ts'
import { lotExamples, lotPool } from './lot-examples.ts'

const WORKED = 22
const WORKED_TOGETHER = [12, 31, 30]
const BEYOND = 60
const CLASSES_SHOWN = 3

export type Bought = { lot: LotDraft; lines: readonly LineDraft[] }

/**
 * What a draft means in money, by the engine that will cover and price the real work. Nothing is said of what is not
 * written yet. Pure: the same draft on the same ground gives the same examples.
 */
export function examplesOf(draft: TermsDraft, bought: Bought, ground: TermsGround): Example[] {
  const day = isDay(draft.validFrom) ? laterOf(draft.validFrom, ground.today) : ground.today
  const asked: Asked = { draft, terms: engineTerms(draft, ground, day), ground, day }
  if (!draft.isBillable) return [{ kind: 'not_billable' }, ...chargeExamples(bought.lines, asked)]
  switch (draft.settlement) {
    case 'time_spent':
      return [...workExamples(asked), togetherExample(asked), ...clockExamples(asked, null)]
    case 'voucher': {
      const pool = lotPool(bought.lot, asked)
      return [
        ...lotExamples(bought.lot),
        ...(pool === null ? [] : drawExamples(asked, pool)),
        ...clockExamples(asked, pool),
        overageExample(asked),
      ]
    }
    case 'subscription': {
      const pool = quotaPool(bought.lines, asked)
      return [
        ...chargeExamples(bought.lines, asked),
        ...quotaExamples(bought.lines),
        ...(pool === null ? [] : drawExamples(asked, pool)),
        ...clockExamples(asked, pool),
        ...(pool?.unit === 'unlimited' ? [] : [overageExample(asked)]),
      ]
    }
  }
}

function workExamples(asked: Asked): Example[] {
  const example = (who: string | null, { billableMinutes, amount }: Cover): Example => {
    return { kind: 'work', who, minutes: WORKED, billable: billableMinutes, amount }
  }
  const plain = coverOf(asked, null, workOf(asked.day, WORKED))
  const ofClasses = asked.ground.priceClasses
    .filter(({ isActive }) => isActive)
    .map((priceClass) => ({ priceClass, cover: coverOf(asked, null, workOf(asked.day, WORKED, priceClass)) }))
    .filter(({ cover }) => cover.amount !== plain.amount)
    .slice(0, CLASSES_SHOWN)
  const isPlainKnown = plain.amount !== null || ofClasses.length === 0
  return [
    ...(isPlainKnown ? [example(null, plain)] : []),
    ...ofClasses.map(({ priceClass, cover }) => example(priceClass.name, cover)),
  ]
}

function togetherExample({ draft, terms, ground, day }: Asked): Example {
  const work = WORKED_TOGETHER.map((minutes, index) => ({ ...workOf(day, minutes), id: String(index) }))
  const { entries } = coverHistory(work, payerOf(ground), [terms], [])
  const amounts = entries.map(({ cover }) => cover.amount)
  return {
    kind: 'together',
    scope: draft.roundingScope,
    worked: WORKED_TOGETHER,
    billable: entries.reduce((sum, { cover }) => sum + cover.billableMinutes, 0),
    amount: amounts.includes(null) ? null : amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0),
  }
}

function drawExamples(asked: Asked, pool: Pool): Example[] {
  const example = (who: string | null, cover: Cover): Example => ({
    ...{ kind: 'draw', who, pool: pool.kind, minutes: WORKED, billable: cover.billableMinutes },
    ...{ units: unitsOf(cover), of: pool.balance, unit: pool.unit },
  })
  const plain = coverOf(asked, pool, workOf(asked.day, WORKED))
  if (pool.unit === 'money' && plain.ratePerHour === null) return workExamples(asked)
  const ofClasses = asked.ground.priceClasses
    .filter(({ isActive }) => isActive)
    .map((priceClass) => ({ priceClass, cover: coverOf(asked, pool, workOf(asked.day, WORKED, priceClass)) }))
    .filter(({ cover }) => unitsOf(cover) !== unitsOf(plain))
    .slice(0, CLASSES_SHOWN)
  return [example(null, plain), ...ofClasses.map(({ priceClass, cover }) => example(priceClass.name, cover))]
}

/** An hour when nothing prepaid is left. */
function overageExample(asked: Asked): Example {
  const { amount } = coverOf(
    { ...asked, terms: { ...asked.terms, increment: 1, minimum: 0 } },
    null,
    workOf(asked.day, BEYOND),
  )
  return { kind: 'overage', minutes: BEYOND, amount, policy: asked.draft.overagePolicy }
}
