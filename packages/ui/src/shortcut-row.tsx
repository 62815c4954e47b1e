import { ActionIcon } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'

import { KeyField } from './key-field.tsx'
import { Keys } from './keys.tsx'
import { useShortcutWords } from './use-shortcut-words.ts'
import type { KnownShortcut, ShortcutRegistry } from './use-shortcuts.ts'

type ShortcutRowProps = {
  shortcut: KnownShortcut
  registry: ShortcutRegistry
  isChanging: boolean
  onChanging: (isChanging: boolean) => void
}

/** A shortcut with its keys, and the way to give it others. */
export function ShortcutRow({ shortcut, registry, isChanging, onChanging }: ShortcutRowProps) {
  const words = useShortcutWords()
  const { id, label, keys, standardKeys, when, reason } = shortcut
  const isOff = when === false

  return (
    <li>
      <div className="td-shortcut">
        <span className="td-shortcut-label" data-off={isOff || undefined}>
          {label}
          {isOff && reason !== undefined && <small>{reason}</small>}
        </span>
        {keys !== '' && keys !== standardKeys && <small>{words('own')}</small>}
        {keys === '' ? <small>{words('noKeys')}</small> : <Keys keys={keys} />}
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={words('change', { label })}
          aria-expanded={isChanging}
          onClick={() => {
            onChanging(!isChanging)
          }}
        >
          <IconPencil size={14} stroke={1.6} />
        </ActionIcon>
      </div>
      {isChanging && (
        <KeyField
          shortcut={shortcut}
          others={registry.shortcuts.filter((other) => other.id !== id)}
          onSave={(chosen, lost) => {
            registry.setKeys(id, chosen)
            for (const other of lost) registry.setKeys(other.id, '')
            onChanging(false)
          }}
          onCancel={() => {
            onChanging(false)
          }}
        />
      )}
    </li>
  )
}
