import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldWord, foldWords, wordsOf } from './fold-words.ts'

test.for([
  ['Søren Ærø', 'soren aero'],
  ['SOEREN AEROE', 'soren aero'],
  ['Århus Aarhus', 'arhus arhus'],
  ['Kirkegård Kirkegaard', 'kirkegard kirkegard'],
  ['naïve café Müller', 'naive cafe muller'],
  ['Straße STRASSE', 'strasse strasse'],
  ['ΟΔΟΣ οδός', 'οδοσ οδοσ'],
  ['Ёлка ёлка', 'елка елка'],
  ['ＡＢＣ ﬁle', 'abc file'],
  ['faktura\u00ADnummer', 'fakturanummer'],
] as const)('%s is searched as %s', ([text, folded]) => {
  expect(foldWords(text)).toBe(folded)
})

test('punctuation parts words, and nothing is left of it', () => {
  expect(wordsOf('anna@nordlys.example: "INC-4711" (0x97), faktura_2026.pdf — 5€!')).toEqual([
    'anna',
    'nordlys',
    'example',
    'inc',
    '4711',
    '0x97',
    'faktura',
    '2026',
    'pdf',
    '5',
  ])
  expect(wordsOf(' …?! ')).toEqual([])
})

test('one word is folded as it is within a text', () => {
  const letters = fc.constantFrom(...Array.from('aoeAOEåøæÅ09xXé½ﬁ'))
  fc.assert(
    fc.property(fc.string({ unit: letters, minLength: 1, maxLength: 8 }), (token) => {
      const words = wordsOf(token)
      expect(foldWord(token)).toBe(words.length === 1 ? words[0] : null)
    }),
  )
})
