import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  buildFee,
  buildTerms,
  buildTime,
  buildVoucherSale,
  printer,
  rollout,
  service,
} from '../../test/build-plannable.ts'
import { netOfLine } from './line-net.ts'
import { planInvoices } from './plan-invoices.ts'
import type { InvoicingTerms, PlannableItem } from './plannable.ts'

const other = { id: 'other', number: 3, heading: 'Projects', poNumber: '' }
const ordered = { ...other, poNumber: 'PO-77' }
const screen = { id: 'screen', number: 17, subject: 'Screen flickers' }
const noCase = { case: null, project: rollout, isProjectTime: true }

const sourcesOf = (items: PlannableItem[], terms: Partial<InvoicingTerms> = {}) =>
  planInvoices(items, buildTerms(terms)).map(({ lines }) =>
    lines.flatMap(({ sources }) => sources.map(({ sourceId }) => sourceId)),
  )

const items = [
  buildTime({ sourceId: 'a', agreement: null, case: null }),
  buildTime({ sourceId: 'b', agreement: other, ...noCase, day: '2026-03-01' }),
  buildTime({ sourceId: 'c' }),
  buildTime({ sourceId: 'd', agreement: other, case: screen }),
  buildTime({ sourceId: 'e', agreement: other, day: '2026-03-09' }),
  buildFee({ sourceId: 'f' }),
]

test.for([
  ['one of the customer: by agreement, case and day, each without one last', {}, [['d', 'e', 'b', 'c', 'f', 'a']]],
  ['by agreement', { grouping: 'agreement' }, [['d', 'e', 'b'], ['c', 'f'], ['a']]],
  ['by case', { grouping: 'case' }, [['d'], ['e', 'c'], ['b', 'f', 'a']]],
  ['projects apart', { projectsApart: true }, [['d', 'e', 'c', 'f', 'a'], ['b']]],
] as const)('%s', ([, terms, expected]) => {
  expect(sourcesOf(items, terms)).toEqual(expected)
  expect(sourcesOf(items.toReversed(), terms)).toEqual(expected)
})

test('lines of a case go by day, then by id', () => {
  const pieces = [
    ['c', '02'],
    ['b', '03'],
    ['a', '03'],
  ].map(([sourceId = '', day = '']) => buildTime({ sourceId, day: `2026-03-${day}` }))

  expect(sourcesOf(pieces.toReversed(), { detail: 'entry' })).toEqual([['c', 'a', 'b']])
})

test.for([
  ['currency', { currency: 'EUR' }],
  ['order number', { agreement: { ...service, poNumber: 'PO-77' } }],
  ['scope of VAT', { vatCategory: 'outside_scope' }],
] as const)('never two of another %s on one', ([, overrides]) => {
  expect(sourcesOf([buildTime({ sourceId: 'a' }), buildTime({ sourceId: 'b', ...overrides })])).toEqual([['a'], ['b']])
})

test('an invoice names its order, its agreement if there is one, and the days it is for', () => {
  const [two, one] = planInvoices(
    [buildTime({ agreement: ordered, day: '2026-04-02' }), buildFee({ agreement: ordered }), ...items],
    buildTerms(),
  )

  expect(one).toMatchObject({
    ...{ kind: 'invoice', currency: 'DKK', orderReference: 'PO-77', contractReference: '3', net: 995_000 },
    period: { from: '2026-01-01', to: '2026-04-02' },
  })
  expect(two).toMatchObject({ orderReference: '', contractReference: '', net: 1_375_000 })
})

test('a voucher alone is for no days', () => {
  expect(planInvoices([buildVoucherSale()], buildTerms())).toMatchObject([{ period: null, net: 900_000 }])
})

test('what would charge less than nothing is a credit note of positive amounts', () => {
  const credit = buildFee({ sourceId: 'credit', chargedDays: 20, billable: -200_001 })

  expect(planInvoices([buildTime({ minutes: 50, billable: 79_167 }), credit], buildTerms())).toMatchObject([
    {
      ...{ kind: 'credit_note', net: 120_834 },
      lines: [
        { quantity: -50, allowance: 0, sources: [{ minutes: -50, registered: -79_167, share: -79_167 }] },
        {
          quantity: 20,
          allowance: -1,
          unitPrice: 900_000,
          sources: [{ minutes: null, registered: 200_001, share: 200_001 }],
        },
      ],
    },
  ])
})

test('what comes to nothing stays an invoice, and nothing is none', () => {
  const reversal = buildTime({ sourceId: 'reversal', minutes: -60, billable: -95_000 })

  expect(planInvoices([buildTime(), reversal], buildTerms())).toMatchObject([
    { kind: 'invoice', net: 0, lines: [{ quantity: 0 }] },
  ])
  expect(planInvoices([], buildTerms())).toEqual([])
})

const anyItem = fc
  .record({
    build: fc.constantFrom(buildTime, buildTime, buildTime, buildFee, buildVoucherSale),
    billable: fc.integer({ min: -200_000, max: 200_000 }),
    minutes: fc.integer({ min: -90, max: 90 }),
    isExact: fc.boolean(),
    ...{ agreement: fc.constantFrom(null, service, other, ordered), case: fc.constantFrom(null, printer, screen) },
    ...{ currency: fc.constantFrom('DKK', 'EUR'), vatCategory: fc.constantFrom('standard', 'exempt', 'outside_scope') },
    day: fc.constantFrom('2026-03-01', '2026-03-02', '2026-04-01'),
    chargedDays: fc.integer({ min: 1, max: 90 }),
  })
  .map(({ build, billable, minutes, isExact, chargedDays, ...shared }) => {
    if (build !== buildTime) return build({ ...shared, billable, ...(build === buildFee && { chargedDays }) })
    return buildTime({ ...shared, minutes, billable: isExact ? Math.round((minutes * 95_000) / 60) : billable })
  })

const anyItems = fc
  .array(anyItem, { maxLength: 20 })
  .map((some) => some.map((item, index) => ({ ...item, sourceId: `source-${String(index).padStart(2, '0')}` })))

const anyTerms = fc
  .record({
    grouping: fc.constantFrom('customer', 'agreement', 'case'),
    detail: fc.constantFrom('case', 'entry'),
    projectsApart: fc.boolean(),
  })
  .map(buildTerms)

test('whatever is planned, each item is on one document, which is not negative and adds up', () => {
  fc.assert(
    fc.property(anyItems, anyTerms, (some, terms) => {
      const invoices = planInvoices(some, terms)
      const planned = invoices.flatMap(({ lines }) => lines.flatMap(({ sources }) => sources))
      expect(planned.map(({ sourceId }) => sourceId).toSorted()).toEqual(some.map(({ sourceId }) => sourceId))
      for (const { lines, net, kind } of invoices) {
        expect(lines.reduce((sum, line) => sum + netOfLine(line), 0)).toBe(net)
        expect(net).toBeGreaterThanOrEqual(kind === 'invoice' ? 0 : 1)
        for (const line of lines) {
          expect(line.sources.reduce((sum, { share }) => sum + share, 0)).toBe(netOfLine(line))
          expect(line.unitPrice).toBeGreaterThanOrEqual(0)
        }
      }
    }),
  )
})

test('by entry, what is charged is what is registered, to the minor unit', () => {
  fc.assert(
    fc.property(anyItems, (some) => {
      const invoices = planInvoices(some, buildTerms({ detail: 'entry' }))
      const charged = invoices.reduce((sum, { kind, net }) => sum + (kind === 'invoice' ? net : -net), 0)
      expect(charged).toBe(some.reduce((sum, { billable }) => sum + billable, 0))
    }),
  )
})

test('the order in which items come makes no difference', () => {
  fc.assert(
    fc.property(anyItems, anyTerms, fc.nat(19), (some, terms, at) => {
      const turned = [...some.slice(at), ...some.slice(0, at)].toReversed()
      expect(planInvoices(turned, terms)).toEqual(planInvoices(some, terms))
    }),
  )
})
