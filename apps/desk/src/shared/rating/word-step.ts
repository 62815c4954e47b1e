import type { RatingStep } from '@timedesk/contracts/rating'

import { wordUnits, type RatingTools } from './word-units.ts'

type Of<Kind extends RatingStep['step']> = Extract<RatingStep, { step: Kind }>

/** One step from minutes to money, in the reader's language. */
export function wordStep(step: RatingStep, tools: RatingTools): string {
  const { words, format } = tools
  switch (step.step) {
    case 'not_billable':
      return words(step.because === undefined ? 'not_billable' : `not_billable_${step.because}`)
    case 'agreement_passed_over':
      return words(`passed_${step.because}`, { agreement: step.agreement })
    case 'terms':
    case 'no_pool':
      return words(step.step, { agreement: step.agreement })
    case 'rounded':
      return wordRounding(step, tools)
    case 'stretch': {
      const reason = words(`reason_${step.reason}`)
      return words('stretch', { minutes: format.minutes(step.minutes), reason, factor: format.factor(step.factor) })
    }
    case 'after_hours_suggested':
      return words(step.step, { minutes: format.minutes(step.minutes), factor: format.factor(step.factor) })
    case 'rate':
      return words('rate', { rate: format.money(step.ratePerHour), source: words(`source_${step.source}`) })
    case 'activity_rate': {
      const rate = format.money(step.ratePerHour)
      return step.factor === '1'
        ? words('activity_fixed', { rate })
        : words('activity_factor', { rate, factor: format.factor(step.factor) })
    }
    case 'drawn':
      return wordDraw(step, tools)
    case 'case_covered':
      return words(step.step, { ...step, minutes: format.minutes(step.minutes) })
    case 'pool_empty':
      return words(step.step, { pool: step.pool, agreement: step.agreement })
    case 'overage':
      return words(`overage_${step.policy}`, { agreement: step.agreement, minutes: format.minutes(step.minutes) })
    case 'amount':
      return wordAmount(step, tools)
    case 'outside_contract':
    case 'no_clock':
    case 'rate_missing':
    case 'reversed':
      return words(step.step)
  }
}

function wordRounding(step: Of<'rounded'>, { words, format }: RatingTools): string {
  const { increment, minimum, scope = 'entry' } = step
  const values = { billable: format.minutes(step.billable), increment, minimum }
  if (increment <= 1 && minimum === 0) return words('unrounded', values)
  if (scope === 'entry') return words('rounded', values)
  return words(`rounded_${scope}`, { ...values, before: format.minutes(step.before ?? 0) })
}

function wordDraw(step: Of<'drawn'>, tools: RatingTools): string {
  const { words, format } = tools
  const { pool, agreement, unit, expiresOn } = step
  const values = { pool, agreement, minutes: format.minutes(step.minutes) }
  if (unit === 'unlimited') return words('drawn_unlimited', values)
  const balances = {
    before: wordUnits(unit, step.balanceBefore, tools),
    after: wordUnits(unit, step.balanceAfter, tools),
  }
  return expiresOn === null
    ? words('drawn', { ...values, ...balances })
    : words('drawn_until', { ...values, ...balances, day: format.workDate(expiresOn) })
}

function wordAmount(step: Of<'amount'>, { words, format }: RatingTools): string {
  const amount = format.money(step.amount)
  const { ratePerHour, factor = '1' } = step
  if (ratePerHour === undefined) return words('amount', { amount })
  const values = { amount, minutes: format.minutes(step.minutes), rate: format.money(ratePerHour) }
  return factor === '1'
    ? words('amount_of', values)
    : words('amount_factor', { ...values, factor: format.factor(factor) })
}
