import { createContext, use, useEffect, useId, useMemo, type ReactNode } from 'react'

/** Something that can be done here: by its keys, from the sheet of keys, and from a palette. */
export type Shortcut = {
  /**
   * Its lasting name, such as `case.reply`: a person's own keys are kept under it. Left out, the keys are the name, and
   * the palette leaves it out: moving through a list is no deed.
   */
  id?: string
  /** `r`, `Shift+Enter`, `Mod+k` (Ctrl, or Command on a Mac), or a sequence such as `g i`. Empty: only by name. */
  keys: string
  /** What it does, in the reader's language. */
  label: string
  run: () => void
  /** False turns it off for now; it stays in the sheet. */
  when?: boolean
  /** Why it is off, in the reader's language. */
  reason?: string | undefined
  /** The heading it stands under in the sheet. */
  group?: string
  /** Other words by which somebody may look for it. */
  words?: string
  /** The values it takes, for where they can be chosen by typing; `run` asks for one in its own way. */
  choices?: ShortcutChoices
}

export type ShortcutChoices = {
  /** Read once the action is chosen; may be asked again with what is typed. */
  load: (term: string, signal: AbortSignal) => Promise<readonly ShortcutChoice[]>
  /** True: `load` looks for what is typed. Otherwise all values come at once, and typing narrows them. */
  isSearched?: boolean
}

export type ShortcutChoice = {
  id: string
  label: string
  description?: string | undefined
  run: () => void
  /** Why it cannot be chosen, in the reader's language. */
  reason?: string | undefined
  /** What choosing it would do, shown beside it. */
  preview?: () => ReactNode
}

/** A shortcut as it works for this person. */
export type KnownShortcut = Shortcut & {
  id: string
  /** It has a name of its own, and so it can be asked for by name. */
  isNamed: boolean
  /** The keys it comes with; `keys` are those of this person, and empty when they turned them off. */
  standardKeys: string
}

type Registration = {
  register: (owner: string, shortcuts: readonly Shortcut[]) => void
  unregister: (owner: string) => void
  /** Keys do nothing until what it gives is called. */
  hold: () => () => void
}

export type ShortcutRegistry = {
  /** All shortcuts of what is on the screen now. */
  shortcuts: readonly KnownShortcut[]
  isOn: boolean
  setIsOn: (isOn: boolean) => void
  /** Gives a shortcut other keys, or none (''); null gives it back those it came with. */
  setKeys: (id: string, keys: string | null) => void
  resetKeys: () => void
  openSheet: () => void
  /** Does it as it stands this moment, were it registered anew since it was listed. */
  run: (id: string) => void
  /** The values of it as it stands this moment. */
  choicesOf: (id: string) => ShortcutChoices | undefined
}

export const RegistrationContext = createContext<Registration | null>(null)
export const ShortcutContext = createContext<ShortcutRegistry | null>(null)

/** The registry of keys, for a palette or menu hints. Needs a `ShortcutProvider` above. */
export function useShortcutRegistry(): ShortcutRegistry {
  return required(use(ShortcutContext))
}

/** Registers keys for as long as the component is on the screen. A later registration wins over an earlier. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const owner = useId()
  const { register, unregister } = required(use(RegistrationContext))

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

/** The keys of a shortcut for this person; empty while it is not on the screen, or when they turned its keys off. */
export function useKeysOf(id: string): string {
  const { shortcuts, isOn } = useShortcutRegistry()
  const keys = shortcuts.findLast((shortcut) => shortcut.id === id)?.keys ?? ''
  return isOn || keys.includes('Mod+') ? keys : ''
}

/** The value for `aria-keyshortcuts` of a control that a shortcut also reaches; none for keys one after the other. */
export function ariaKeys(keys: string): string | undefined {
  if (keys === '' || keys.includes(' ')) return undefined
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

function required<Known>(known: Known | null): Known {
  if (known === null) {
    throw new Error('A ShortcutProvider must stand above what uses shortcuts')
  }
  return known
}
