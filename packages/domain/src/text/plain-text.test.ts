import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainText } from './plain-text.ts'

test.for([
  ['marks', '**Hello** _there_, ~~old~~ `npm start`', 'Hello there, old npm start'],
  ['a heading and a list', '# Steps\n\n1. Open it\n2. Click\n- [ ] done', 'Steps Open it Click done'],
  ['a quote', '> You wrote:\n>> that', 'You wrote: that'],
  [
    'a link',
    'See [the guide](https://example.org/a "Guide") or <https://example.org>',
    'See the guide or https://example.org',
  ],
  ['an image', '![Error dialog](attachment:1) after saving', 'Error dialog after saving'],
  ['a code block', '```ts\nconst a = 1\n```', 'const a = 1'],
  ['HTML', 'one<br>two <b>three</b>', 'one two three'],
  ['a rule', 'above\n\n---\n\nbelow', 'above below'],
  ['an escape', '5 \\* 3', '5 * 3'],
  ['names with underscores', 'file_name_here and 2 * 3 * 4', 'file_name_here and 2 * 3 * 4'],
  ['comparisons', 'if a < b and c > d', 'if a < b and c > d'],
  ['nothing', '  \n ', ''],
] as const)('%s', ([, markdown, words]) => {
  expect(plainText(markdown)).toBe(words)
})

test('a long text is cut at a word', () => {
  expect(plainText('The printer prints nothing at all', 20)).toBe('The printer prints…')
})

test('a long word is cut inside, and never through a character', () => {
  expect(plainText('👩‍🔧'.repeat(30), 10)).toBe(`${'👩‍🔧'.repeat(9)}…`)
})

test('any text gives one line that is short enough', () => {
  const markdown = fc.string({ unit: fc.constantFrom(...Array.from('ab *_`#>-[]()!<>\n\\~.1')), maxLength: 400 })
  fc.assert(
    fc.property(markdown, fc.integer({ min: 10, max: 80 }), (text, lengthMax) => {
      const words = plainText(text, lengthMax)
      expect(words).not.toMatch(/[\n\r\t]/)
      expect(words.length).toBeLessThanOrEqual(lengthMax)
    }),
  )
})

test('text made to be slow is read at once', () => {
  const started = performance.now()
  for (const unit of ['[', '*a ', '<a', '> ', '`', '[a](', '- ', '**a', '_a']) plainText(unit.repeat(50_000))
  expect(performance.now() - started).toBeLessThan(2000)
})
