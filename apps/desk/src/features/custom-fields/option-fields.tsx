import { ActionIcon, Button, Switch, TextInput } from '@mantine/core'
import { IconCornerDownRight, IconPlus, IconTrash } from '@tabler/icons-react'
import type { FieldOption } from '@timedesk/contracts/custom-fields'
import { FIELD_OPTIONS_MAX, NAME_LENGTH_MAX } from '@timedesk/contracts/limits'
import { useState, type ClipboardEvent, type ReactNode } from 'react'

import { newId } from '../../shared/forms/new-id.ts'
import { OrderList } from '../../shared/order/order-list.tsx'
import {
  indentOption,
  insertOption,
  orderOptions,
  outdentOption,
  removeOption,
  rowsOf,
  stepOption,
  type OptionRow,
} from './option-rows.ts'
import { useFieldWords } from './use-field-words.ts'
import { isAtOption, useOptionProblem } from './use-option-problem.ts'

type OptionFieldsProps = {
  isTree: boolean
  options: readonly FieldOption[]
  error: unknown
  /** What is wrong with them as a whole. */
  problem: ReactNode
  onChange: (options: FieldOption[]) => void
}

/** The options of a choice or a tree: named, ordered, hung below one another, taken out of use. */
export function OptionFields({ isTree, options, error, problem, onChange }: OptionFieldsProps) {
  const words = useFieldWords()
  const problemOf = useOptionProblem(error)
  const [addedId, setAddedId] = useState<string | null>(null)
  const rows = isTree ? rowsOf(options) : options.map((option) => ({ option, depth: 0 }))
  const isFull = options.length >= FIELD_OPTIONS_MAX
  const add = (afterId: string | null, parentId: string | null, label = '') => {
    if (isFull) return
    const added = { id: newId(), label, labelDa: null, parentId, isActive: true }
    setAddedId(added.id)
    onChange(insertOption(options, added, afterId))
  }
  const change = (id: string, changes: Partial<FieldOption>) =>
    onChange(options.map((option) => (option.id === id ? { ...option, ...changes } : option)))
  const paste = (event: ClipboardEvent, { id, label, parentId }: FieldOption) => {
    const lines = event.clipboardData
      .getData('text')
      .split('\n')
      .map((line) => line.trim().slice(0, NAME_LENGTH_MAX))
    const [first, ...others] = lines.filter((line) => line !== '')
    if (first === undefined || others.length === 0) return
    event.preventDefault()
    const named = options.map((option) =>
      option.id === id ? { ...option, label: label.trim() === '' ? first : label } : option,
    )
    const added = label.trim() === '' ? others : [first, ...others]
    const many = added.map((line) => ({ id: newId(), label: line, labelDa: null, parentId, isActive: true }))
    onChange(many.reduceRight((before, option) => insertOption(before, option, id), named).slice(0, FIELD_OPTIONS_MAX))
  }

  return (
    <fieldset className="desk-field-options">
      <legend>{words('options')}</legend>
      <p className="desk-quiet desk-small">{words(isTree ? 'treeHint' : 'optionsHint')}</p>
      <OrderList
        label={words('options')}
        items={rows}
        keyOf={({ option }) => option.id}
        nameOf={({ option }) => nameOf(option, words('unnamed'))}
        onOrder={(ids) => onChange(orderOptions(options, ids))}
        {...(isTree && {
          step: (id, delta) => stepOption(options, id, delta),
          onSide: (id, side) => onChange(side === 'in' ? indentOption(options, id) : outdentOption(options, id)),
        })}
      >
        {(row, handle) => (
          <OptionRowFields
            row={row}
            number={rows.findIndex(({ option }) => option.id === row.option.id) + 1}
            handle={handle}
            isNew={row.option.id === addedId}
            problem={problemOf(options.findIndex(({ id }) => id === row.option.id))}
            onChange={(changes) => change(row.option.id, changes)}
            onPaste={(event) => paste(event, row.option)}
            onNext={() => add(row.option.id, row.option.parentId)}
            onRemove={() => onChange(removeOption(options, row.option.id))}
            {...(isTree && { onBelow: () => add(row.option.id, row.option.id) })}
          />
        )}
      </OrderList>
      {problem !== undefined && !isAtOption(error) && (
        <div className="desk-error desk-small">{problemOf(null) ?? problem}</div>
      )}
      <div>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} />}
          disabled={isFull}
          onClick={() => add(null, null)}
        >
          {words('addOption')}
        </Button>
      </div>
    </fieldset>
  )
}

type OptionRowFieldsProps = {
  row: OptionRow
  number: number
  handle: ReactNode
  isNew: boolean
  problem: string | undefined
  onChange: (changes: Partial<FieldOption>) => void
  onPaste: (event: ClipboardEvent) => void
  onNext: () => void
  onBelow?: () => void
  onRemove: () => void
}

function OptionRowFields(props: OptionRowFieldsProps) {
  const { row, number, handle, isNew, problem, onChange, onPaste, onNext, onBelow, onRemove } = props
  const words = useFieldWords()
  const { option, depth } = row
  const name = nameOf(option, words('unnamed'))
  return (
    <div className="desk-field-option" style={{ paddingInlineStart: `${depth * 1.5}rem` }}>
      {handle}
      <TextInput
        size="xs"
        aria-label={words('optionLabel', { number })}
        placeholder={words('name')}
        maxLength={NAME_LENGTH_MAX}
        autoComplete="off"
        autoFocus={isNew}
        value={option.label}
        error={problem}
        onPaste={onPaste}
        onChange={(event) => onChange({ label: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          onNext()
        }}
      />
      <TextInput
        size="xs"
        aria-label={words('optionDanish', { number })}
        placeholder={words('nameDa')}
        maxLength={NAME_LENGTH_MAX}
        autoComplete="off"
        value={option.labelDa ?? ''}
        onChange={({ currentTarget: { value } }) => onChange({ labelDa: value === '' ? null : value })}
      />
      <Switch
        size="xs"
        aria-label={words('optionInUse', { name })}
        checked={option.isActive}
        onChange={(event) => onChange({ isActive: event.currentTarget.checked })}
      />
      {onBelow !== undefined && (
        <ActionIcon variant="subtle" color="gray" aria-label={words('optionBelow', { name })} onClick={onBelow}>
          <IconCornerDownRight size={16} stroke={1.6} />
        </ActionIcon>
      )}
      <ActionIcon variant="subtle" color="gray" aria-label={words('removeOption', { name })} onClick={onRemove}>
        <IconTrash size={16} stroke={1.6} />
      </ActionIcon>
    </div>
  )
}

function nameOf({ label }: FieldOption, unnamed: string): string {
  return label.trim() === '' ? unnamed : label
}
