import { useLocalStorage } from '@mantine/hooks'
import { useCallback } from 'react'

import type { KnownShortcut, Shortcut } from './use-shortcuts.ts'

const STORAGE_KEY = 'timedesk.keys'

/** The keys that this person gave to shortcuts, by name; empty where they turned them off. */
export type OwnKeys = Readonly<Record<string, string>>

/** A person's own keys, kept in this browser. */
export function useOwnKeys() {
  const [own, setOwn, forget] = useLocalStorage<OwnKeys>({ key: STORAGE_KEY, defaultValue: {} })

  const setKeys = useCallback(
    (id: string, keys: string | null) => {
      setOwn((before) => {
        const { [id]: _, ...others } = before
        return keys === null ? others : { ...others, [id]: keys }
      })
    },
    [setOwn],
  )

  return { own, setKeys, resetKeys: forget }
}

/** A shortcut with its name and with the keys that this person has for it. */
export function withOwnKeys(shortcut: Shortcut, own: OwnKeys): KnownShortcut {
  const id = shortcut.id ?? shortcut.keys
  const keys = Object.hasOwn(own, id) ? own[id] : undefined
  return {
    ...shortcut,
    id,
    isNamed: shortcut.id !== undefined,
    keys: keys ?? shortcut.keys,
    standardKeys: shortcut.keys,
  }
}
