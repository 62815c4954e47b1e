import { Switch, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { RenderedText } from '@timedesk/contracts/canned-texts'
import { useId, useState } from 'react'

import { optionId, TextList } from './text-list.tsx'
import { textQueries } from './text-queries.ts'
import { useActiveOption } from './use-active-option.ts'
import { useCannedWords } from './use-canned-words.ts'

const SEARCH_DELAY_MS = 150

type TextPickerProps = { caseId: string; onChoose: (text: RenderedText) => void }

/** Finds a canned text by its name or shortcut, in the language of the case or in the other one. */
export function TextPicker({ caseId, onChoose }: TextPickerProps) {
  const words = useCannedWords()
  const listId = useId()
  const [term, setTerm] = useState('')
  const [isOther, setIsOther] = useState(false)
  const [settled] = useDebouncedValue(term.trim(), SEARCH_DELAY_MS)
  const found = useQuery(textQueries.found(caseId, settled, isOther))
  const texts = found.data ?? []
  const active = useActiveOption(texts.length, settled)
  const chosen = texts[active.index]
  return (
    <div className="desk-text-picker">
      <TextInput
        data-autofocus
        size="sm"
        role="combobox"
        aria-label={words('search')}
        aria-expanded={texts.length > 0}
        aria-autocomplete="list"
        aria-controls={listId}
        {...(chosen !== undefined && { 'aria-activedescendant': optionId(listId, chosen) })}
        autoComplete="off"
        placeholder={words('search')}
        value={term}
        onChange={(event) => setTerm(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (active.onKey(event)) event.preventDefault()
          if (event.key !== 'Enter') return
          event.preventDefault()
          if (chosen !== undefined) onChoose(chosen)
        }}
      />
      <TextList id={listId} texts={texts} activeIndex={active.index} onActive={active.choose} onChoose={onChoose} />
      <p role="status" className="desk-texts-keys">
        {found.isError && words('failed')}
        {found.isSuccess &&
          (texts.length > 0
            ? words('found', { count: texts.length })
            : settled === ''
              ? words('none')
              : words('nothing', { query: settled }))}
      </p>
      <Switch
        size="xs"
        label={words('otherLanguage')}
        checked={isOther}
        onChange={(event) => setIsOther(event.currentTarget.checked)}
      />
    </div>
  )
}
