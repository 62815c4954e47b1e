import { screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'

import { axeViolations } from '../test/axe.ts'
import { renderUi } from '../test/render-ui.tsx'
import { MarkdownView } from './markdown-view.tsx'

const ALLOWED_TAGS = new Set(
  'div p a em strong del code pre ul ol li br span blockquote h3 h4 h5 h6 img table thead tbody tr th td hr'.split(' '),
)

const ATTACKS = [
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java&#x0A;script:alert(1))',
  '[x](java&Tab;script:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](  javascript:alert(1))',
  '[x](<javascript:alert(1)>)',
  '[x](\u0001javascript:alert(1))',
  '[x](vbscript:msgbox(1))',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[x](file:///etc/passwd)',
  '[x](//evil.example)',
  '[x](/api/v1/sign-out)',
  '[x][y]\n\n[y]: javascript:alert(1)',
  '<javascript:alert(1)>',
  '<data:text/html,x>',
  '![x](javascript:alert(1))',
  '![x](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+)',
  '![x](attachment:../../api/v1/me)',
  '![x" onerror="alert(1)](attachment:1" onerror="alert(1))',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<a href="javascript:alert(1)">x</a>',
  '<style>*{display:none}</style>',
  '<form action="https://evil.example"><input name=q></form>',
  '<math><mtext></mtext><mglyph><style><img src=x onerror=alert(1)></style></mglyph></math>',
  '`<img src=x onerror=alert(1)>`',
  '```html\n<script>alert(1)</script>\n```',
  'a <b onmouseover=alert(1)>b</b>',
  '[<img src=x onerror=alert(1)>](https://example.com)',
  'https://example.com/"onmouseover="alert(1)',
  '[x](https://example.com "t\\" onclick=\\"alert(1)")',
]

describe('hostile Markdown', () => {
  test.for(ATTACKS)('does no harm: %s', (attack) => {
    const { container } = renderUi(<MarkdownView value={attack} resolveAttachment={(id) => `/files/${id}`} />)
    const view = container.querySelector('.td-markdown')
    const elements = [...(view?.querySelectorAll('*') ?? [])]

    const foreignTags = elements.map((element) => element.localName).filter((tag) => !ALLOWED_TAGS.has(tag))
    const handlers = elements
      .flatMap((element) => element.getAttributeNames())
      .filter((name) => /^on|^style$/.test(name))
    const links = elements.flatMap((element) => element.getAttribute('href') ?? [])
    const sources = elements.flatMap((element) => element.getAttribute('src') ?? [])

    expect(view).not.toBeNull()
    expect(foreignTags).toEqual([])
    expect(handlers).toEqual([])
    expect(links.filter((link) => !/^(?:https?:\/\/|mailto:)/.test(link))).toEqual([])
    expect(sources.filter((source) => !/^\/files\/[A-Za-z0-9-]+$/.test(source))).toEqual([])
  })
})

test('raw HTML shows as the text that was written', () => {
  renderUi(<MarkdownView value={'The log says <error code="5"> at line 3'} />)

  expect(screen.getByText('The log says <error code="5"> at line 3')).toBeTruthy()
})

test('links open apart and tell the other site nothing', () => {
  renderUi(<MarkdownView value="[site](https://example.com) and www.example.org and a@example.com" />)

  const links = screen.getAllByRole('link').map((link) => [link.getAttribute('href'), link.getAttribute('rel')])
  expect(links).toEqual([
    ['https://example.com', 'noopener noreferrer'],
    ['http://www.example.org', 'noopener noreferrer'],
    ['mailto:a@example.com', 'noopener noreferrer'],
  ])
})

test('pictures come from our attachments, those of other sites become links', () => {
  renderUi(
    <MarkdownView
      value={'![screen](attachment:0199-a) ![logo](https://evil.example/pixel.gif) ![gone](attachment:2)'}
      resolveAttachment={(id) => (id === '0199-a' ? '/files/0199-a' : undefined)}
    />,
  )

  expect(screen.getAllByRole('img').map((image) => image.getAttribute('src'))).toEqual(['/files/0199-a'])
  expect(screen.getByRole('link', { name: 'Image on another site: logo' })).toBeTruthy()
  expect(screen.getByText('Image that is no longer here: gone')).toBeTruthy()
})

test('a message breaks no accessibility rule', async () => {
  const value =
    '# Title\n\n- [x] done\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n```\ncode\n```\n\n![x](https://a.example/b.png)'
  const { container } = renderUi(<MarkdownView value={value} />)

  expect(await axeViolations(container)).toEqual([])
})

test('tasks, tables, footnotes and line ends stand as they were meant', () => {
  const value = '- [x] done\n- [ ] to do\n\n| a | b |\n| - | -: |\n| 1 |\n\none[^n]\ntwo\n\n[^n]: of note'
  const { container } = renderUi(<MarkdownView value={value} />)

  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    '☑ done',
    '☐ to do',
    'of note',
  ])
  expect(screen.getAllByRole('cell').map(({ textContent }) => textContent)).toEqual(['1', ''])
  expect(screen.getByRole('columnheader', { name: 'b' }).style.textAlign).toBe('right')
  expect(container.querySelector('.td-markdown > p')?.innerHTML).toBe('one<sup>1</sup><br>\ntwo')
})

test('who is called by name stands there as a name, and leads nowhere', () => {
  renderUi(
    <MarkdownView value="Hi [@Bo Lund](mention:employee/01900000-0000-7000-8000-000000000001) and [@x](mention:door/1)" />,
  )

  expect(screen.getByText('@Bo Lund').className).toBe('td-mention')
  expect(screen.getByText('@x').className).toBe('')
  expect(screen.queryByRole('link')).toBeNull()
})

describe('numbers of cases', () => {
  const linksIn = (value: string) => {
    const { container } = renderUi(
      <MarkdownView value={value} caseLink={({ number, children }) => <b data-case={number}>{children}</b>} />,
    )
    return [...container.querySelectorAll('[data-case]')].map((link) => [
      link.getAttribute('data-case'),
      link.textContent,
    ])
  }

  test.for<[string, [string, string][]]>([
    [
      'see #1610, and **#7**.',
      [
        ['1610', '#1610'],
        ['7', '#7'],
      ],
    ],
    [
      '#12\n(#13)',
      [
        ['12', '#12'],
        ['13', '#13'],
      ],
    ],
    ['> - #123456789', [['123456789', '#123456789']]],
    ['| no |\n| - |\n| #5 |', [['5', '#5']]],
    ['`#12` and ``` #13 ```', []],
    ['```\n#12\n```', []],
    ['https://example.com/#12 [#13](https://example.com) x.dk/#14', []],
    ['[#12](case:12) [a](case:12)', []],
    ['#0 #012 #1234567890 #12a a#12 ##12 &amp;#12; # 12', []],
  ])('%s', ([value, expected]) => {
    expect(linksIn(value)).toEqual(expected)
  })

  test('they stay text where nothing leads to a case', () => {
    renderUi(<MarkdownView value="see #1610" />)

    expect(screen.getByText('see #1610')).toBeTruthy()
    expect(screen.queryByRole('link')).toBeNull()
  })
})
