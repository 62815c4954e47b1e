import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldWords } from '../text/fold-words.ts'
import { excerptOf, highlight, type SoughtWords } from './excerpt.ts'

function sought(words: string[], given: Partial<SoughtWords> = {}): SoughtWords {
  return { words, isBegun: true, others: new Set(), beginnings: [], ...given }
}

/** The text with brackets around what is marked. */
function marked({ text, ranges }: { text: string; ranges: { from: number; to: number }[] }): string {
  const parts = ranges.map(({ from, to }, index) => {
    const before = text.slice(ranges[index - 1]?.to ?? 0, from)
    return `${before}[${text.slice(from, to)}]`
  })
  return parts.join('') + text.slice(ranges.at(-1)?.to ?? 0)
}

test.for([
  ['Printeren på 2. sal', sought(['printer']), '[Printeren] på 2. sal'],
  ['Printeren på 2. sal', sought(['printer'], { isBegun: false }), 'Printeren på 2. sal'],
  ['Søren, soeren og SOREN', sought(['soren']), '[Søren], [soeren] og [SOREN]'],
  ['Aarhus og Århus', sought(['arhus']), '[Aarhus] og [Århus]'],
  ['Straße og strasse', sought(['strasse']), '[Straße] og [strasse]'],
  ['Ny faktura; faktura ny', sought(['ny', 'faktura'], { isBegun: false }), '[Ny] [faktura]; faktura ny'],
  [
    'En abonnementsfaktura',
    sought(['faktura'], { others: new Set(['abonnementsfaktura']) }),
    'En [abonnementsfaktura]',
  ],
  ['Printerens toner', sought(['pritner'], { beginnings: ['printer'] }), '[Printerens] toner'],
  ['👩‍🔧 faktura 👩‍🔧', sought(['faktura']), '👩‍🔧 [faktura] 👩‍🔧'],
] as const)('%s', ([text, words, expected]) => {
  expect(marked(highlight(text, [words]))).toBe(expected)
})

test('an excerpt shows the part of a long text that holds the words', () => {
  const filler = 'Vi har prøvet at genstarte det hele igen. '.repeat(20)
  const shown = excerptOf(`${filler}Fakturaen til Søren mangler stadig. ${filler}`, [
    sought(['faktura']),
    sought(['soren']),
  ])
  expect(marked(shown)).toContain('[Fakturaen] til [Søren] mangler')
  expect(shown.text).toMatch(/^….*…$/u)
  expect(shown.text.length).toBeLessThanOrEqual(182)
})

test('what is marked is a whole word that was meant, in any text', () => {
  const word = fc.constantFrom(
    'Søren',
    'soeren',
    'SØRENSEN',
    'faktura',
    'Fakturaen',
    'été',
    'aa',
    'Å',
    '漢字',
    '👍',
    'x',
  )
  const gap = fc.constantFrom(' ', ', ', '-', ' … ', '\n', '_')
  const texts = fc.array(fc.tuple(word, gap), { maxLength: 80 }).map((parts) => parts.flat().join(''))
  fc.assert(
    fc.property(texts, fc.constantFrom('soren', 'faktura', 'a', 'ete'), fc.boolean(), (text, typed, isBegun) => {
      const shown = excerptOf(text, [sought([typed], { isBegun })])
      for (const { from, to } of shown.ranges) {
        const folded = foldWords(shown.text.slice(from, to))
        expect(isBegun ? folded.startsWith(typed) : folded === typed).toBe(true)
        expect(shown.text.slice(0, from)).not.toMatch(/[\p{L}\p{N}]$/u)
        expect(shown.text.slice(to)).not.toMatch(/^[\p{L}\p{N}]/u)
      }
      expect(shown.text.isWellFormed()).toBe(true)
    }),
  )
})
