import { expect, test } from 'vitest'

import { renderUi } from '../test/render-ui.tsx'
import { isCostly } from './markdown-cost.ts'
import { readMarkdown } from './markdown-tree.ts'
import { MarkdownView } from './markdown-view.tsx'

const LENGTH = 100_000

/** A text as long as a message may be. */
function long(part: string): string {
  return part.repeat(Math.ceil(LENGTH / part.length)).slice(0, LENGTH)
}

function shown(value: string): HTMLElement {
  const view = renderUi(<MarkdownView value={value} />).container.querySelector<HTMLElement>('.td-markdown')
  if (view === null) throw new Error('Nothing is shown.')
  return view
}

function depthOf(element: Element): number {
  let depth = 0
  for (let level = [...element.children]; level.length > 0; level = level.flatMap(({ children }) => [...children]))
    depth++
  return depth
}

test.for([
  ['emphasis that is only ended', long('a* ')],
  ['emphasis with two signs', long('a*_')],
  ['words struck through', long('a~~b')],
  ['brackets in one another', '['.repeat(LENGTH / 2) + ']'.repeat(LENGTH / 2)],
  ['brackets that are only ended', long('a] ')],
  ['quotes in one another', '>'.repeat(LENGTH)],
  ['lists in one another', long('- ')],
  ['lists in each item of a list', long('- a\n  - b\n')],
  ['a deep quote that goes on without its sign', `${'>'.repeat(90)}${long('a\n')}`],
  [
    'a table with more columns than a screen',
    `${'a|'.repeat(12_000)}\n${'-|'.repeat(12_000)}\n${'a\n'.repeat(25_000)}`,
  ],
] as const)('a text of %s stands there as it was written', ([, value]) => {
  const view = shown(value)

  expect(view.textContent === value).toBe(true)
  expect(view.childElementCount).toBe(0)
})

test.for([
  ['a log', long('[2026-11-26 10:00:00] [INFO] some_module.do_it(a[1], *args) took 12 ms\n')],
  [
    'a mail that was answered often',
    long(`${'>'.repeat(12)} On Monday *Bo Lund* wrote: see [the page](https://a.example)\n`),
  ],
  [
    'lists',
    long(
      '- one thing\n  - and *what* belongs to it\n- another\n\nSome words in between, which go on for a while.\n\n'.repeat(
        2,
      ),
    ),
  ],
  ['a listing', long('```\nchar *copy = *source; /* as_it_is */\n```\n\n')],
] as const)('%s of real length is read as Markdown', ([, value]) => {
  expect(isCostly(value.slice(0, LENGTH / 2))).toBe(false)
})

test.for([
  ['quotes', `${'>'.repeat(900)} a`],
  ['lists', `${'- '.repeat(450)}a`],
  ['emphasis', `${'*a '.repeat(120)}b${' c*'.repeat(120)}`],
])('%s in one another end in text, and no word is lost', ([, value = '']) => {
  const view = shown(value)

  expect(view.querySelector('.td-markdown-plain')).not.toBeNull()
  expect(depthOf(view)).toBeLessThan(210)
  expect(view.textContent).toContain('a')
})

test('a table with too many cells stands there as it was written, and a large one as a table', () => {
  const table = (columns: number, rows: number) =>
    `${'a|'.repeat(columns)}\n${'-|'.repeat(columns)}\n${'b\n'.repeat(rows)}`

  expect(shown(table(400, 1_000)).querySelectorAll('td, th')).toHaveLength(0)
  expect(shown(table(10, 200)).querySelectorAll('td')).toHaveLength(2_000)
})

test('footnotes are numbered in the order in which they are referred to', () => {
  const view = shown('x[^b] y[^a] z[^b]\n\n[^a]: first\n[^b]: second\n[^c]: nobody asks')

  expect([...view.querySelectorAll('sup')].map(({ textContent }) => textContent)).toEqual(['1', '2', '1'])
  expect([...view.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual(['second', 'first'])
  expect(readMarkdown('x[^b]\n\n[^b]: second')?.noteNumbers.get('B')).toBe(1)
})
