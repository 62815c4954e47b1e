import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { StatusCategory } from '@timedesk/contracts/case-status'
import { completeQuery } from '@timedesk/domain/query/complete-query'
import { useStatusName } from '@timedesk/ui/status-pill'

import { queryEnglish } from './query-english.ts'
import { useQueryWords } from './use-query-words.ts'
import { valueQueries } from './value-queries.ts'

const TERM_DELAY_MS = 120
const SUGGESTIONS_MAX = 12

/** Something that can be typed at the caret. */
export type Suggestion = {
  label: string
  /** How it is written, or what tells it from others of that name. */
  hint: string | null
  /** What takes the place of what was typed. */
  text: string
  /** A value ends its term; a key wants one. */
  isValue: boolean
}

export type Suggestions = { at: number; length: number; all: Suggestion[]; isSearching: boolean }

const NONE: Suggestions = { at: 0, length: 0, all: [], isSearching: false }

/** What can be typed where the caret stands: words of the language at once, names as the API knows them. */
export function useSuggestions(text: string, caret: number, isWanted: boolean): Suggestions {
  const completion = isWanted ? completeQuery(text, caret) : null
  const asked = completion?.asksValues === true ? completion : null
  const [term] = useDebouncedValue(asked?.term ?? '', TERM_DELAY_MS)
  const key = asked?.key ?? null
  const values = useQuery({ ...valueQueries.of(key ?? '', term), enabled: key !== null })
  const label = useLabels()
  if (completion === null) return NONE
  const { at, length } = completion
  const own = completion.options.map((option) => ({
    ...{ label: label(completion.key, option), hint: option, text: option },
    isValue: completion.key !== null,
  }))
  const named = (key === null ? [] : (values.data ?? []))
    .filter(({ text: written }) => !completion.options.includes(written))
    .map((value) => ({
      ...{ label: value.name, hint: value.hint },
      text: key === 'field' ? `field.${value.text}:` : value.text,
      isValue: key !== 'field',
    }))
  return { at, length, all: [...own, ...named].slice(0, SUGGESTIONS_MAX), isSearching: values.isFetching }
}

/** What an option of the language means, in words. */
function useLabels(): (key: string | null, option: string) => string {
  const words = useQueryWords()
  const statusName = useStatusName()
  return (key, option) => {
    const status = StatusCategory.options.find((category) => category === option)
    if (key === 'status' && status !== undefined) return statusName({ category: status, name: '' })
    const candidates = key === null ? [`key_${option.replace(/[.:]$/u, '')}`] : [`${key}_${option}`, `value_${option}`]
    const known = candidates.find((candidate): candidate is keyof typeof queryEnglish =>
      Object.hasOwn(queryEnglish, candidate),
    )
    return known === undefined ? option : words(known)
  }
}
