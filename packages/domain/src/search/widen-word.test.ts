import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance, nearestBeginning } from './edit-distance.ts'
import { chooseNearWords, choosePartWords } from './widen-word.ts'

const known = (words: Record<string, number>) => Object.entries(words).map(([word, uses]) => ({ word, uses }))
const named = (words: { word: string }[]) => words.map(({ word }) => word)

test.for([
  ['faktura', 'faktura', 0],
  ['fakutra', 'faktura', 1],
  ['fakturra', 'faktura', 1],
  ['faktur', 'faktura', 1],
  ['faxtura', 'faktura', 1],
  ['pirnetr', 'printer', 2],
  ['vpn', 'printer', 3],
] as const)('from %s to %s it is %i', ([from, to, distance]) => {
  expect(editDistance(from, to, 2)).toBe(distance)
})

test('one wrong letter is one, wherever it is and whatever it is', () => {
  const word = fc.string({ unit: fc.constantFrom(...Array.from('abcdeø')), minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(word, word, fc.nat(), (one, other, seed) => {
      const at = seed % one.length
      expect(editDistance(one, one.slice(0, at) + one.slice(at + 1), 1)).toBe(1)
      expect(editDistance(one, `${one.slice(0, at)}x${one.slice(at)}`, 1)).toBe(1)
      expect(editDistance(one, other, 3)).toBe(editDistance(other, one, 3))
    }),
  )
})

test('a word that stands nowhere means those nearest to it, and never a far one', () => {
  const lexicon = known({ printer: 40, printeren: 12, pointer: 2, sprinter: 1, plotter: 9 })
  expect(named(chooseNearWords('pritner', lexicon))).toEqual(['printer'])
  expect(named(chooseNearWords('prinder', lexicon))).toEqual(['printer'])
  expect(named(chooseNearWords('prxxter', lexicon))).toEqual(['printer'])
  expect(named(chooseNearWords('zebra', lexicon))).toEqual([])
  expect(named(chooseNearWords('vpm', known({ vpn: 9 })))).toEqual([])
  expect(named(chooseNearWords('salg', known({ sag: 3, salget: 1 })))).toEqual(['sag'])
})

test.for([
  ['kredtor', 'kreditorposter', 'kreditor', 1],
  ['fakutr', 'faktura', 'faktur', 1],
  ['kontx', 'kontoret', 'konto', 1],
  ['kreditorr', 'kreditor', 'kreditor', 1],
  ['kreditor', 'kreditor', 'kreditor', 0],
  ['lagersytsing', 'lagerstyringen', 'lagerstyring', 2],
] as const)('%s is nearest to a beginning of %s', ([typed, word, beginning, distance]) => {
  expect(nearestBeginning(typed, word, 2)).toEqual({ beginning, distance })
})

test('a beginning is as near as the word that it would be by itself, and never nearer than none', () => {
  const word = fc.string({ unit: fc.constantFrom(...Array.from('abcø')), minLength: 1, maxLength: 10 })
  fc.assert(
    fc.property(word, word, (typed, known) => {
      const distances = Array.from({ length: known.length + 1 }, (_, end) =>
        editDistance(typed, known.slice(0, end), 2),
      )
      const least = Math.min(...distances)
      const found = nearestBeginning(typed, known, 2)
      expect(found).toEqual(
        least > 2 ? null : { beginning: known.slice(0, distances.lastIndexOf(least)), distance: least },
      )
    }),
  )
})

test.for([
  ['kredtor', { kreditorposter: 13, kreditnota: 40, debitor: 9 }, ['kreditorposter']],
  ['kredtor', { kreditorposter: 13, kreditorliste: 2, kreditor: 1 }, ['kreditor']],
  ['fakutr', { faktura: 40, fakturaer: 3, kutter: 5 }, ['faktura']],
  ['abonemen', { abonnement: 9, abonnementsfaktura: 4 }, ['abonnement']],
  ['lagerstysin', { lagerstyring: 6, lagerliste: 90 }, ['lagerstyring']],
  ['prinr', { printer: 8, bring: 300 }, ['printer']],
  ['rinter', { printer: 8, rente: 3 }, ['printer']],
  ['xqz', { xqa: 8 }, []],
] as const)('%s, mistyped and unfinished, means %j of what there is', ([typed, lexicon, words]) => {
  expect(named(chooseNearWords(typed, known(lexicon)))).toEqual(words)
})

test('parts of words are looked for in as many texts as do not bury the word itself', () => {
  const lexicon = known({ abonnementsfaktura: 3, slutfaktura: 10, aconto_faktura: 90, kreditfakturaer: 5 })
  expect(named(choosePartWords(lexicon, 1_000))).toEqual([
    'slutfaktura',
    'aconto_faktura',
    'kreditfakturaer',
    'abonnementsfaktura',
  ])
  expect(named(choosePartWords(lexicon, 20))).toEqual(['slutfaktura'])
})
