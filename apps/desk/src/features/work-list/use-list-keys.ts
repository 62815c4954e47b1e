import { useShortcuts, type Shortcut } from '@timedesk/ui/use-shortcuts'

import type { RowDeed } from './row-deeds.ts'
import { useWorkListWords } from './use-work-list-words.ts'

export type ListKeyDeeds = {
  hasRows: boolean
  /** Keys that change a case mean the one that has the focus. */
  hasOne: boolean
  move: (by: number, isExtending: boolean) => void
  toggle: () => void
  deed: (deed: RowDeed) => void
  follow: () => void
  setPriority: (level: number) => void
}

const LEVELS = [1, 2, 3, 4] as const

/** The keys of the list; each is in the sheet and can be given another key. */
export function useListKeys(deeds: ListKeyDeeds): void {
  const words = useWorkListWords()
  const group = words('groupKeys')
  const when = deeds.hasRows
  const key = (keys: string, id: string, label: string, run: () => void): Shortcut => ({
    ...{ keys, label, group, run },
    when: when && deeds.hasOne,
    id: `list.${id}`,
  })
  const way = (keys: string, label: string, run: () => void): Shortcut => ({ keys, label, group, when, run })
  // The grid hears these itself, and only while it has the focus: on a button they press the button.
  const inGrid = (keys: string, label: string): Shortcut => ({ keys, label, group, when: false, run: () => undefined })

  useShortcuts([
    way('j', words('keyDown'), () => deeds.move(1, false)),
    way('k', words('keyUp'), () => deeds.move(-1, false)),
    inGrid('Enter', words('keyOpen')),
    inGrid('Shift+Enter', words('keyOpenTab')),
    inGrid('Space', words('keyPeek')),
    { ...way('x', words('keySelect'), deeds.toggle), id: 'list.select' },
    way('Shift+j', words('keySelectDown'), () => deeds.move(1, true)),
    way('Shift+k', words('keySelectUp'), () => deeds.move(-1, true)),
    inGrid('Mod+a', words('keySelectAll')),
    inGrid('Escape', words('keyClear')),
    key('a', 'assign', words('keyAssign'), () => deeds.deed('assign')),
    key('s', 'status', words('keyStatus'), () => deeds.deed('status')),
    key('p', 'priority', words('keyPriorityMenu'), () => deeds.deed('priority')),
    key('t', 'type', words('keyType'), () => deeds.deed('type')),
    key('h', 'snooze', words('keySnooze'), () => deeds.deed('snooze')),
    key('w', 'follow', words('keyFollow'), deeds.follow),
    ...LEVELS.map((level) =>
      key(String(level), `priority-${level}`, words('keyPriority', { level }), () => deeds.setPriority(level)),
    ),
  ])
}
