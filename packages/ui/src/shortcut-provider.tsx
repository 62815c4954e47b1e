import { useDisclosure, useLocalStorage } from '@mantine/hooks'
import {
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react'

import { HoldKeys } from './hold-keys.tsx'
import { chordOf, isAllowed, isForWriting, readPress } from './match-keys.ts'
import { useOwnKeys, withOwnKeys } from './own-keys.ts'
import { RegistrationContext, ShortcutContext, type KnownShortcut, type Shortcut } from './use-shortcuts.ts'
import { useWords } from './use-words.ts'

const ON_STORAGE_KEY = 'timedesk.shortcuts'

// Few open it, so it is fetched when somebody does.
const ShortcutSheet = lazy(async () => ({ default: (await import('./shortcut-sheet.tsx')).ShortcutSheet }))

/** Holds the one registry of keys, listens for them, and opens the sheet with `?`. */
export function ShortcutProvider({ children }: { children: ReactNode }) {
  const { registration, listLive, owners, areHeld } = useRegistration()
  const words = useWords()
  const { own, setKeys, resetKeys } = useOwnKeys()
  const [isOn, setIsOn] = useLocalStorage({ key: ON_STORAGE_KEY, defaultValue: true })
  const [isSheetOpen, { open, close }] = useDisclosure(false)
  const [isSheetWanted, setIsSheetWanted] = useState(false)
  const openSheet = useCallback(() => {
    setIsSheetWanted(true)
    open()
  }, [open])

  const helpLabel = words('shortcutsHelp')
  const help = useMemo<Shortcut>(
    () => ({ id: 'help', keys: '?', label: helpLabel, run: openSheet }),
    [helpLabel, openSheet],
  )
  const known = useCallback(
    (all: ReadonlyMap<string, readonly Shortcut[]>) =>
      [help, ...[...all.values()].flat()].map((shortcut) => withOwnKeys(shortcut, own)),
    [help, own],
  )
  useKeyListener(() => (areHeld() ? [] : known(listLive())), isOn)

  const shortcuts = useMemo(() => known(owners), [known, owners])
  const registry = useMemo(() => {
    const find = (id: string) => known(listLive()).findLast((shortcut) => shortcut.id === id)
    const run = (id: string) => find(id)?.run()
    const choicesOf = (id: string) => find(id)?.choices
    return { shortcuts, isOn, setIsOn, setKeys, resetKeys, openSheet, run, choicesOf }
  }, [shortcuts, isOn, setIsOn, setKeys, resetKeys, openSheet, known, listLive])

  return (
    <RegistrationContext value={registration}>
      <ShortcutContext value={registry}>
        {children}
        {isSheetWanted && (
          <Suspense fallback={<HoldKeys />}>
            <ShortcutSheet isOpen={isSheetOpen} onClose={close} registry={registry} />
          </Suspense>
        )}
      </ShortcutContext>
    </RegistrationContext>
  )
}

/** What is registered: at once in `listLive`, and in `owners` when it shows something else than before. */
function useRegistration() {
  const [owners, setOwners] = useState<ReadonlyMap<string, readonly Shortcut[]>>(new Map())
  const live = useRef(new Map<string, readonly Shortcut[]>())
  const holders = useRef(0)

  const registration = useMemo(
    () => ({
      register: (owner: string, shortcuts: readonly Shortcut[]) => {
        const known = live.current.get(owner)
        live.current.set(owner, shortcuts)
        if (known === undefined || fingerprint(known) !== fingerprint(shortcuts)) {
          setOwners(new Map(live.current))
        }
      },
      unregister: (owner: string) => {
        live.current.delete(owner)
        setOwners(new Map(live.current))
      },
      hold: () => {
        holders.current++
        return () => {
          holders.current--
        }
      },
    }),
    [],
  )
  const listLive = useCallback((): ReadonlyMap<string, readonly Shortcut[]> => live.current, [])
  const areHeld = useCallback(() => holders.current > 0, [])
  return { registration, listLive, owners, areHeld }
}

function useKeyListener(shortcutsNow: () => readonly KnownShortcut[], isOn: boolean): void {
  const pressed = useRef({ sequence: '', at: 0 })

  const listen = useEffectEvent((event: KeyboardEvent) => {
    const chord = chordOf(event)
    if (event.defaultPrevented || event.isComposing || chord === null) {
      return
    }
    const isSingleKeyAllowed = isOn && !isForWriting(event)
    const usable = shortcutsNow().filter((shortcut) => isAllowed(shortcut, isSingleKeyAllowed))
    const press = readPress(usable, chord, event.timeStamp, pressed.current)
    pressed.current = press.pressed
    if (press.found !== undefined) {
      event.preventDefault()
      press.found.run()
    }
  })

  useEffect(() => {
    document.addEventListener('keydown', listen)
    return () => {
      document.removeEventListener('keydown', listen)
    }
  }, [])
}

function fingerprint(shortcuts: readonly Shortcut[]): string {
  return shortcuts
    .map(({ id, keys, label, when, group, reason }) => [id, keys, label, when, group, reason].join('\t'))
    .join('\n')
}
