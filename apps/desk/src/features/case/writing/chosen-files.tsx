import { Pill } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'

import type { Draft } from '../draft.ts'

/** The files that a message takes along, each to be taken off again. */
export function ChosenFiles({ files, onRemove }: { files: Draft['files']; onRemove: (id: string) => void }) {
  if (files.length === 0) return null
  return (
    <Pill.Group mb="xs">
      {files.map(({ id, name }) => (
        <Pill key={id} withRemoveButton onRemove={() => onRemove(id)}>
          <IconPaperclip size={12} aria-hidden="true" /> {name}
        </Pill>
      ))}
    </Pill.Group>
  )
}
