import { Button, Modal, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'

import { ShortcutRow } from './shortcut-row.tsx'
import './shortcuts.css'
import { useShortcutWords } from './use-shortcut-words.ts'
import type { KnownShortcut, ShortcutRegistry } from './use-shortcuts.ts'
import { useWords } from './use-words.ts'

type ShortcutSheetProps = { isOpen: boolean; onClose: () => void; registry: ShortcutRegistry }

/** All keys that work here, by group: to be found, given other keys, or turned off. */
export function ShortcutSheet({ isOpen, onClose, registry }: ShortcutSheetProps) {
  const words = useWords()
  const sheetWords = useShortcutWords()
  const [term, setTerm] = useState('')
  const [changing, setChanging] = useState<string | null>(null)
  const { shortcuts, isOn, setIsOn, resetKeys } = registry
  // What has no keys can be given some.
  const givable = shortcuts.filter(({ standardKeys, isNamed }) => isNamed || standardKeys !== '')
  const found = givable.filter((shortcut) => isAbout(shortcut, term))
  const groups = Map.groupBy(found, ({ group }) => group ?? words('shortcutsEverywhere'))
  const isOwn = givable.some(({ keys, standardKeys }) => keys !== standardKeys)

  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={words('shortcuts')}
      size="lg"
      closeButtonProps={{ 'aria-label': words('close') }}
    >
      <div className="td-shortcut-tools">
        <TextInput
          data-autofocus
          aria-label={sheetWords('find')}
          placeholder={sheetWords('find')}
          value={term}
          onChange={(event) => {
            setTerm(event.currentTarget.value)
          }}
        />
        <Switch
          label={words('shortcutsOn')}
          checked={isOn}
          onChange={(event) => {
            setIsOn(event.currentTarget.checked)
          }}
        />
      </div>
      {found.length === 0 && <p>{sheetWords('nothing', { term })}</p>}
      {[...groups].map(([group, members]) => (
        <section key={group} aria-label={group}>
          <h3>{group}</h3>
          <ul className="td-shortcut-list">
            {members.map((shortcut) => (
              <ShortcutRow
                key={`${shortcut.id} ${shortcut.label}`}
                shortcut={shortcut}
                registry={registry}
                isChanging={changing === shortcut.id}
                onChanging={(isChanging) => {
                  setChanging(isChanging ? shortcut.id : null)
                }}
              />
            ))}
          </ul>
        </section>
      ))}
      <p className="td-shortcut-hint">{sheetWords('hint')}</p>
      {isOwn && (
        <Button variant="default" size="xs" onClick={resetKeys}>
          {sheetWords('resetAll')}
        </Button>
      )}
    </Modal>
  )
}

function isAbout({ label, group, keys, words }: KnownShortcut, term: string): boolean {
  const all = `${label} ${group ?? ''} ${words ?? ''}`.toLocaleLowerCase()
  const wanted = term.trim().toLocaleLowerCase()
  return keys.toLocaleLowerCase() === wanted || wanted.split(/\s+/u).every((word) => all.includes(word))
}
