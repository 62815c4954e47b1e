import { useQuery } from '@tanstack/react-query'

import { Suggestions, type SuggestionPlace } from '../writing/completion/suggestions.tsx'
import { optionsOf } from './text-list.tsx'
import { textQueries } from './text-queries.ts'
import { useCannedWords } from './use-canned-words.ts'

type TextSuggestionsProps = SuggestionPlace & { caseId: string; onWrite: (markdown: string) => void }

/** The texts that fit what is typed behind `::`. */
export function TextSuggestions({ caseId, query, onWrite, ...place }: TextSuggestionsProps) {
  const words = useCannedWords()
  const found = useQuery(textQueries.found(caseId, query, false))
  const texts = found.data ?? []
  const state = found.isPending
    ? words('searching')
    : found.isError
      ? words('failed')
      : texts.length > 0
        ? words('found', { count: texts.length })
        : query === ''
          ? words('none')
          : words('nothing', { query })
  return (
    <Suggestions
      {...place}
      query={query}
      label={words('list')}
      options={optionsOf(texts)}
      state={state}
      onChoose={({ text }) => onWrite(text.body)}
    />
  )
}
