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

import { chordOf, isAllowed, isForWriting } from './match-keys.ts'
import { ShortcutContext, type Shortcut } from './use-shortcuts.ts'
import { useWords } from './use-words.ts'

const ON_STORAGE_KEY = 'timedesk.shortcuts'
const SEQUENCE_MS = 1_200

// Few open it, so it is fetched when somebody does.
const ShortcutSheet = lazy(async () => ({ default: (await import('./shortcut-sheet.tsx')).ShortcutSheet }))

/** Holds the one registry of keys, listens for them, and opens the sheet with `?`. */
export function ShortcutProvider({ children }: { children: ReactNode }) {
  const words = useWords()
  const [owners, setOwners] = useState<ReadonlyMap<string, readonly Shortcut[]>>(new Map())
  const [isOn, setIsOn] = useLocalStorage({ key: ON_STORAGE_KEY, defaultValue: true })
  const [isSheetOpen, sheet] = useDisclosure(false)
  const [isSheetWanted, setIsSheetWanted] = useState(false)
  const live = useRef(new Map<string, readonly Shortcut[]>())

  const register = useCallback((owner: string, shortcuts: readonly Shortcut[]) => {
    const known = live.current.get(owner)
    live.current.set(owner, shortcuts)
    if (known === undefined || fingerprint(known) !== fingerprint(shortcuts)) {
      setOwners(new Map(live.current))
    }
  }, [])

  const unregister = useCallback((owner: string) => {
    live.current.delete(owner)
    setOwners(new Map(live.current))
  }, [])

  const { open, close } = sheet
  const openSheet = useCallback(() => {
    setIsSheetWanted(true)
    open()
  }, [open])

  const help: Shortcut = { keys: '?', label: words('shortcutsHelp'), run: openSheet }
  const shortcuts = useMemo(() => [...owners.values()].flat(), [owners])
  useKeyListener(() => [help, ...[...live.current.values()].flat()], isOn)

  const registry = useMemo(
    () => ({ shortcuts, register, unregister, isOn, setIsOn, openSheet }),
    [shortcuts, register, unregister, isOn, setIsOn, openSheet],
  )

  return (
    <ShortcutContext value={registry}>
      {children}
      {isSheetWanted && (
        <Suspense>
          <ShortcutSheet
            isOpen={isSheetOpen}
            onClose={close}
            shortcuts={[...shortcuts, help]}
            isOn={isOn}
            onTurn={setIsOn}
          />
        </Suspense>
      )}
    </ShortcutContext>
  )
}

function useKeyListener(shortcutsNow: () => readonly Shortcut[], isOn: boolean): void {
  const pressed = useRef({ chord: '', at: 0 })

  const listen = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) {
      return
    }
    const chord = chordOf(event)
    const isFollowing = event.timeStamp - pressed.current.at < SEQUENCE_MS
    const sequence = isFollowing ? `${pressed.current.chord} ${chord}` : chord
    const isSingleKeyAllowed = isOn && !isForWriting(event)
    const usable = shortcutsNow().filter((shortcut) => isAllowed(shortcut, isSingleKeyAllowed))
    const found =
      usable.findLast((shortcut) => shortcut.keys === sequence) ??
      usable.findLast((shortcut) => shortcut.keys === chord)
    pressed.current = { chord, at: found === undefined ? event.timeStamp : Number.NEGATIVE_INFINITY }
    if (found !== undefined) {
      event.preventDefault()
      found.run()
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
  return shortcuts.map(({ keys, label, when, group }) => [keys, label, when, group].join('\t')).join('\n')
}
