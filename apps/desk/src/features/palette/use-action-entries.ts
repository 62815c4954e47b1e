import { useShortcutRegistry, type KnownShortcut } from '@timedesk/ui/use-shortcuts'
import { useMemo } from 'react'

import { best } from './match-words.ts'
import type { PaletteEntry } from './palette-entry.ts'
import type { Go } from './palette-level.ts'
import { recentFirst, recentlyUsed } from './recently-used.ts'
import { usePaletteWords } from './use-palette-words.ts'

/** What is done most often on a case or a selection, before what stands further in on the screen. */
const OFTEN = ['reply', 'note', 'status', 'assign', 'priority', 'time', 'timer', 'macro', 'tag', 'follow', 'snooze']

/** What can be done on this screen, the recently used first or those that fit best; what is not possible now at the end. */
export function useActionEntries(typed: string, go: Go): PaletteEntry[] {
  const words = usePaletteWords()
  const { shortcuts, isOn, run } = useShortcutRegistry()
  const used = useMemo(() => recentlyUsed(), [])
  // Of several with one name the latest registered is the one that works.
  const named = [...new Map(shortcuts.filter(({ isNamed }) => isNamed).map((known) => [known.id, known])).values()]
  const ordered =
    typed === ''
      ? recentFirst(
          named.toSorted((one, other) => rankOf(one) - rankOf(other)),
          used,
        )
      : best(named, typed, ({ label, words: others, group }) => [label, `${others ?? ''} ${group ?? ''}`])
  const toEntry = ({ id, label, group, keys, when, reason, choices }: KnownShortcut): PaletteEntry => ({
    id,
    group: group ?? words('actions'),
    label,
    ...((isOn || keys.includes('Mod+')) && { keys }),
    ...(when === false && { reason: reason ?? words('notNow') }),
    run: () => run(id),
    ...(choices !== undefined && { inside: () => go({ id, label }) }),
  })
  return [...ordered.filter(({ when }) => when !== false), ...ordered.filter(({ when }) => when === false)].map(toEntry)
}

function rankOf({ id }: KnownShortcut): number {
  const place = OFTEN.indexOf(id.slice(id.indexOf('.') + 1))
  return place === -1 ? OFTEN.length : place
}
