import type { PriceClass } from '@timedesk/contracts/pricing'
import type { ServiceCalendar } from '@timedesk/contracts/service-calendars'
import { createFormat } from '@timedesk/ui/format'
import { createI18n, type Language } from '@timedesk/ui/i18n'
import { expect, test } from 'vitest'

import { coverDanish, coverEnglish } from '../../cover/cover-texts.ts'
import { createUnits } from '../../cover/use-units.ts'
import { emptyLine, type LineDraft } from '../line-draft.ts'
import { emptyLot, type LotDraft } from '../lot-draft.ts'
import { emptyTerms, type TermsDraft } from '../terms-draft.ts'
import { examplesOf } from './examples.ts'
import type { TermsGround } from './ground.ts'
import { previewDanish, previewEnglish } from './preview-texts.ts'
import { wordExample } from './word-example.ts'

const CALENDAR = '019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c3d'
const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opensAt: '08:00', closesAt: '16:00' }))
const office: ServiceCalendar = {
  ...{ id: CALENDAR, name: 'Weekdays 8–16', agreements: 0, isActive: true, version: 1 },
  ...{ timeZone: null, holidaySet: 'none', policies: 0, isUsed: false },
  spans: weekdays,
  hours: [{ validFrom: '1900-01-01', holidaySet: 'none', spans: weekdays }],
  holidays: [{ day: '2026-12-25', name: 'Christmas Day' }],
}
const senior: PriceClass = {
  ...{ id: '019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c3e', name: 'Senior', drawFactor: '1.5', position: 1 },
  ...{ ratePerHour: null, isActive: true, version: 1 },
}
const ground: TermsGround = {
  today: '2026-01-05',
  customer: { currency: 'DKK', ratePerHour: null, coverOrder: ['subscription', 'voucher'] },
  company: { currency: 'DKK', ratePerHour: null, timeZone: 'Europe/Copenhagen' },
  ...{ priceClasses: [], rateCards: [], calendars: [office] },
}
const evening = {
  policy: 'automatic',
  calendarId: CALENDAR,
  factor: '1.5',
  weekendFactor: '',
  holidayFactor: '',
} as const

type Written = {
  terms?: Partial<TermsDraft>
  lot?: Partial<LotDraft>
  line?: Partial<LineDraft>
  ground?: Partial<TermsGround>
}

function say(settlement: TermsDraft['settlement'], written: Written, language: Language = 'en'): string[] {
  const draft = { ...emptyTerms('2026-01-05', settlement), ...written.terms }
  const bought = { lot: { ...emptyLot, ...written.lot }, lines: [{ ...emptyLine, ...written.line }] }
  const texts = {
    en: { preview: previewEnglish, cover: coverEnglish },
    da: { preview: previewDanish, cover: coverDanish },
  }
  const i18n = createI18n({ resources: texts, language })
  const format = createFormat(language)
  const wordsOf = (namespace: string) => {
    const translate = i18n.getFixedT(language, namespace)
    return (key: string, values: Record<string, string | number> = {}) => translate(key, values)
  }
  const tools = {
    ...{ format, currency: 'DKK', words: wordsOf('preview') },
    units: createUnits(wordsOf('cover'), format),
    weekday: (day: string) =>
      new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(new Date(day)),
  }
  return examplesOf(draft, bought, { ...ground, ...written.ground }).map((example) => {
    const { what, result } = wordExample(example, tools)
    return `${what}: ${result}`.replaceAll('\u00a0', ' ')
  })
}

const hours: Partial<LotDraft> = { quantity: '10', price: '9000' }
const quarterly: Partial<LineDraft> = {
  ...{ description: 'Service desk', period: 'quarter', unitPrice: '9000', startsOn: '2026-02-10' },
}

test.for<[string, TermsDraft['settlement'], Written, string[]]>([
  [
    'time spent is rounded up and priced',
    'time_spent',
    { terms: { ratePerHour: '950' } },
    [
      'One entry: 22 min → 30 min → kr 475.00',
      'A case with 12, 31 and 30 min in a day, each rounded for itself: 73 min → 90 min → kr 1,425.00',
    ],
  ],
  [
    'E2: entries of a day are rounded as one',
    'time_spent',
    { terms: { ratePerHour: '1200', incrementMinutes: 6, minimumMinutes: 30, roundingScope: 'case_day' } },
    [
      'One entry: 22 min → 30 min → kr 600.00',
      'A case with 12, 31 and 30 min in a day, rounded as one: 73 min → 78 min → kr 1,560.00',
    ],
  ],
  [
    'E3: a Friday afternoon has two factors',
    'time_spent',
    { terms: { ratePerHour: '1000', afterHours: evening, incrementMinutes: 1, minimumMinutes: 0 } },
    [
      'One entry: 22 min → 22 min → kr 366.67',
      'A case with 12, 31 and 30 min in a day, each rounded for itself: 73 min → 73 min → kr 1,216.67',
      'Friday 15:30–17:15: 0:30 × 1 + 1:15 × 1.5 → kr 2,375.00',
    ],
  ],
  [
    'weekends and holidays stand where they have a factor',
    'time_spent',
    { terms: { ratePerHour: '1000', afterHours: { ...evening, weekendFactor: '2', holidayFactor: '2,5' } } },
    [
      'One entry: 22 min → 30 min → kr 500.00',
      'A case with 12, 31 and 30 min in a day, each rounded for itself: 73 min → 90 min → kr 1,500.00',
      'Friday 15:30–17:15: 0:30 × 1 + 1:15 × 1.5 → kr 2,375.00',
      'Saturday 10:00–11:00: 1:00 × 2 → kr 2,000.00',
      'Christmas Day 10:00–11:00: 1:00 × 2.5 → kr 2,500.00',
    ],
  ],
  [
    'a missing price is said, never a zero',
    'time_spent',
    { terms: { ratePerHour: '' } },
    [
      'One entry: 22 min → 30 min → no price yet',
      'A case with 12, 31 and 30 min in a day, each rounded for itself: 73 min → 90 min → no price yet',
    ],
  ],
  [
    'E7: a voucher of hours and what lies beyond it',
    'voucher',
    { terms: { overageRate: '1100' }, lot: hours },
    [
      'The voucher: an hour costs kr 900.00',
      'One entry: 22 min → 30 min, takes 0:30 of 10:00 h',
      'An hour beyond the cover: kr 1,100.00, charged',
    ],
  ],
  [
    'a senior takes more of it',
    'voucher',
    { terms: { overageRate: '1100', overagePolicy: 'approve' }, lot: hours, ground: { priceClasses: [senior] } },
    [
      'The voucher: an hour costs kr 900.00',
      'One entry: 22 min → 30 min, takes 0:30 of 10:00 h',
      'One entry by Senior: 22 min → 30 min, takes 0:45 of 10:00 h',
      'An hour beyond the cover: kr 1,100.00, charged once somebody accepts it',
    ],
  ],
  [
    'E8: a voucher of cases covers whole cases',
    'voucher',
    { terms: { ratePerHour: '950', overagePolicy: 'block' }, lot: { unit: 'cases', quantity: '20', price: '15000' } },
    [
      'The voucher: a case costs kr 750.00',
      'One entry: takes 1 of 20 cases and covers the whole case',
      'An hour beyond the cover: kr 950.00, stopped until it is settled',
    ],
  ],
  [
    'E22: a voucher of money is drawn at the price by the hour',
    'voucher',
    { terms: { ratePerHour: '1200' }, lot: { unit: 'money', quantity: '10000', price: '9000' } },
    [
      'The voucher: kr 10,000.00 of work for kr 9,000.00',
      'One entry: 22 min → 30 min, takes kr 600.00 of kr 10,000.00',
      'An hour beyond the cover: kr 1,200.00, charged',
    ],
  ],
  [
    'E11: the first quarter is charged by its days',
    'subscription',
    { terms: { overageRate: '1000' }, line: quarterly },
    [
      'Service desk: first kr 5,000.00 for 50 of 90 days on 10 Feb 2026, then kr 9,000.00 every quarter',
      'An hour beyond the cover: kr 1,000.00, charged',
    ],
  ],
  [
    'E10: an included quota, what rolls over, and an hour beyond it',
    'subscription',
    {
      terms: { overageRate: '1000' },
      line: { unitPrice: '4000', quota: { unit: 'minutes', units: '5', rolloverPeriods: 1, rolloverMax: '5' } },
    },
    [
      'Charge: first kr 3,483.87 for 27 of 31 days on 5 Jan 2026, then kr 4,000.00 every month',
      'Included: 5:00 h every month; an hour of them costs kr 800.00',
      'What is left: stays for one more period, 5:00 h at most',
      'One entry: 22 min → 30 min, takes 0:30 of 5:00 h',
      'An hour beyond the cover: kr 1,000.00, charged',
    ],
  ],
  [
    'an unlimited subscription knows no beyond',
    'subscription',
    {
      line: {
        ...quarterly,
        alignsToCalendar: false,
        timing: 'arrears',
        quota: { ...emptyLine.quota, unit: 'unlimited' },
      },
    },
    [
      'Service desk: kr 9,000.00 every quarter, first on 10 May 2026',
      'Included: all work, without a limit',
      'One entry: 22 min → 30 min, all of it is included',
    ],
  ],
  [
    'work that is not billable costs nothing',
    'time_spent',
    { terms: { ratePerHour: '950', isBillable: false } },
    ['Work under it: is not charged'],
  ],
])('%s', ([, settlement, written, sentences]) => {
  expect(say(settlement, written)).toEqual(sentences)
})

test('Danish says the same', () => {
  const line = { ...quarterly, quota: { unit: 'cases', units: '4', rolloverPeriods: 2, rolloverMax: '' } } as const
  expect(say('subscription', { terms: { overageRate: '1000,50' }, line }, 'da')).toEqual([
    'Service desk: først 5.000,00 kr. for 50 af 90 dage den 10. feb. 2026, derefter 9.000,00 kr. hvert kvartal',
    'Inkluderet: 4 sager hvert kvartal; en sag af dem koster 2.250,00 kr.',
    'Det, der er tilbage: gælder 2 perioder mere, det hele',
    'Én registrering: tager 1 af 4 sager og dækker hele sagen',
    'En time ud over dækningen: 1.000,50 kr., opkræves',
  ])
})
