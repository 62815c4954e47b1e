import { expect, test } from 'vitest'

import { createFormat } from './format.ts'
import { uiDanish } from './ui-danish.ts'
import { uiEnglish } from './ui-english.ts'

const english = createFormat('en')
const danish = createFormat('da')

test('money keeps each minor unit of its decimal text', () => {
  expect(danish.money({ amount: '90071992547409.93', currency: 'DKK' })).toBe('90.071.992.547.409,93\u00A0kr.')
  expect(english.money({ amount: '-1250.50', currency: 'EUR' })).toBe('-€1,250.50')
})

test('whole minor units are money too', () => {
  expect(danish.minor(-123_456_705, 'DKK')).toBe('-1.234.567,05\u00A0kr.')
})

test('relative time uses the largest whole unit', () => {
  const now = new Date('2026-03-10T12:00:00Z')

  expect(english.relative('2026-03-10T11:55:00Z', now)).toBe('5 minutes ago')
  expect(english.relative('2026-03-11T13:00:00Z', now)).toBe('tomorrow')
  expect(danish.relative('2026-03-10T09:00:00Z', now)).toBe('for 3 timer siden')
})

test('a work date is the same day wherever it is read', () => {
  expect(english.workDate('2026-03-10')).toBe('10 Mar 2026')
})

test('minutes and bytes are short', () => {
  expect(english.minutes(75)).toBe('1:15')
  expect(english.bytes(1_234_567)).toBe('1.2 MB')
})

test('both languages have all words and the same values in them', () => {
  const values = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort()
  const differing = Object.entries(uiEnglish).filter(
    ([key, text]) => values(text).join() !== values(uiDanish[key as keyof typeof uiEnglish]).join(),
  )

  expect(Object.keys(uiDanish).sort()).toEqual(Object.keys(uiEnglish).sort())
  expect(differing).toEqual([])
})
