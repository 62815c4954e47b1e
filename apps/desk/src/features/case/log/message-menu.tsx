import { ActionIcon } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArrowsSplit2, IconDots, IconLink } from '@tabler/icons-react'
import type { Case } from '@timedesk/contracts/cases'
import type { TimelineItem } from '@timedesk/contracts/dialogue'
import { Drop } from '@timedesk/ui/drop'
import { DropItem } from '@timedesk/ui/drop-items'
import { HoldKeys } from '@timedesk/ui/hold-keys'
import { LazyPart } from '@timedesk/ui/lazy-part'
import { lazy, useState } from 'react'

import { paths, BASE_PATH } from '../../../shared/paths.ts'
import { useLogWords } from './use-log-words.ts'

const SplitDialog = lazy(async () => ({ default: (await import('../merging/split-dialog.tsx')).SplitDialog }))

type MessageMenuProps = { subject: Case; message: Extract<TimelineItem, { kind: 'reply' | 'note' }> }

/** What can be done with one message. */
export function MessageMenu({ subject, message }: MessageMenuProps) {
  const words = useLogWords()
  const [isOpen, setIsOpen] = useState(false)
  const [isSplitting, setIsSplitting] = useState(false)
  const copyLink = async () => {
    await navigator.clipboard.writeText(
      `${window.location.origin}${BASE_PATH}${paths.case(subject.number)}#item-${message.id}`,
    )
    notifications.show({ message: words('linkCopied') })
  }
  return (
    <>
      <Drop
        kind="menu"
        isOpen={isOpen}
        onOpen={setIsOpen}
        position="bottom-end"
        target={
          <ActionIcon
            className="desk-message-menu"
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={words('messageMenu', { name: message.author.name })}
          >
            <IconDots size={16} stroke={1.7} />
          </ActionIcon>
        }
      >
        <DropItem leftSection={<IconLink size={15} stroke={1.7} />} onClick={() => void copyLink()}>
          {words('link')}
        </DropItem>
        {subject.can.merge && message.splitTo === undefined && (
          <DropItem leftSection={<IconArrowsSplit2 size={15} stroke={1.7} />} onClick={() => setIsSplitting(true)}>
            {words('split')}
          </DropItem>
        )}
      </Drop>
      <LazyPart fallback={<HoldKeys />}>
        {isSplitting && <SplitDialog subject={subject} messageId={message.id} onClose={() => setIsSplitting(false)} />}
      </LazyPart>
    </>
  )
}
