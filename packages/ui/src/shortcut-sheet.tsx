import { Kbd, Modal, Switch } from '@mantine/core'
import { Fragment } from 'react'

import './inputs.css'
import { useKeyNames, type Shortcut } from './use-shortcuts.ts'
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

/** Keys as they stand on the keyboard. */
export function Keys({ keys }: { keys: string }) {
  const words = useWords()
  const chords = useKeyNames(keys)
  return (
    <span className="td-kbd-sequence">
      {chords.map((chord, place) => (
        <Fragment key={`${String(place)} ${chord.join()}`}>
          {place > 0 && <small>{words('keyThen')}</small>}
          {chord.map((key) => (
            <Kbd key={key} size="xs">
              {key}
            </Kbd>
          ))}
        </Fragment>
      ))}
    </span>
  )
}
