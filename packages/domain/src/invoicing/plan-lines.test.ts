import { expect, test } from 'vitest'
import { buildFee, buildTerms, buildTime, buildVoucherSale, rollout } from '../../test/build-plannable.ts'
import { grossOfLine, netOfLine } from './line-net.ts'
import { planLines } from './plan-lines.ts'
import type { PlannableItem } from './plannable.ts'

const plan = (items: PlannableItem[], terms = buildTerms()) =>
  planLines(items, terms).map((line) => ({ ...line, net: netOfLine(line) }))

const time = (sourceId: string, minutes: number, overrides: Partial<PlannableItem> = {}) => {
  const ratePerHour = overrides.ratePerHour ?? 95_000
  const billable = grossOfLine({ quantity: minutes, unitPrice: ratePerHour, baseQuantity: 60 })
  return buildTime({ sourceId, entryId: `entry of ${sourceId}`, minutes, billable, ...overrides })
}

test('E1: 15, 30 and 75 minutes of a case are one line of 120 minutes', () => {
  const lines = plan([time('a', 15), time('b', 30, { day: '2026-03-05' }), time('c', 75, { day: '2026-03-04' })])

  expect(lines).toEqual([
    expect.objectContaining({
      text: '#1042 Cannot print invoices',
      ...{
        quantity: 120,
        unit: 'MIN',
        unitPrice: 95_000,
        baseQuantity: 60,
        allowance: 0,
        allowanceReason: '',
        net: 190_000,
      },
      ...{ vatCategory: 'S', vatRate: 2500, period: { from: '2026-03-02', to: '2026-03-05' } },
      ...{ agreementId: 'service', caseId: 'printer', projectId: null },
      sources: [
        { source: 'time', sourceId: 'a', entryId: 'entry of a', minutes: 15, registered: 23_750, share: 23_750 },
        { source: 'time', sourceId: 'b', entryId: 'entry of b', minutes: 30, registered: 47_500, share: 47_500 },
        { source: 'time', sourceId: 'c', entryId: 'entry of c', minutes: 75, registered: 118_750, share: 118_750 },
      ],
    }),
  ])
})

test('R8: a line is rounded once, and its shares sum to it', () => {
  const [line] = plan([time('a', 20), time('b', 20), time('c', 20)])

  expect(line?.net).toBe(95_000)
  expect(line?.sources.map(({ registered, share }) => [registered, share])).toEqual([
    [31_667, 31_667],
    [31_667, 31_666],
    [31_667, 31_667],
  ])
})

test('rates and categories of VAT are lines of their own', () => {
  const lines = plan([
    time('a', 60),
    time('b', 60, { ratePerHour: 142_500 }),
    time('c', 60, { vatCategory: 'exempt' }),
    time('d', 30),
  ])

  expect(lines.map(({ quantity, unitPrice, vatCategory }) => [quantity, unitPrice, vatCategory])).toEqual([
    [90, 95_000, 'S'],
    [60, 142_500, 'S'],
    [60, 95_000, 'E'],
  ])
})

test('by entry, a line charges what is registered for its piece, to the øre', () => {
  const lines = plan(
    [time('a', 20), time('b', 20, { billable: 31_666 }), time('c', 20, { billable: 30_000 })],
    buildTerms({ detail: 'entry', language: 'da' }),
  )

  expect(lines.map(({ net, allowance, allowanceReason }) => [net, allowance, allowanceReason])).toEqual([
    [31_667, 0, ''],
    [31_666, 1, 'Afrunding'],
    [30_000, 1667, 'Regulering'],
  ])
})

test('an amount that minutes do not explain stays alone, and as it is', () => {
  const lines = plan([time('a', 60), time('b', 60, { billable: 90_000 }), time('c', 60, { ratePerHour: null })])

  expect(lines.map(({ net, quantity, unit, allowance }) => [net, quantity, unit, allowance])).toEqual([
    [95_000, 60, 'MIN', 0],
    [90_000, 60, 'MIN', 5000],
    [95_000, 1, 'C62', 0],
  ])
})

test('work and its reversal meet on one line', () => {
  expect(plan([time('a', 50), time('b', -50)])).toMatchObject([{ quantity: 0, net: 0, allowance: 0 }])
})

test.for([
  ['a voucher is one piece', buildVoucherSale(), [1, 'C62', 900_000, 1, 900_000, 0]],
  [
    'a voucher that is taken back is one piece less',
    buildVoucherSale({ source: 'voucher_credit', billable: -450_000 }),
    [-1, 'C62', 450_000, 1, -450_000, 0],
  ],
  ['a whole period is pieces', buildFee({ quantity: 3, billable: 2_700_000 }), [3, 'C62', 900_000, 1, 2_700_000, 0]],
  [
    'E11: a part of a period is days',
    buildFee({ chargedDays: 50, billable: 500_000 }),
    [50, 'DAY', 900_000, 90, 500_000, 0],
  ],
  [
    'days of several pieces',
    buildFee({ chargedDays: 50, quantity: 3, billable: 1_500_000 }),
    [50, 'DAY', 2_700_000, 90, 1_500_000, 0],
  ],
  [
    'days that are given back',
    buildFee({ chargedDays: 20, billable: -200_000 }),
    [-20, 'DAY', 900_000, 90, -200_000, 0],
  ],
  [
    'what days do not explain',
    buildFee({ chargedDays: 20, billable: -215_000 }),
    [-20, 'DAY', 900_000, 90, -215_000, 15_000],
  ],
  ['a fee without a plan', buildFee({ unitPrice: null, billable: 5000 }), [1, 'C62', 5000, 1, 5000, 0]],
] as const)('%s', ([, item, expected]) => {
  const [line] = plan([item])

  expect([line?.quantity, line?.unit, line?.unitPrice, line?.baseQuantity, line?.net, line?.allowance]).toEqual(
    expected,
  )
  expect(line?.sources).toMatchObject([{ registered: item.billable, share: item.billable }])
})

test('a fee is for its period, a voucher for no time', () => {
  expect(plan([buildFee(), buildVoucherSale()]).map(({ period }) => period)).toEqual([
    { from: '2026-01-01', to: '2026-03-31' },
    null,
  ])
})

test.for([
  ['domestic', ['S', 'Z', 'E', 'O']],
  ['reverse_charge', ['AE', 'AE', 'E', 'O']],
  ['export', ['G', 'Z', 'E', 'O']],
  ['exempt', ['E', 'Z', 'E', 'O']],
] as const)('%s: only the standard category bears VAT', ([vatTreatment, codes]) => {
  const categories = ['standard', 'zero_rated', 'exempt', 'outside_scope'] as const
  const items = categories.map((vatCategory) => time(vatCategory, 60, { vatCategory }))

  const lines = plan(items, buildTerms({ vatTreatment }))

  expect(lines.map(({ vatCategory }) => vatCategory)).toEqual(codes)
  expect(lines.map(({ vatRate }) => vatRate)).toEqual(codes.map((code) => (code === 'S' ? 2500 : 0)))
})

test('a line for a case tells who did what on which day', () => {
  const items = [
    time('a', 60),
    time('b', 60, { day: '2026-03-04', text: 'New driver\u0001', employeeName: 'Bo Lind' }),
    time('c', 30, { day: '2026-03-04', text: '', activityName: 'Driving' }),
  ]

  expect(plan(items).map(({ description }) => description)).toEqual([
    'Remote support, Driving – Karen Holm, Bo Lind\n2026-03-02 Reset of the mail profile\n2026-03-04 New driver\n2026-03-04',
  ])
})

test('a line for a piece of time tells when it was and what about, in Danish too', () => {
  const terms = buildTerms({ detail: 'entry', language: 'da' })

  expect(plan([time('a', 60)], terms)).toMatchObject([
    {
      text: 'Reset of the mail profile',
      description: '02-03-2026 – Remote support – Karen Holm\n#1042 Cannot print invoices',
    },
  ])
})

test.for([
  ['its project', { case: null, project: rollout }, 'Rollout'],
  ['its agreement', { case: null }, 'Service desk'],
  ['its activity', { case: null, agreement: null }, 'Remote support'],
  ['a word', { case: null, agreement: null, activityName: '' }, 'Arbejde'],
] as const)('work without a case is called by %s', ([, overrides, text]) => {
  expect(plan([time('a', 60, overrides)], buildTerms({ language: 'da' }))).toMatchObject([{ text }])
})

test('long texts are cut, and no character in two', () => {
  const text = `${'x'.repeat(198)}😀😀\nsecond line`
  const [line] = plan([buildTime({ text })], buildTerms({ detail: 'entry' }))
  const [summed] = plan(Array.from({ length: 50 }, (_, index) => time(String(index), 6, { text: 'y'.repeat(90) })))

  expect(line?.text).toBe(`${'x'.repeat(198)}…`)
  expect(line?.description).toContain(text)
  expect(summed?.description).toHaveLength(1000)
  expect(summed?.description.at(-1)).toBe('…')
})
