import { CloseButton, Combobox, InputBase, ScrollArea, useCombobox } from '@mantine/core'
import { useId, useState, type ReactNode } from 'react'

import './inputs.css'
import { useWords } from './use-words.ts'

const INDENT_REM = 1.125

export type TreeNode = {
  value: string
  label: string
  children?: readonly TreeNode[] | undefined
  /** Shown, but not to be chosen. */
  disabled?: boolean
}

type TreeSelectProps = {
  label: string
  tree: readonly TreeNode[]
  value: string | null
  onChange: (value: string | null) => void
  placeholder?: string
  description?: ReactNode
  error?: ReactNode
  required?: boolean
  disabled?: boolean
  clearable?: boolean
  hideLabel?: boolean
}

type TreeRow = TreeNode & { depth: number; path: string }

/** Picks one node of a tree (department, type); typing finds nodes by any word of their path. */
export function TreeSelect(props: TreeSelectProps) {
  const { label, tree, value, onChange, clearable = true, hideLabel = false } = props
  const words = useWords()
  const inputId = useId()
  const [term, setTerm] = useState<string | null>(null)
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      setTerm(null)
    },
  })
  const rows = flattenTree(tree)
  const chosen = rows.find((row) => row.value === value)
  const visible = rows.filter((row) => matches(row, term ?? ''))

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(next) => {
        onChange(next)
        combobox.closeDropdown()
      }}
    >
      <Combobox.Target>
        <InputBase
          id={inputId}
          {...(hideLabel ? { 'aria-label': label } : { label })}
          description={props.description}
          error={props.error}
          required={props.required ?? false}
          disabled={props.disabled ?? false}
          {...(props.placeholder !== undefined && { placeholder: props.placeholder })}
          value={term ?? chosen?.path ?? ''}
          autoComplete="off"
          rightSectionPointerEvents="auto"
          rightSection={
            clearable && chosen !== undefined && props.disabled !== true ? (
              <CloseButton
                size="sm"
                aria-label={words('clear', { label })}
                onClick={() => {
                  onChange(null)
                }}
              />
            ) : (
              <Combobox.Chevron />
            )
          }
          onChange={(event) => {
            setTerm(event.currentTarget.value)
            combobox.openDropdown()
            combobox.resetSelectedOption()
          }}
          onClick={() => {
            combobox.openDropdown()
          }}
          onFocus={(event) => {
            event.currentTarget.select()
          }}
          onBlur={() => {
            combobox.closeDropdown()
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={label}>
          <ScrollArea.Autosize mah={300} type="scroll">
            {visible.map((row) => (
              <Combobox.Option
                key={row.value}
                value={row.value}
                active={row.value === value}
                disabled={row.disabled ?? false}
                aria-label={row.path}
                style={{ paddingInlineStart: `${String(0.625 + row.depth * INDENT_REM)}rem` }}
              >
                <span className={row.depth === 0 ? 'td-tree-root' : undefined}>{row.label}</span>
              </Combobox.Option>
            ))}
            {visible.length === 0 && <Combobox.Empty>{words('treeNothing')}</Combobox.Empty>}
          </ScrollArea.Autosize>
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

function flattenTree(nodes: readonly TreeNode[], depth = 0, parentPath = ''): TreeRow[] {
  return nodes.flatMap((node) => {
    const path = parentPath === '' ? node.label : `${parentPath} › ${node.label}`
    return [{ ...node, depth, path }, ...flattenTree(node.children ?? [], depth + 1, path)]
  })
}

function matches(row: TreeRow, term: string): boolean {
  const path = row.path.toLocaleLowerCase()
  return term
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => path.includes(word))
}
