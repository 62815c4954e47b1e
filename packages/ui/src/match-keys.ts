import { isApple, type Shortcut } from './use-shortcuts.ts'

/** How a key press is written in a shortcut: `r`, `?`, `Shift+Enter`, `Mod+k`. */
export function chordOf(event: KeyboardEvent): string {
  const hasMod = isApple() ? event.metaKey : event.ctrlKey
  const isNamed = event.key.length > 1
  return [hasMod && 'Mod', event.altKey && 'Alt', event.shiftKey && isNamed && 'Shift', keyOf(event)]
    .filter((part) => part !== false)
    .join('+')
}

/** True where a key press belongs to what is being written, or to an open dialog. */
export function isForWriting(event: KeyboardEvent): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null
  const isField = target?.closest('input, textarea, select, [contenteditable="true"], [role="textbox"]') !== null
  return isField || document.querySelector('[aria-modal="true"]') !== null
}

/** Shortcuts with Mod work everywhere; single keys only outside fields and only when they are on. */
export function isAllowed(shortcut: Shortcut, isSingleKeyAllowed: boolean): boolean {
  return shortcut.when !== false && (isSingleKeyAllowed || shortcut.keys.includes('Mod+'))
}

function keyOf(event: KeyboardEvent): string {
  return event.key.length === 1 ? event.key.toLowerCase() : event.key
}
