import fc from 'fast-check'
import { expect, test } from 'vitest'
import { vatTotals } from './vat.ts'

const standard = { category: 'S', rate: 2500 }

test('E15: three lines of 33.33 bear 25.00, not three times 8.33', () => {
  const line = { net: 3333, ...standard }

  expect(vatTotals([line, line, line])).toEqual({
    net: 9999,
    vat: 2500,
    total: 12499,
    breakdown: [{ category: 'S', rate: 2500, base: 9999, vat: 2500 }],
  })
})

test('E4: 791.67 bears 197.92', () => {
  expect(vatTotals([{ net: 79167, ...standard }])).toMatchObject({ vat: 19792, total: 98959 })
})

test('each category and rate is summed apart', () => {
  const lines = [
    { net: 10000, ...standard },
    { net: 5000, category: 'Z', rate: 0 },
    { net: 20000, category: 'S', rate: 1200 },
    { net: 1, ...standard },
  ]

  expect(vatTotals(lines)).toEqual({
    net: 35001,
    vat: 4900,
    total: 39901,
    breakdown: [
      { category: 'S', rate: 2500, base: 10001, vat: 2500 },
      { category: 'Z', rate: 0, base: 5000, vat: 0 },
      { category: 'S', rate: 1200, base: 20000, vat: 2400 },
    ],
  })
})

test('a credit of all lines takes back the VAT to the øre', () => {
  const line = fc.record({
    net: fc.integer({ min: -1_000_000, max: 1_000_000 }),
    category: fc.constantFrom('S', 'Z'),
    rate: fc.constantFrom(0, 1200, 2500),
  })
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const charged = vatTotals(lines)
      const credited = vatTotals(lines.map((part) => ({ ...part, net: -part.net })))
      expect(charged.total + credited.total).toBe(0)
    }),
  )
})

test('no lines bear nothing', () => {
  expect(vatTotals([])).toEqual({ net: 0, vat: 0, total: 0, breakdown: [] })
})
