import { Button, Menu } from '@mantine/core'
import {
  IconArrowMerge,
  IconBolt,
  IconCircleDot,
  IconDots,
  IconEye,
  IconFlag,
  IconMoon,
  IconTag,
  IconUserShare,
} from '@tabler/icons-react'
import { ariaKeys, useKeysOf, useShortcuts } from '@timedesk/ui/use-shortcuts'
import type { ComponentType } from 'react'

import { useMay } from '../session/use-me.ts'
import { permissionsOf, type BulkDeed } from './bulk-draft.ts'
import { useBulkWords } from './use-bulk-words.ts'

type Shown = { deed: BulkDeed; id: string; keys: string; icon: ComponentType<{ size: number; stroke: number }> }

/** What is done most, with the keys that do it on one case too. */
const BUTTONS: readonly Shown[] = [
  { deed: 'assignment', id: 'list.assign', keys: 'a', icon: IconUserShare },
  { deed: 'status', id: 'list.status', keys: 's', icon: IconCircleDot },
  { deed: 'priority', id: 'list.priority', keys: 'p', icon: IconFlag },
  { deed: 'tags', id: 'list.tags', keys: 'l', icon: IconTag },
  { deed: 'macro', id: 'list.macro', keys: 'm', icon: IconBolt },
  { deed: 'merge', id: 'list.merge', keys: '#', icon: IconArrowMerge },
  { deed: 'snooze', id: 'list.snooze', keys: 'h', icon: IconMoon },
  { deed: 'follow', id: 'list.follow', keys: 'w', icon: IconEye },
]
const REST: readonly { deed: BulkDeed; id: string; keys: string }[] = [
  { deed: 'type', id: 'list.type', keys: 't' },
  ...(['field', 'checklist', 'estimate', 'unfollow', 'read', 'unread'] as const).map((deed) => {
    return { deed, id: `list.${deed}`, keys: '' }
  }),
]

type BulkDeedsProps = { onDeed: (deed: BulkDeed) => void; onExport: () => void }

/** The deeds as buttons, and as keys. What the person may not do stays, and says so. */
export function BulkDeeds({ onDeed, onExport }: BulkDeedsProps) {
  const words = useBulkWords()
  const may = useMay()
  const isOffered = (deed: BulkDeed) => permissionsOf(deed).every(may)
  const group = words('keys')
  useShortcuts([
    ...[...BUTTONS, ...REST].map(({ deed, id, keys }) => ({
      ...{ id, keys, group, label: words(`deed_${deed}`) },
      when: isOffered(deed),
      reason: isOffered(deed) ? undefined : words('mayNot'),
      run: () => onDeed(deed),
    })),
    { id: 'list.export', keys: 'e', group, label: words('export'), run: onExport },
  ])
  return (
    <>
      {BUTTONS.map((shown) => (
        <DeedButton key={shown.deed} {...shown} isOffered={isOffered(shown.deed)} onDeed={onDeed} />
      ))}
      <Menu position="top-end" shadow="md">
        <Menu.Target>
          <Button variant="default" size="xs" leftSection={<IconDots size={16} stroke={1.6} />}>
            {words('more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {REST.map(({ deed }) => (
            <Menu.Item key={deed} disabled={!isOffered(deed)} onClick={() => onDeed(deed)}>
              {words(`deed_${deed}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

type DeedButtonProps = Shown & { isOffered: boolean; onDeed: (deed: BulkDeed) => void }

function DeedButton({ deed, id, icon: Icon, isOffered, onDeed }: DeedButtonProps) {
  const words = useBulkWords()
  const keys = useKeysOf(id)
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={<Icon size={16} stroke={1.6} />}
      aria-keyshortcuts={ariaKeys(keys)}
      disabled={!isOffered}
      {...(!isOffered && { title: words('mayNot') })}
      onClick={() => onDeed(deed)}
    >
      {words(`deed_${deed}`)}
    </Button>
  )
}
