import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { CHECKLIST_ITEMS_MAX, LINE_LENGTH_MAX } from '@timedesk/contracts/limits'
import { useState, type ClipboardEvent, type ReactNode } from 'react'

import { errorInside } from '../../shared/forms/error-inside.ts'
import { useFieldProblem } from '../../shared/forms/use-fields.tsx'
import { OrderList } from '../../shared/order/order-list.tsx'
import { inOrder } from '../../shared/order/place-at.ts'
import { newItem, type ItemDraft } from './use-save-checklist.ts'
import { useTemplateWords } from './use-template-words.ts'

type ItemFieldsProps = {
  items: readonly ItemDraft[]
  error: unknown
  /** What is wrong with them as a whole. */
  problem: ReactNode
  onChange: (items: readonly ItemDraft[]) => void
}

/** The items of a checklist in their order, each required or not. */
export function ItemFields({ items, error, problem, onChange }: ItemFieldsProps) {
  const words = useTemplateWords()
  const inside = errorInside(error, 'items')
  const problemOf = useFieldProblem(inside)
  const [addedKey, setAddedKey] = useState<string | null>(null)
  const isFull = items.length >= CHECKLIST_ITEMS_MAX
  const change = (key: string, changes: Partial<ItemDraft>) =>
    onChange(items.map((item) => (item.key === key ? { ...item, ...changes } : item)))
  const add = (at: number) => {
    if (isFull) return
    const added = newItem()
    setAddedKey(added.key)
    onChange(items.toSpliced(at, 0, added))
  }
  const paste = (event: ClipboardEvent, { key, text }: ItemDraft) => {
    const lines = event.clipboardData
      .getData('text')
      .split('\n')
      .map((line) => line.trim().slice(0, LINE_LENGTH_MAX))
      .filter((line) => line !== '')
    if (lines.length < 2) return
    event.preventDefault()
    const at = items.findIndex((item) => item.key === key)
    const [kept, put] = text.trim() === '' ? [0, 1] : [1, 0]
    onChange(items.toSpliced(at + kept, put, ...lines.map(newItem)).slice(0, CHECKLIST_ITEMS_MAX))
  }

  return (
    <fieldset className="desk-checklist-items">
      <legend>{words('items')}</legend>
      <p className="desk-quiet desk-small">
        {words('itemsHint')} {words('requiredHint')}
      </p>
      <OrderList
        label={words('items')}
        items={items}
        keyOf={({ key }) => key}
        nameOf={({ text }) => (text.trim() === '' ? words('unnamed') : text)}
        onOrder={(keys) => onChange(inOrder(items, ({ key }) => key, keys))}
      >
        {(item, handle) => {
          const at = items.findIndex(({ key }) => key === item.key)
          return (
            <ItemRow
              item={item}
              number={at + 1}
              handle={handle}
              isNew={item.key === addedKey}
              problem={problemOf(String(at))}
              onChange={(changes) => change(item.key, changes)}
              onPaste={(event) => paste(event, item)}
              onNext={() => add(at + 1)}
              onRemove={() => onChange(items.filter(({ key }) => key !== item.key))}
            />
          )
        }}
      </OrderList>
      {problem !== undefined && inside === null && <div className="desk-error desk-small">{problem}</div>}
      <div>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} />}
          disabled={isFull}
          onClick={() => add(items.length)}
        >
          {words('addItem')}
        </Button>
      </div>
    </fieldset>
  )
}

type ItemRowProps = {
  item: ItemDraft
  number: number
  handle: ReactNode
  isNew: boolean
  problem: string | undefined
  onChange: (changes: Partial<ItemDraft>) => void
  onPaste: (event: ClipboardEvent) => void
  onNext: () => void
  onRemove: () => void
}

function ItemRow({ item, number, handle, isNew, problem, onChange, onPaste, onNext, onRemove }: ItemRowProps) {
  const words = useTemplateWords()
  const text = item.text.trim() === '' ? words('unnamed') : item.text
  return (
    <>
      {handle}
      <TextInput
        size="xs"
        className="desk-checklist-text"
        aria-label={words('itemText', { number })}
        maxLength={LINE_LENGTH_MAX}
        autoComplete="off"
        autoFocus={isNew}
        value={item.text}
        error={problem}
        onPaste={onPaste}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          onNext()
        }}
      />
      <Checkbox
        size="xs"
        label={words('required')}
        aria-label={words('itemRequired', { text })}
        checked={item.isRequired}
        onChange={(event) => onChange({ isRequired: event.currentTarget.checked })}
      />
      <ActionIcon variant="subtle" color="gray" aria-label={words('removeItem', { text })} onClick={onRemove}>
        <IconTrash size={16} stroke={1.6} />
      </ActionIcon>
    </>
  )
}
