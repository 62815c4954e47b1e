import { Modal, Switch } from '@mantine/core'

import { Keys } from './keys.tsx'
import type { Shortcut } from './use-shortcuts.ts'
import { useWords } from './use-words.ts'

type ShortcutSheetProps = {
  isOpen: boolean
  onClose: () => void
  shortcuts: readonly Shortcut[]
  isOn: boolean
  onTurn: (isOn: boolean) => void
}

/** All keys that work here, by group, and the switch that turns single keys off. */
export function ShortcutSheet({ isOpen, onClose, shortcuts, isOn, onTurn }: ShortcutSheetProps) {
  const words = useWords()
  const groups = Map.groupBy(shortcuts, (shortcut) => shortcut.group ?? words('shortcutsEverywhere'))

  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={words('shortcuts')}
      size="lg"
      closeButtonProps={{ 'aria-label': words('close') }}
    >
      <Switch
        label={words('shortcutsOn')}
        checked={isOn}
        mb="lg"
        onChange={(event) => {
          onTurn(event.currentTarget.checked)
        }}
      />
      {[...groups].map(([group, members]) => (
        <section key={group} aria-label={group}>
          <h3>{group}</h3>
          <dl className="td-shortcut-list">
            {members.map((shortcut) => (
              <div key={`${shortcut.keys} ${shortcut.label}`}>
                <dt>{shortcut.label}</dt>
                <dd>
                  <Keys keys={shortcut.keys} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  )
}
