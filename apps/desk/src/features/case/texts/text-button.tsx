import { ActionIcon, Popover } from '@mantine/core'
import { IconTextPlus } from '@tabler/icons-react'
import type { RenderedText } from '@timedesk/contracts/canned-texts'
import { LazyPart } from '@timedesk/ui/lazy-part'
import { lazy, useState } from 'react'

import { useCannedWords } from './use-canned-words.ts'

const TextPicker = lazy(async () => ({ default: (await import('./text-picker.tsx')).TextPicker }))

type TextButtonProps = { caseId: string; onChoose: (text: RenderedText) => void }

/** The way to canned texts for who does not type `::`. */
export function TextButton({ caseId, onChoose }: TextButtonProps) {
  const words = useCannedWords()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      position="top-start"
      shadow="md"
      width={360}
      trapFocus
      returnFocus
      withRoles
    >
      <Popover.Target>
        <ActionIcon
          variant="default"
          size="md"
          aria-label={words('button')}
          title={words('buttonHint')}
          onClick={() => setIsOpen(!isOpen)}
        >
          <IconTextPlus size={17} stroke={1.6} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={words('list')}>
        <LazyPart>
          <TextPicker
            caseId={caseId}
            onChoose={(text) => {
              setIsOpen(false)
              onChoose(text)
            }}
          />
        </LazyPart>
      </Popover.Dropdown>
    </Popover>
  )
}
