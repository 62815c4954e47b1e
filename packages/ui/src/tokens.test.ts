import { readFileSync } from 'node:fs'
import { DEFAULT_THEME, mergeMantineTheme } from '@mantine/core'
import { describe, expect, test } from 'vitest'

import { resolveCssVariables, theme } from './theme.ts'

const CONTRAST_MIN = 4.5
const css = readFileSync(`${import.meta.dirname}/tokens.css`, 'utf8')
const [light = '', dark = ''] = css.split("[data-mantine-color-scheme='dark']")

const PAIRS = [
  ...[
    'new',
    'open',
    'waiting-customer',
    'waiting-third-party',
    'solved',
    'closed',
    'cancelled',
    'internal',
    'danger',
    'violet',
    'orange',
    'red',
    'pink',
  ].map((name) => [`${name}-fill`, `${name}-ink`]),
  ['chosen', 'chosen-ink'],
  ...['canvas', 'surface', 'sunken', 'hover', 'internal-fill'].flatMap((surface) => [
    [surface, 'ink'],
    [surface, 'ink-quiet'],
  ]),
]

describe.for([
  ['light', light],
  ['dark', dark],
])('in the %s scheme', ([, scheme = '']) => {
  test.for(PAIRS)('%s carries %s', ([fill = '', ink = '']) => {
    expect(contrast(colorOf(scheme, fill), colorOf(scheme, ink))).toBeGreaterThanOrEqual(CONTRAST_MIN)
  })
})

describe.for([
  ['light', light],
  ['dark', dark],
] as const)('in the %s scheme', ([name, scheme]) => {
  test('what warns can be read on its yellow', () => {
    const variables = resolveCssVariables(mergeMantineTheme(DEFAULT_THEME, theme))[name]
    const [fill, ink] = ['light', 'light-color'].map((part) => tokenOf(variables[`--mantine-color-yellow-${part}`]))
    expect(contrast(colorOf(scheme, fill ?? ''), colorOf(scheme, ink ?? ''))).toBeGreaterThanOrEqual(CONTRAST_MIN)
  })
})

/** The name of the token that a variable ends in; aliases stand in the light scheme and hold in both. */
function tokenOf(value: string | undefined): string {
  const name = /^var\(--td-([a-z-]+)\)$/u.exec(value ?? '')?.[1]
  if (name === undefined) throw new Error(`${value ?? 'Nothing'} is no token`)
  const alias = new RegExp(`--td-${name}: (var\\(--td-[a-z-]+\\));`).exec(light)?.[1]
  return alias === undefined ? name : tokenOf(alias)
}

function colorOf(scheme: string, name: string): string {
  const color = new RegExp(`--td-${name}: (#[0-9a-f]{6});`).exec(scheme)?.[1]
  if (color === undefined) {
    throw new Error(`tokens.css has no --td-${name}`)
  }
  return color
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
