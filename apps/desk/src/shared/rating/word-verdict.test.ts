import type { Verdict } from '@timedesk/contracts/cover'
import { createFormat } from '@timedesk/ui/format'
import { createI18n, type Language } from '@timedesk/ui/i18n'
import { expect, test } from 'vitest'

import { buildPiece, buildVerdict, kroner } from '../../test/time-cast.ts'
import { coverDanish, coverEnglish } from '../cover/cover-texts.ts'
import { createUnits } from '../cover/use-units.ts'
import { ratingDanish, ratingEnglish } from './rating-texts.ts'
import { verdictDanish, verdictEnglish } from './verdict-texts.ts'
import { wordNotes } from './word-notes.ts'
import { moodOf, wordVerdict, type VerdictTools } from './word-verdict.ts'

function toolsIn(language: Language): VerdictTools & { clock: (instant: string) => string } {
  const resources = {
    en: { rating: ratingEnglish, verdict: verdictEnglish, cover: coverEnglish },
    da: { rating: ratingDanish, verdict: verdictDanish, cover: coverDanish },
  }
  const i18n = createI18n({ resources, language })
  const look = (ns: string) => (key: string, values?: object) =>
    i18n.t(key, { ...values, ns, keySeparator: false, nsSeparator: false })
  const clock = (instant: string) => instant.slice('2026-03-02T'.length, -':00.000Z'.length)
  const format = createFormat(language)
  const units = createUnits(look('cover'), format)
  return { words: look('rating'), say: look('verdict'), units, format, currency: 'DKK', clock }
}

const hours = { id: 'hours', name: 'Support by the hour' }
const byTheHour = buildPiece({
  kind: 'time_spent',
  pool: null,
  units: null,
  amount: kroner('475.00'),
  agreement: hours,
})
const twenty = buildPiece({ minutes: 20, units: 20 })
const emptied: Partial<Verdict> = {
  pieces: [twenty],
  draws: [{ pool: 'V-12', unit: 'minutes', before: 20, after: 0, expiresOn: null }],
}
const beyond = (overrides: Partial<typeof byTheHour>) =>
  buildPiece({ kind: 'overage', minutes: 10, pool: null, units: null, amount: kroner('158.33'), ...overrides })

test.for<[string, Partial<Verdict>, string, string, ReturnType<typeof moodOf>]>([
  [
    'covered by a voucher',
    {},
    '0:22 → 0:30 · V-12: 3:15 → 2:45 left · no overage',
    '0:22 → 0:30 · V-12: 3:15 → 2:45 tilbage · intet overforbrug',
    'fine',
  ],
  [
    'by the hour',
    { pieces: [byTheHour], draws: [], amount: kroner('475.00'), agreement: hours },
    '0:22 → 0:30 · kr 475.00 · Support by the hour',
    '0:22 → 0:30 · 475,00 kr. · Support by the hour',
    'fine',
  ],
  [
    'not billable',
    { explanation: [{ step: 'not_billable', because: 'activity' }], pieces: [], draws: [] },
    '0:22 · not billable',
    '0:22 · ikke fakturerbar',
    'quiet',
  ],
  [
    'without a price',
    { pieces: [buildPiece({ kind: 'missing_rate', pool: null, amount: null })], draws: [], amount: null },
    '0:22 → 0:30 · no price for this work is set',
    '0:22 → 0:30 · der er ingen pris på dette arbejde',
    'refused',
  ],
  [
    'beyond a voucher that lets it be charged',
    { ...emptied, pieces: [twenty, beyond({})] },
    '0:22 → 0:30 · V-12: 0:20 → 0:00 left · 0:10 overage: kr 158.33',
    '0:22 → 0:30 · V-12: 0:20 → 0:00 tilbage · 0:10 overforbrug: 158,33 kr.',
    'careful',
  ],
  [
    'beyond a voucher that wants approval',
    { ...emptied, pieces: [twenty, beyond({ hold: 'approval' })] },
    '0:22 → 0:30 · V-12: 0:20 → 0:00 left · 0:10 overage waits for approval: kr 158.33',
    '0:22 → 0:30 · V-12: 0:20 → 0:00 tilbage · 0:10 overforbrug venter på godkendelse: 158,33 kr.',
    'careful',
  ],
  [
    'beyond a voucher that blocks it',
    { ...emptied, pieces: [twenty, beyond({ hold: 'blocked' })] },
    '0:22 → 0:30 · V-12: 0:20 → 0:00 left · 0:10 overage is not covered',
    '0:22 → 0:30 · V-12: 0:20 → 0:00 tilbage · 0:10 overforbrug er ikke dækket',
    'careful',
  ],
  [
    'the rest of which is by the hour',
    { ...emptied, pieces: [twenty, { ...byTheHour, minutes: 10, amount: kroner('158.33') }] },
    '0:22 → 0:30 · V-12: 0:20 → 0:00 left · 0:10 by the hour: kr 158.33',
    '0:22 → 0:30 · V-12: 0:20 → 0:00 tilbage · 0:10 efter regning: 158,33 kr.',
    'fine',
  ],
  [
    'covered by a voucher of cases',
    { draws: [{ pool: 'V-12', unit: 'cases', before: 5, after: 4, expiresOn: null }] },
    '0:22 → 0:30 · V-12: 5 cases → 4 cases left · no overage',
    '0:22 → 0:30 · V-12: 5 sager → 4 sager tilbage · intet overforbrug',
    'fine',
  ],
  [
    'covered by a voucher of money',
    { draws: [{ pool: 'V-12', unit: 'money', before: 900000, after: 852500, expiresOn: null }] },
    '0:22 → 0:30 · V-12: kr 9,000.00 → kr 8,525.00 left · no overage',
    '0:22 → 0:30 · V-12: 9.000,00 kr. → 8.525,00 kr. tilbage · intet overforbrug',
    'fine',
  ],
  [
    'covered by what its case took before',
    { draws: [] },
    '0:22 → 0:30 · covered by V-12 · no overage',
    '0:22 → 0:30 · dækket af V-12 · intet overforbrug',
    'fine',
  ],
  [
    'covered by the quota of a subscription',
    {
      pieces: [buildPiece({ kind: 'subscription', pool: { id: 'q', name: '2026-03', unit: 'minutes' } })],
      draws: [{ pool: '2026-03', unit: 'minutes', before: 180, after: 150, expiresOn: null }],
    },
    '0:22 → 0:30 · Prepaid hours 2026-03: 3:00 → 2:30 left · no overage',
    '0:22 → 0:30 · Prepaid hours 2026-03: 3:00 → 2:30 tilbage · intet overforbrug',
    'fine',
  ],
  [
    'dearer after hours',
    {
      pieces: [byTheHour],
      draws: [],
      agreement: hours,
      explanation: [{ step: 'stretch', reason: 'after_hours', minutes: 30, factor: '1.5' }],
    },
    '0:22 → 0:30 · 0:30 × 1.5 · kr 475.00 · Support by the hour',
    '0:22 → 0:30 · 0:30 × 1,5 · 475,00 kr. · Support by the hour',
    'fine',
  ],
])('time %s is worded', ([, overrides, english, danish, mood]) => {
  const verdict = buildVerdict(overrides)

  expect(plain(wordVerdict(verdict, toolsIn('en')))).toBe(english)
  expect(plain(wordVerdict(verdict, toolsIn('da')))).toBe(danish)
  expect(moodOf(verdict)).toBe(mood)
})

test.for<[Verdict['warnings'][number], string, string]>([
  [
    {
      kind: 'overlap',
      startedAt: '2026-03-02T09:00:00.000Z',
      endedAt: '2026-03-02T09:30:00.000Z',
      name: '#1042 Cannot print',
    },
    'careful',
    'Overlaps #1042 Cannot print, 09:00–09:30.',
  ],
  [{ kind: 'late', bookedOn: '2026-04-01' }, 'careful', 'That period is closed: it counts on 1 Apr 2026.'],
  [{ kind: 'week_closed' }, 'refused', 'That week is submitted or approved, so this cannot be saved there.'],
  [{ kind: 'period_locked', through: '2026-03-31' }, 'refused', 'The books are closed up to 31 Mar 2026.'],
  [
    { kind: 'overage', minutes: 10, policy: 'bill' },
    'careful',
    '“Prepaid” is used up. What goes beyond it is charged.',
  ],
  [
    { kind: 'overage', minutes: 10, policy: 'approve' },
    'careful',
    '“Prepaid” is used up. What goes beyond it waits until somebody accepts it.',
  ],
  [
    { kind: 'overage', minutes: 10, policy: 'block' },
    'careful',
    '“Prepaid” is used up. The time is kept, and what goes beyond is not charged until it is settled with the customer.',
  ],
  [{ kind: 'nearly_empty', pool: 'V-12', percentUsed: 92 }, 'careful', 'V-12 is 92% used.'],
])('the warning %o is a sentence', ([warning, mood, text]) => {
  expect(wordNotes(buildVerdict({ warnings: [warning] }), toolsIn('en'))).toEqual([{ mood, text }])
})

test('overage names the agreement that is used up', () => {
  const explanation: Verdict['explanation'] = [
    { step: 'overage', agreement: 'Prepaid hours', minutes: 10, policy: 'bill' },
  ]
  const warnings: Verdict['warnings'] = [{ kind: 'overage', minutes: 10, policy: 'bill' }]

  expect(wordNotes(buildVerdict({ warnings, explanation }), toolsIn('da'))).toEqual([
    { mood: 'careful', text: '“Prepaid hours” er brugt op. Det, der går ud over, opkræves.' },
  ])
})

test('what stops saving stands before what is only to be minded', () => {
  const warnings: Verdict['warnings'] = [{ kind: 'late', bookedOn: '2026-04-01' }, { kind: 'week_closed' }]
  const explanation: Verdict['explanation'] = [{ step: 'no_clock' }]

  const notes = wordNotes(buildVerdict({ warnings, explanation }), toolsIn('en'))

  expect(notes.map(({ mood }) => mood)).toEqual(['refused', 'careful', 'quiet'])
})

/** Amounts hold spaces that do not break. */
function plain(text: string): string {
  return text.replaceAll('\u00A0', ' ')
}
