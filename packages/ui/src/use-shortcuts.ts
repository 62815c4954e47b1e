import { createContext, use, useEffect, useId, useMemo } from 'react'

export type Shortcut = {
  /** `r`, `Shift+Enter`, `Mod+k` (Ctrl, or Command on a Mac), or a sequence such as `g i`. */
  keys: string
  /** What it does, in the reader's language. */
  label: string
  run: () => void
  /** False turns it off for now; it stays in the sheet. */
  when?: boolean
  /** The heading it stands under in the sheet. */
  group?: string
}

export type ShortcutRegistry = {
  /** All shortcuts of what is on the screen now. */
  shortcuts: readonly Shortcut[]
  register: (owner: string, shortcuts: readonly Shortcut[]) => void
  unregister: (owner: string) => void
  isOn: boolean
  setIsOn: (isOn: boolean) => void
  openSheet: () => void
}

export const ShortcutContext = createContext<ShortcutRegistry | null>(null)

/** The registry of keys, for a palette or menu hints. Needs a `ShortcutProvider` above. */
export function useShortcutRegistry(): ShortcutRegistry {
  const registry = use(ShortcutContext)
  if (registry === null) {
    throw new Error('A ShortcutProvider must stand above what uses shortcuts')
  }
  return registry
}

/** Registers keys for as long as the component is on the screen. A later registration wins over an earlier. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const owner = useId()
  const { register, unregister } = useShortcutRegistry()

  useEffect(() => {
    register(owner, shortcuts)
  })

  useEffect(
    () => () => {
      unregister(owner)
    },
    [owner, unregister],
  )
}

/** The value for `aria-keyshortcuts` of a control that a shortcut also reaches. */
export function ariaKeys(keys: string): string {
  return keys.replace('Mod+', isApple() ? 'Meta+' : 'Control+')
}

/** The keys as they stand on the keyboard: `Mod+k` → `Ctrl`, `K`. */
export function useKeyNames(keys: string): readonly (readonly string[])[] {
  return useMemo(() => keys.split(' ').map((chord) => chord.split('+').map(keyName)), [keys])
}

function keyName(key: string): string {
  if (key === 'Mod') {
    return isApple() ? '⌘' : 'Ctrl'
  }
  return key.length === 1 ? key.toUpperCase() : key
}

/** True on a Mac, where Command is the key for shortcuts. */
export function isApple(): boolean {
  return /mac|iphone|ipad/i.test(navigator.userAgent)
}
