import { escapeMarkdown } from '@timedesk/domain/texts/escape-markdown'
import { expect, test } from 'vitest'

import { renderUi } from '../test/render-ui.tsx'
import { MarkdownView } from './markdown-view.tsx'

const PIECES = [
  ...['*', '**', '_', '__', '~', '~~', '`', '```', '#', '>', '-', '+', '=', '|', '!', '\\', '<', '>', '&', ':', '.'],
  ...[
    '[x](http://evil.example)',
    '![x](http://evil.example/x.png)',
    '<b>',
    '<script>',
    '&amp;',
    '&#42;',
    '[^1]',
    '[x]: y',
  ],
  ...[
    'http://evil.example',
    'https://',
    'www.evil.example',
    'anna@evil.example',
    'mailto:anna@evil.example',
    '1.',
    '2)',
  ],
  ...['a', 'Berg', 'snake_case', ' ', '  ', '- [ ] todo', '---', '===', '{{today}}', 'æøå', '"', "'", '(', ')'],
]
const MARKUP = 'em, strong, del, code, pre, img, ul, ol, blockquote, table, hr, h1, h2, h3, h4, h5, h6, br, sup, input'

/** The same values in each run, and many of them. */
function* values(count: number): Generator<string> {
  let seed = 42
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * below)
  }
  for (let made = 0; made < count; made += 1)
    yield Array.from({ length: 1 + next(6) }, () => PIECES[next(PIECES.length)] ?? '').join('')
}

/** Where a link leads, as it would be written: one that was made of an address says so itself. */
function destination(link: Element): string {
  return decodeURI(link.getAttribute('href') ?? 'nowhere').replace(/^(?:mailto:|https?:\/\/)/u, '')
}

test.each(['', 'Dear '])('what a variable of a text stands for shows as it is, after %j', (before) => {
  const shown = [...values(300)].map((value) => value.replaceAll(/\s+/gu, ' ').trim()).filter((value) => value !== '')
  const markdown = shown.map((value) => before + escapeMarkdown(value)).join('\n\n')
  const { container } = renderUi(<MarkdownView value={markdown} />)
  expect(container.querySelector(MARKUP)).toBeNull()
  for (const link of container.querySelectorAll('a')) expect(link.textContent).toContain(destination(link))
  const paragraphs = [...container.querySelectorAll('.td-markdown > p')].map(({ textContent }) => textContent.trim())
  expect(paragraphs).toEqual(shown.map((value) => before + value))
})
