import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseSearch } from './parse-search.ts'

/** Terms in short: words side by side by `+`, with `*` where the last one may go on. */
function termsOf(text: string): string[] {
  const { wanted, unwanted } = parseSearch(text)
  const short = ({ words, isBegun }: (typeof wanted)[number]) => `${words.join('+')}${isBegun ? '*' : ''}`
  return [...wanted.map(short), ...unwanted.map((term) => `-${short(term)}`)]
}

test.for([
  ['printer faktura', ['printer*', 'faktura*']],
  ['Søren Ærø', ['soren*', 'aero*']],
  ['er vp', ['er', 'vp*']],
  ['er vp ', ['er', 'vp']],
  ['"afventer svar" printer', ['afventer+svar', 'printer*']],
  ['"not closed', ['not+closed']],
  ['printer -toner', ['printer*', '-toner']],
  ['printer -"ny toner"', ['printer*', '-ny+toner']],
  ['INC-4711', ['inc+4711*']],
  ['anna@nordlys.example', ['anna+nordlys+example*']],
  ['#1042', ['1042']],
  ['-', []],
  ['!!! "" -""', []],
] as const)('%s means %j', ([text, terms]) => {
  expect(termsOf(text)).toEqual(terms)
})

test('whatever is typed, terms are made of folded words and are few', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const { wanted, unwanted } = parseSearch(text)
      const terms = [...wanted, ...unwanted]
      expect(terms.length).toBeLessThanOrEqual(12)
      for (const { words } of terms) for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}\p{M}]+$/u)
    }),
  )
})
