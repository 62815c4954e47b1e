import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeTexts } from './merge-texts.ts'

const LETTER = 'Dear Anna,\n\nthe printer in room 2 is broken.\n\nRegards\nMette'

test.for([
  [
    'different lines',
    'Dear Anna Berg,\n\nthe printer in room 2 is broken.\n\nRegards\nMette',
    'Regards\nMette',
    'Greetings\nMette',
  ],
  ['different words of a line', LETTER.replace('room 2', 'room 4'), 'broken', 'broken since Monday'],
  ['a line that only one deleted', LETTER.replace('\n\nRegards\nMette', ''), 'Dear Anna', 'Dear Anna and Bo'],
] as const)('%s merge without a question', ([, mine, from, to]) => {
  const merged = mergeTexts(LETTER, mine, LETTER.replace(from, to))

  expect(merged).toEqual({ text: mine.replace(from, to), hasConflict: false })
})

describe('where both write in the same place', () => {
  test('both go on in a line, one after the other', () => {
    expect(mergeTexts('Hello', 'Hello there', 'Hello friend').text).toBe('Hello there friend')
    expect(mergeTexts('Hello w', 'Hello we are', 'Hello w, the').text).toBe('Hello we are, the')
  })

  test('both begin, each with a paragraph', () => {
    expect(mergeTexts('', 'From the phone', 'From the desk').text).toBe('From the phone\n\nFrom the desk')
  })

  test('both add a paragraph at the end', () => {
    expect(mergeTexts('Hello', 'Hello\n\nOne', 'Hello\n\nTwo').text).toBe('Hello\n\nOne\n\nTwo')
  })

  test('the same words changed differently are kept both, marked', () => {
    const merged = mergeTexts('The printer is broken', 'The scanner is broken', 'The plotter is broken')

    expect(merged).toEqual({ text: 'The ⟦scanner ⇄ plotter⟧ is broken', hasConflict: true })
  })

  test('what one deletes and the other changes stays changed', () => {
    expect(mergeTexts('one\ntwo\nthree', 'one\nthree', 'one\ntwo and a half\nthree').text).toBe(
      'one\ntwo and a half\nthree',
    )
  })
})

const word = fc.stringMatching(/^[a-c]{1,2}$/u)
const text = fc
  .array(fc.array(word, { maxLength: 6 }), { maxLength: 6 })
  .map((lines) => lines.map((words) => words.join(' ')).join('\n'))

/** A text with something of one's own written into it, at any places. */
function grown(base: string, mark: string) {
  return fc
    .array(fc.tuple(fc.nat(base.length), fc.integer({ min: 1, max: 99 })), { maxLength: 4 })
    .map((places) =>
      places
        .toSorted(([one], [other]) => other - one)
        .reduce((now, [at, number]) => `${now.slice(0, at)} ${mark}${String(number)}${mark} ${now.slice(at)}`, base),
    )
}

const LONG = { numRuns: 300 }

test('nothing changed by one of them is what the other wrote', () => {
  fc.assert(
    fc.property(text, text, (base, changed) => {
      expect(mergeTexts(base, base, changed)).toEqual({ text: changed, hasConflict: false })
      expect(mergeTexts(base, changed, base)).toEqual({ text: changed, hasConflict: false })
    }),
    LONG,
  )
})

test('the same change by both is that change', () => {
  fc.assert(
    fc.property(text, text, (base, changed) => {
      expect(mergeTexts(base, changed, changed)).toEqual({ text: changed, hasConflict: false })
    }),
    LONG,
  )
})

test('what either puts in survives', () => {
  fc.assert(
    fc.property(
      text.chain((base) => fc.tuple(fc.constant(base), grown(base, 'M'), grown(base, 'T'))),
      ([base, mine, theirs]) => {
        const merged = mergeTexts(base, mine, theirs).text
        for (const own of [...mine.matchAll(/M\d+M/gu), ...theirs.matchAll(/T\d+T/gu)]) expect(merged).toContain(own[0])
      },
    ),
    LONG,
  )
})

test('every new word of two rewritings is there, and marks stand only where there is a conflict', () => {
  fc.assert(
    fc.property(text, text, text, (base, mine, theirs) => {
      const own = (changed: string, mark: string) => changed.replaceAll(/[a-c]+/gu, (found) => `${found}${mark}`)
      const merged = mergeTexts(base, own(mine, 'm'), own(theirs, 't'))
      for (const found of `${own(mine, 'm')} ${own(theirs, 't')}`.match(/\w+/gu) ?? [])
        expect(merged.text.match(/\w+/gu)).toContain(found)
      expect(/⟦[^⟧]*⇄[^⟧]*⟧/u.test(merged.text)).toBe(merged.hasConflict)
    }),
    LONG,
  )
})

test('two long rewritings are merged in a moment', () => {
  const long = (mark: string) => Array.from({ length: 20_000 }, (_, index) => `${mark}${String(index)}`).join('\n')
  const merged = mergeTexts(long('a'), long('b'), long('c')).text

  expect(merged).toContain('b19999')
  expect(merged).toContain('c19999')
})
