import {
  createTheme,
  defaultCssVariablesResolver,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core'

/** Petrol, the colour of Timedesk: what can be pressed and what is chosen. */
const fjord: MantineColorsTuple = [
  '#edf6f7',
  '#d8eaed',
  '#b2d5da',
  '#88bdc5',
  '#63a6b1',
  '#3f8b97',
  '#267380',
  '#1b5d69',
  '#154b55',
  '#0f3840',
]

/** Warm stone, so that a day of white pages does not glare. */
const gray: MantineColorsTuple = [
  '#f8f7f4',
  '#f2f0ec',
  '#e7e4de',
  '#d9d5cd',
  '#c3beb4',
  '#88837a',
  '#67635b',
  '#504c46',
  '#37342f',
  '#23211e',
]

/** Ink, the surfaces and words of the dark scheme. */
const dark: MantineColorsTuple = [
  '#e4e7e9',
  '#cbd1d5',
  '#a9b1b8',
  '#8c959d',
  '#3a434b',
  '#2a3239',
  '#20272d',
  '#181d22',
  '#12161a',
  '#0c0f12',
]

/** Brick, for what failed or destroys. */
const red: MantineColorsTuple = [
  '#fdf1ef',
  '#fadedb',
  '#f4bab4',
  '#ee958c',
  '#ea8379',
  '#dd5b50',
  '#c5402f',
  '#b5342c',
  '#962820',
  '#771d17',
]

const SYSTEM_FONT = 'system-ui, -apple-system, "Segoe UI", "Noto Sans", Ubuntu, Cantarell, "Helvetica Neue", sans-serif'
const SYSTEM_MONOSPACE = 'ui-monospace, "SF Mono", "Cascadia Code", "Noto Sans Mono", Menlo, Consolas, monospace'

// A page has one banner; the heading bar of a dialog is not another.
const PLAIN_HEADER = { header: { role: 'presentation' } }

/** The look of both apps: dense but readable, petrol on warm stone, system fonts only. */
export const theme = createTheme({
  primaryColor: 'fjord',
  // White words on a filled button must keep 4.5 : 1 in both schemes.
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  colors: { fjord, gray, dark, red },
  black: '#211f1c',
  fontFamily: SYSTEM_FONT,
  fontFamilyMonospace: SYSTEM_MONOSPACE,
  headings: {
    fontFamily: SYSTEM_FONT,
    fontWeight: '650',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.25' },
      h2: { fontSize: '1.1875rem', lineHeight: '1.3' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
      h4: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.25rem', xl: '2rem' },
  radius: { xs: '0.1875rem', sm: '0.375rem', md: '0.5rem', lg: '0.75rem', xl: '2rem' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  focusClassName: 'td-focus',
  components: {
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
    Modal: { defaultProps: { centered: true, radius: 'lg', attributes: PLAIN_HEADER } },
    Drawer: { defaultProps: { attributes: PLAIN_HEADER } },
    // Hints stand below, so that fields side by side begin and end on one line.
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    Paper: { defaultProps: { radius: 'md' } },
    Anchor: { defaultProps: { underline: 'hover' } },
  },
})

/** What warns: words in yellow itself cannot be read on light yellow. */
const readableYellow = {
  '--mantine-color-yellow-light': 'var(--td-yellow-fill)',
  '--mantine-color-yellow-light-hover': 'var(--td-yellow-fill)',
  '--mantine-color-yellow-light-color': 'var(--td-yellow-ink)',
}

/** Raises Mantine's own quiet colours to a contrast of at least 4.5 : 1 in both schemes. */
export const resolveCssVariables: CSSVariablesResolver = (resolved) => {
  const defaults = defaultCssVariablesResolver(resolved)
  return {
    variables: defaults.variables,
    light: {
      ...defaults.light,
      ...readableYellow,
      '--mantine-color-error': 'var(--mantine-color-red-7)',
      '--mantine-color-placeholder': '#716c64',
      '--mantine-color-default-border': 'var(--mantine-color-gray-3)',
    },
    dark: {
      ...defaults.dark,
      ...readableYellow,
      '--mantine-color-error': 'var(--mantine-color-red-4)',
      '--mantine-color-placeholder': 'var(--mantine-color-dark-3)',
      '--mantine-color-anchor': 'var(--mantine-color-fjord-3)',
    },
  }
}
