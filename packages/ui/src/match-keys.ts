import { isApple, type Shortcut } from './use-shortcuts.ts'

const MODIFIERS: readonly string[] = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock']

/** How a key press is written in a shortcut: `r`, `?`, `Shift+Enter`, `Mod+k`; null while only a modifier is down. */
export function chordOf(event: KeyboardEvent): string | null {
  if (MODIFIERS.includes(event.key)) return null
  const isNamed = event.key.length > 1 || event.key === ' '
  const isSign = !isNamed && !/[\p{L}\p{N}]/u.test(event.key)
  // On many keyboards `[` and `#` are only there with AltGr, which says Ctrl and Alt, or with Option.
  const isAltGr = event.getModifierState('AltGraph') || (event.ctrlKey && event.altKey)
  const writesSign = isSign && (isAltGr || (isApple() && event.altKey))
  const hasMod = !writesSign && (isApple() ? event.metaKey : event.ctrlKey)
  const hasAlt = !writesSign && event.altKey
  return [hasMod && 'Mod', hasAlt && 'Alt', event.shiftKey && !isSign && 'Shift', keyOf(event)]
    .filter((part) => part !== false)
    .join('+')
}

/** True where a key press belongs to what is being written, or to an open dialog. */
export function isForWriting(event: KeyboardEvent): boolean {
  const { target } = event
  const fields = 'input, textarea, select, [contenteditable="true"], [role="textbox"]'
  const isField = target instanceof HTMLElement && target.closest(fields) !== null
  return isField || document.querySelector('[aria-modal="true"]') !== null
}

/** Shortcuts with Mod work everywhere; single keys only outside fields and only when they are on. */
export function isAllowed(shortcut: Shortcut, isSingleKeyAllowed: boolean): boolean {
  return shortcut.when !== false && (isSingleKeyAllowed || shortcut.keys.includes('Mod+'))
}

/** What somebody has pressed so far, and when the last of it was. */
export type Pressed = { sequence: string; at: number }

/** The keys of a sequence follow one another within this time. */
const SEQUENCE_MS = 1_200

/**
 * What a key press means after those before it: the shortcut that it completes, and what is waited on from here. The
 * longer sequence wins over the single key; of two with the same keys the later registered.
 */
export function readPress<Known extends Shortcut>(
  usable: readonly Known[],
  chord: string,
  at: number,
  before: Pressed,
): { found: Known | undefined; pressed: Pressed } {
  const isFollowing = before.sequence !== '' && at - before.at < SEQUENCE_MS
  const tried = isFollowing ? [`${before.sequence} ${chord}`, chord] : [chord]
  const reached = tried.find((keys) => usable.some((shortcut) => isBegunBy(shortcut, keys)))
  return {
    found: usable.findLast(({ keys }) => keys === reached),
    pressed: {
      sequence: reached !== undefined && usable.some((shortcut) => goesOn(shortcut, reached)) ? reached : '',
      at,
    },
  }
}

/** The shortcuts that get in each other's way with these keys: the same, or the beginning of the other's. */
export function clashesWith<Known extends Shortcut>(shortcuts: readonly Known[], keys: string): Known[] {
  return shortcuts.filter(
    (shortcut) => isBegunBy(shortcut, keys) || (shortcut.keys !== '' && keys.startsWith(`${shortcut.keys} `)),
  )
}

function isBegunBy(shortcut: Shortcut, keys: string): boolean {
  return shortcut.keys === keys || goesOn(shortcut, keys)
}

function goesOn({ keys }: Shortcut, beginning: string): boolean {
  return keys.startsWith(`${beginning} `)
}

function keyOf(event: KeyboardEvent): string {
  if (event.key === ' ') return 'Space'
  return event.key.length === 1 ? event.key.toLowerCase() : event.key
}
