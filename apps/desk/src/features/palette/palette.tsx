import { ActionIcon, Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { Keys } from '@timedesk/ui/keys'
import { LazyPart } from '@timedesk/ui/lazy-part'
import { ariaKeys, useKeysOf, useShortcuts } from '@timedesk/ui/use-shortcuts'
import { HoldKeys } from '@timedesk/ui/hold-keys'
import { lazy, useRef } from 'react'

import { createWords } from '../../shared/create-words.ts'
import { paletteDanish, paletteEnglish } from './palette-texts.ts'

const PaletteDialog = lazy(async () => ({ default: (await import('./palette-dialog.tsx')).PaletteDialog }))

const useWords = createWords('palette', { en: paletteEnglish, da: paletteDanish })

/** The way to anything by typing, and to anything that can be done here: from the top bar or by its keys. */
export function Palette() {
  const words = useWords()
  const [isOpen, dialog] = useDisclosure(false)
  const before = useRef<Element | null>(null)
  const open = () => {
    before.current = document.activeElement
    dialog.open()
  }
  const close = (andThen?: () => void) => {
    dialog.close()
    // What is done next may move the focus on; it begins where the person was.
    requestAnimationFrame(() => {
      if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true })
      andThen?.()
    })
  }
  useShortcuts([{ keys: 'Mod+k', label: words('open'), run: () => (isOpen ? close() : open()) }])
  const keys = useKeysOf('Mod+k')
  const button = { 'aria-keyshortcuts': ariaKeys(keys), onClick: open }

  return (
    <>
      <Button
        {...button}
        className="desk-wide"
        variant="default"
        size="xs"
        leftSection={<IconSearch size={15} stroke={1.6} />}
        rightSection={keys !== '' && <Keys keys={keys} />}
      >
        {words('open')}
      </Button>
      <ActionIcon
        {...button}
        className="desk-narrow"
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={words('open')}
      >
        <IconSearch size={20} stroke={1.6} />
      </ActionIcon>
      {isOpen && (
        <LazyPart fallback={<HoldKeys />}>
          <PaletteDialog onClose={close} />
        </LazyPart>
      )}
    </>
  )
}
