import { TagsInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { SIDE_ADDRESSES_MAX } from '@timedesk/contracts/limits'
import { useState, type ReactNode } from 'react'

import { readAddress, writeAddress } from './side-draft.ts'
import { sideQueries } from './side-queries.ts'
import { useSideWords } from './use-side-words.ts'

const PAUSE_MS = 200

type AddressInputProps = { value: string[]; onChange: (typed: string[]) => void; error?: ReactNode }

/** Whom a mail goes to, with those suggested that were asked before. */
export function AddressInput({ value, onChange, error }: AddressInputProps) {
  const words = useSideWords()
  const [typed, setTyped] = useState('')
  const [term] = useDebouncedValue(typed.trim(), PAUSE_MS)
  const known = useQuery(sideQueries.addresses(term))
  const wrong = value.find((entry) => readAddress(entry) === null)
  return (
    <TagsInput
      data-autofocus
      label={words('to')}
      placeholder={value.length === 0 ? words('toHint') : ''}
      value={value}
      onChange={onChange}
      searchValue={typed}
      onSearchChange={setTyped}
      data={[...new Set((known.data ?? []).map(writeAddress))]}
      splitChars={[',', ';']}
      acceptValueOnBlur
      maxTags={SIDE_ADDRESSES_MAX}
      error={wrong === undefined ? error : words('addressWrong', { address: wrong })}
    />
  )
}
