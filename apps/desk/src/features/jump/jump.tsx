import { ActionIcon, Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { Keys } from '@timedesk/ui/keys'
import { ariaKeys, useShortcuts } from '@timedesk/ui/use-shortcuts'
import { lazy, Suspense } from 'react'

import type { JumpPage } from './jump-page.ts'
import { useJumpWords } from './use-jump-words.ts'

const JumpDialog = lazy(async () => ({ default: (await import('./jump-dialog.tsx')).JumpDialog }))

/** The way to anything by typing, from the top bar or by its keys. */
export function Jump({ pages }: { pages: readonly JumpPage[] }) {
  const words = useJumpWords()
  const [isOpen, dialog] = useDisclosure(false)
  const keys = 'Mod+k'
  useShortcuts([{ keys, label: words('open'), run: dialog.toggle }])
  const button = { 'aria-keyshortcuts': ariaKeys(keys), onClick: dialog.open }

  return (
    <>
      <Button
        {...button}
        className="desk-wide"
        variant="default"
        size="xs"
        leftSection={<IconSearch size={15} stroke={1.6} />}
        rightSection={<Keys keys={keys} />}
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
        <Suspense>
          <JumpDialog pages={pages} onClose={dialog.close} />
        </Suspense>
      )}
    </>
  )
}
