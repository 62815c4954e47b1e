import { SegmentedControl, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { SEARCH_LENGTH_MAX } from '@timedesk/contracts/limits'
import { StatusCategory } from '@timedesk/contracts/case-status'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { statusWords, useCaseWords } from '../../shared/case-words.ts'
import './case-list.css'
import type { CaseView } from './use-case-filters.ts'
import { useCasesWords } from './use-cases-words.ts'

const TYPING_PAUSE_MS = 250

type CaseFilterBarProps = { view: CaseView; onChange: (changes: Partial<CaseView>) => void }

/** Search, open or all, and status. The search asks when typing pauses. */
export function CaseFilterBar({ view, onChange }: CaseFilterBarProps) {
  const words = useCasesWords()
  const caseWords = useCaseWords()
  const [typed, setTyped] = useState(view.search)
  const [known, setKnown] = useState(view.search)
  const search = useDebouncedCallback((term: string) => {
    onChange({ search: term })
  }, TYPING_PAUSE_MS)

  // The address may change without typing: a chip was removed, or somebody went back.
  if (known !== view.search) {
    setKnown(view.search)
    if (view.search === '') setTyped('')
  }

  return (
    <div className="ex-filters" role="search">
      <TextInput
        type="search"
        label={words('search')}
        placeholder={words('searchPlaceholder')}
        leftSection={<IconSearch size={16} stroke={1.7} />}
        maxLength={SEARCH_LENGTH_MAX}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          search(event.currentTarget.value)
        }}
      />
      <Select
        label={words('status')}
        placeholder={words('anyStatus')}
        clearable
        data={StatusCategory.options.map((value) => ({ value, label: statusWords(caseWords, value) }))}
        value={view.status}
        onChange={(value) => {
          onChange({ status: StatusCategory.options.find((category) => category === value) ?? null })
        }}
      />
      <SegmentedControl
        aria-label={words('activity')}
        value={view.status === null ? view.activity : 'all'}
        disabled={view.status !== null}
        onChange={(value) => {
          onChange({ activity: value === 'all' ? 'all' : 'active' })
        }}
        data={[
          { value: 'active', label: words('activeOnly') },
          { value: 'all', label: words('activeAll') },
        ]}
      />
    </div>
  )
}
