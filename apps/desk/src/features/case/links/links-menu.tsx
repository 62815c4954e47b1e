import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowMerge, IconArrowsSplit2, IconDots, IconLinkPlus } from '@tabler/icons-react'
import type { Case } from '@timedesk/contracts/cases'
import { useShortcuts } from '@timedesk/ui/use-shortcuts'
import { HoldKeys } from '@timedesk/ui/hold-keys'
import { lazy, Suspense, useState } from 'react'

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
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={words('actions')}>
            <IconDots size={16} stroke={1.7} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconLinkPlus size={15} stroke={1.7} />} onClick={link}>
            {words('link')}
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowMerge size={15} stroke={1.7} />} onClick={() => setDialog('merge')}>
            {mergeWords('merge')}
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowsSplit2 size={15} stroke={1.7} />} onClick={() => setDialog('split')}>
            {splitWords('split')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Suspense fallback={<HoldKeys />}>
        {dialog === 'merge' && <MergeDialog subject={subject} onClose={() => setDialog(null)} />}
        {dialog === 'split' && <SplitDialog subject={subject} onClose={() => setDialog(null)} />}
      </Suspense>
    </>
  )
}
