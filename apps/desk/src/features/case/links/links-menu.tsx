import { ActionIcon } from '@mantine/core'
import { IconArrowMerge, IconArrowsSplit2, IconDots, IconLinkPlus } from '@tabler/icons-react'
import type { Case } from '@timedesk/contracts/cases'
import { Drop } from '@timedesk/ui/drop'
import { DropItem } from '@timedesk/ui/drop-items'
import { HoldKeys } from '@timedesk/ui/hold-keys'
import { LazyPart } from '@timedesk/ui/lazy-part'
import { useShortcuts } from '@timedesk/ui/use-shortcuts'
import { lazy, useState } from 'react'

import { showCard } from '../rail-card.tsx'
import { useLinkWords } from './use-link-words.ts'
import { useMergeWords } from '../merging/use-merge-words.ts'
import { useSplitWords } from '../merging/use-split-words.ts'

const MergeDialog = lazy(async () => ({ default: (await import('../merging/merge-dialog.tsx')).MergeDialog }))
const SplitDialog = lazy(async () => ({ default: (await import('../merging/split-dialog.tsx')).SplitDialog }))

/** How a case is linked to another one, merged into it, or divided; by its keys and by name too. */
export function LinksMenu({ subject, onLink }: { subject: Case; onLink: () => void }) {
  const words = useLinkWords()
  const mergeWords = useMergeWords()
  const splitWords = useSplitWords()
  const [dialog, setDialog] = useState<'merge' | 'split' | null>(null)
  const [isOpen, setIsOpen] = useState(false)
  const canEdit = subject.can.merge
  const link = () => {
    // First the card, then its form, which takes the focus when it has come.
    showCard('links')
    onLink()
  }
  const terms = { group: words('group'), when: canEdit, reason: canEdit ? undefined : words('cannotEdit') }
  useShortcuts([
    { ...terms, id: 'case.link', keys: '#', label: words('link'), words: words('linkWords'), run: link },
    { ...terms, id: 'case.merge', keys: '', label: mergeWords('merge'), run: () => setDialog('merge') },
    { ...terms, id: 'case.split', keys: '', label: splitWords('split'), run: () => setDialog('split') },
  ])
  if (!canEdit) return null
  return (
    <>
      <Drop
        kind="menu"
        isOpen={isOpen}
        onOpen={setIsOpen}
        position="bottom-end"
        target={
          <ActionIcon variant="subtle" color="gray" aria-label={words('actions')}>
            <IconDots size={16} stroke={1.7} />
          </ActionIcon>
        }
      >
        <DropItem leftSection={<IconLinkPlus size={15} stroke={1.7} />} onClick={link}>
          {words('link')}
        </DropItem>
        <DropItem leftSection={<IconArrowMerge size={15} stroke={1.7} />} onClick={() => setDialog('merge')}>
          {mergeWords('merge')}
        </DropItem>
        <DropItem leftSection={<IconArrowsSplit2 size={15} stroke={1.7} />} onClick={() => setDialog('split')}>
          {splitWords('split')}
        </DropItem>
      </Drop>
      <LazyPart fallback={<HoldKeys />}>
        {dialog === 'merge' && <MergeDialog subject={subject} onClose={() => setDialog(null)} />}
        {dialog === 'split' && <SplitDialog subject={subject} onClose={() => setDialog(null)} />}
      </LazyPart>
    </>
  )
}
