import { CloseButton, Combobox, InputBase, Loader, ScrollArea, useCombobox } from '@mantine/core'
import { useId, useState, type ReactNode } from 'react'

import './inputs.css'
import { useSearch } from './use-search.ts'
import { useWords } from './use-words.ts'

export type SearchOption = {
  value: string
  label: string
  /** A second, quiet line. */
  description?: string | undefined
  icon?: ReactNode
}

type SearchSelectProps = {
  label: string
  value: SearchOption | null
  onChange: (option: SearchOption | null) => void
  /** Answers the options for a term; the empty term asks for the likeliest ones. */
  search: (term: string, signal: AbortSignal) => Promise<readonly SearchOption[]>
  placeholder?: string
  description?: ReactNode
  error?: ReactNode
  required?: boolean
  disabled?: boolean
  /** False when a value may be exchanged but not emptied. */
  clearable?: boolean
  hideLabel?: boolean
}

/** Picks one of many by typing: customers, contacts, employees. */
export function SearchSelect(props: SearchSelectProps) {
  const { label, value, onChange, search, clearable = true, hideLabel = false } = props
  const words = useWords()
  const inputId = useId()
  const [term, setTerm] = useState<string | null>(null)
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      setTerm(null)
    },
  })
  const { found, isSearching, hasFailed } = useSearch(search, term ?? '', combobox.dropdownOpened)

  const choose = (chosen: string) => {
    const option = found.find((candidate) => candidate.value === chosen)
    if (option !== undefined) {
      onChange(option)
    }
    combobox.closeDropdown()
  }

  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      <Combobox.Target>
        <InputBase
          id={inputId}
          {...(hideLabel ? { 'aria-label': label } : { label })}
          description={props.description}
          error={props.error}
          required={props.required ?? false}
          disabled={props.disabled ?? false}
          placeholder={props.placeholder ?? words('searchType')}
          leftSection={value !== null && term === null ? value.icon : undefined}
          value={term ?? value?.label ?? ''}
          autoComplete="off"
          rightSectionPointerEvents="auto"
          rightSection={
            isSearching ? (
              <Loader size={16} />
            ) : clearable && value !== null && props.disabled !== true ? (
              <CloseButton
                size="sm"
                aria-label={words('clear', { label })}
                onClick={() => {
                  onChange(null)
                  setTerm(null)
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
          onKeyDown={(event) => {
            // Enter among options that nobody chose yet is not meant for the form around.
            if (event.key === 'Enter' && combobox.dropdownOpened) event.preventDefault()
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
          <ScrollArea.Autosize mah={280} type="scroll">
            {found.map((option) => (
              <Combobox.Option key={option.value} value={option.value} active={option.value === value?.value}>
                <OptionText option={option} />
              </Combobox.Option>
            ))}
            {found.length === 0 && !isSearching && (
              <Combobox.Empty>{hasFailed ? words('searchFailed') : nothingFound(words, term)}</Combobox.Empty>
            )}
          </ScrollArea.Autosize>
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

function OptionText({ option }: { option: SearchOption }) {
  return (
    <span className="td-option">
      {option.icon}
      <span className="td-option-words">
        <span>{option.label}</span>
        {option.description !== undefined && <span className="td-option-description">{option.description}</span>}
      </span>
    </span>
  )
}

function nothingFound(words: ReturnType<typeof useWords>, term: string | null): string {
  return term === null || term === '' ? words('searchType') : words('searchNothing', { term })
}
