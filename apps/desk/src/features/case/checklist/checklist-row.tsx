import { ActionIcon, Checkbox, TextInput } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { CaseChecklist, ChecklistItem } from '@timedesk/contracts/checklists'
import { LINE_LENGTH_MAX } from '@timedesk/contracts/limits'
import { Drop } from '@timedesk/ui/drop'
import { DropItem } from '@timedesk/ui/drop-items'
import { useFormat } from '@timedesk/ui/format'
import { useState, type ReactNode } from 'react'

import { useChecklistWords } from './use-checklist-words.ts'
import type { Checklist } from './use-checklist.ts'

type ChecklistRowProps = {
  item: ChecklistItem
  handle: ReactNode
  can: CaseChecklist['can']
  checklist: Checklist
}

/** One item: its tick, who did it and when, and what else may be done with it. */
export function ChecklistRow({ item, handle, can, checklist }: ChecklistRowProps) {
  const words = useChecklistWords()
  const format = useFormat()
  const [isEditing, setIsEditing] = useState(false)
  const isDone = item.doneAt !== null
  // The API says who did it; until it has, the tick stands alone.
  const doneBy =
    item.doneAt === null || item.doneByName === null
      ? undefined
      : words('doneBy', { name: item.doneByName, at: format.dateTime(item.doneAt) })
  return (
    <>
      {handle}
      {isEditing ? (
        <WordsEditor item={item} checklist={checklist} onClose={() => setIsEditing(false)} />
      ) : (
        <Checkbox
          className="desk-checklist-item"
          size="sm"
          checked={isDone}
          disabled={!can.edit}
          label={
            <>
              <span data-done={isDone || undefined}>{item.text}</span>
              {item.isRequired && <span className="desk-checklist-required">{words('required')}</span>}
            </>
          }
          description={doneBy}
          onChange={(event) => checklist.tick(item.id, event.currentTarget.checked)}
        />
      )}
      {can.edit && !isEditing && (
        <ItemMenu item={item} can={can} checklist={checklist} onEdit={() => setIsEditing(true)} />
      )}
    </>
  )
}

type ItemMenuProps = Omit<ChecklistRowProps, 'handle'> & { onEdit: () => void }

function ItemMenu({ item, can, checklist, onEdit }: ItemMenuProps) {
  const words = useChecklistWords()
  const [isOpen, setIsOpen] = useState(false)
  const isFree = can.loosen || !item.isRequired
  return (
    <Drop
      kind="menu"
      isOpen={isOpen}
      onOpen={setIsOpen}
      position="bottom-end"
      target={
        <ActionIcon variant="subtle" color="gray" aria-label={words('moreOf', { text: item.text })}>
          <IconDots size={16} stroke={1.6} />
        </ActionIcon>
      }
    >
      <DropItem onClick={onEdit}>{words('edit')}</DropItem>
      {isFree && (
        <>
          <DropItem onClick={() => checklist.change(item.id, { isRequired: !item.isRequired })}>
            {words(item.isRequired ? 'makeOptional' : 'makeRequired')}
          </DropItem>
          <DropItem color="red" onClick={() => checklist.remove(item.id)}>
            {words('remove')}
          </DropItem>
        </>
      )}
    </Drop>
  )
}

type WordsEditorProps = Pick<ChecklistRowProps, 'item' | 'checklist'> & { onClose: () => void }

/** Enter or leaving saves, Escape does not. */
function WordsEditor({ item, checklist, onClose }: WordsEditorProps) {
  const words = useChecklistWords()
  const [text, setText] = useState(item.text)
  const save = () => {
    const wanted = text.trim()
    if (wanted !== '' && wanted !== item.text) checklist.change(item.id, { text: wanted })
    onClose()
  }
  return (
    <TextInput
      className="desk-checklist-item"
      size="xs"
      aria-label={words('words')}
      autoFocus
      maxLength={LINE_LENGTH_MAX}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation()
          onClose()
        }
        if (event.key === 'Enter') {
          event.preventDefault()
          save()
        }
      }}
    />
  )
}
