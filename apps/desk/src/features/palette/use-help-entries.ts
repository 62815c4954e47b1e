import { useShortcutRegistry } from '@timedesk/ui/use-shortcuts'

import type { PaletteEntry } from './palette-entry.ts'
import type { Go } from './palette-level.ts'
import { usePaletteWords } from './use-palette-words.ts'

const SIGNS = [
  ['>', 'help.actions'],
  ['#', 'help.number'],
  ['@', 'help.person'],
  ['$', 'help.list'],
] as const

/** What the signs at the beginning mean, and the way to all keys. */
export function useHelpEntries(go: Go): PaletteEntry[] {
  const words = usePaletteWords()
  const { openSheet } = useShortcutRegistry()
  return [
    ...SIGNS.map(([sign, key]) => ({
      id: key,
      group: words('help'),
      sign,
      label: words(key),
      run: () => undefined,
      inside: () => go(null, sign),
    })),
    { id: 'help.keys', group: words('help'), label: words('help.keys'), keys: '?', run: openSheet },
  ]
}
