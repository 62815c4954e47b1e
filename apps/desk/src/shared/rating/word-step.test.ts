import { RatingStep } from '@timedesk/contracts/rating'
import { createFormat } from '@timedesk/ui/format'
import { createI18n, LANGUAGES } from '@timedesk/ui/i18n'
import { expect, test } from 'vitest'

import { coverDanish, coverEnglish } from '../cover/cover-texts.ts'
import { createUnits } from '../cover/use-units.ts'
import { ratingDanish, ratingEnglish } from './rating-texts.ts'
import { wordStep } from './word-step.ts'

const rate = { amount: '950.00', currency: 'DKK' }
const agreement = 'Prepaid hours'
const drawn: Extract<RatingStep, { step: 'drawn' }> = {
  step: 'drawn',
  ...{ pool: 'V-12', kind: 'voucher', agreement, unit: 'minutes', minutes: 30, units: 30 },
  ...{ balanceBefore: 195, balanceAfter: 165, expiresOn: null },
}

/** One of each kind of step; a new kind is an error here until it has an example. */
const examples: { [Kind in RatingStep['step']]: Extract<RatingStep, { step: Kind }>[] } = {
  not_billable: [{ step: 'not_billable' }, { step: 'not_billable', because: 'agreement' }],
  outside_contract: [{ step: 'outside_contract' }],
  agreement_passed_over: [{ step: 'agreement_passed_over', agreement, because: 'department' }],
  terms: [{ step: 'terms', agreement }],
  rounded: [
    { step: 'rounded', actual: 22, increment: 1, minimum: 0, billable: 22 },
    { step: 'rounded', actual: 22, increment: 15, minimum: 15, billable: 30 },
    { step: 'rounded', actual: 22, increment: 15, minimum: 15, billable: 15, scope: 'case_day', before: 30 },
    { step: 'rounded', actual: 22, increment: 15, minimum: 15, billable: 15, scope: 'case_period', before: 30 },
  ],
  stretch: [{ step: 'stretch', reason: 'weekend', minutes: 30, factor: '2' }],
  no_clock: [{ step: 'no_clock' }],
  after_hours_suggested: [{ step: 'after_hours_suggested', minutes: 30, factor: '1.5' }],
  rate: [{ step: 'rate', source: 'role', ratePerHour: rate }],
  activity_rate: [
    { step: 'activity_rate', factor: '1', ratePerHour: rate },
    { step: 'activity_rate', factor: '1.2', ratePerHour: rate },
  ],
  rate_missing: [{ step: 'rate_missing' }],
  drawn: [
    drawn,
    { ...drawn, expiresOn: '2026-12-31' },
    { ...drawn, unit: 'unlimited', kind: 'quota' },
    { ...drawn, unit: 'money', balanceBefore: 900000, balanceAfter: 852500 },
  ],
  case_covered: [{ step: 'case_covered', pool: 'V-12', agreement, minutes: 30 }],
  pool_empty: [{ step: 'pool_empty', pool: 'V-12', agreement }],
  no_pool: [{ step: 'no_pool', agreement }],
  overage: [{ step: 'overage', agreement, minutes: 10, policy: 'approve' }],
  amount: [
    { step: 'amount', minutes: 30, amount: rate },
    { step: 'amount', minutes: 30, amount: rate, ratePerHour: rate },
    { step: 'amount', minutes: 30, amount: rate, ratePerHour: rate, factor: '1.5' },
  ],
  reversed: [{ step: 'reversed', entryId: '019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c3d' }],
}

function toolsIn(language: (typeof LANGUAGES)[number]) {
  const resources = {
    en: { rating: ratingEnglish, cover: coverEnglish },
    da: { rating: ratingDanish, cover: coverDanish },
  }
  const i18n = createI18n({ resources, language })
  const look = (ns: string) => (key: string, values?: object) => {
    const options = { ...values, ns, keySeparator: false, nsSeparator: false } as const
    if (!i18n.exists(key, options)) throw new Error(`There are no words for ${key}.`)
    return i18n.t(key, options)
  }
  const format = createFormat(language)
  return { words: look('rating'), units: createUnits(look('cover'), format), format, currency: 'DKK' }
}

const steps = RatingStep.options.flatMap(({ shape }): RatingStep[] => examples[shape.step.value])

test.for(steps.flatMap((step) => LANGUAGES.map((language) => [step, language] as const)))(
  '%o is worded, in %s',
  ([step, language]) => {
    const sentence = wordStep(step, toolsIn(language))

    expect(sentence).not.toBe('')
    expect(sentence).not.toMatch(/\{\{|undefined|null|_/u)
  },
)

test('a draw tells what is left and until when', () => {
  expect(wordStep({ ...drawn, expiresOn: '2026-12-31' }, toolsIn('en'))).toBe(
    '0:30 by V-12 of Prepaid hours: 3:15 → 2:45 left, until 31 Dec 2026',
  )
})
