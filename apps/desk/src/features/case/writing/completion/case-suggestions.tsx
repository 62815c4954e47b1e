import { useQuery } from '@tanstack/react-query'
import { search } from '@timedesk/contracts/search'

import { recentCases } from '../../../../shared/cases/recent-cases.ts'
import { client } from '../../../../shared/client.ts'
import { useMe } from '../../../../shared/session/use-me.ts'
import { Suggestions, type SuggestionPlace } from './suggestions.tsx'
import { useCompletionWords } from './use-completion-words.ts'
import { useFoundState } from './use-found-state.ts'

const CASES_MAX = 6

/** Cases by what is typed behind `#`: a number, or a word; at first those that were open last. */
export default function CaseSuggestions(props: SuggestionPlace & { onWrite: (markdown: string) => void }) {
  const { query, onWrite, ...place } = props
  const words = useCompletionWords()
  const stateOf = useFoundState()
  const me = useMe()
  const found = useQuery({
    queryKey: ['case-references', query],
    queryFn: async ({ signal }) => {
      const { cases } = await client.call(search, { query: { q: query, kinds: ['case'], limit: CASES_MAX }, signal })
      return cases.map(({ number, subject, customer }) => ({ number, subject: subject.text, customer: customer.name }))
    },
    enabled: query !== '',
  })
  const cases = query === '' ? recentCases(me.id).slice(0, CASES_MAX) : (found.data ?? [])
  const options = cases.map(({ number, subject, customer }) => ({
    ...{ id: String(number), name: subject, code: `#${number}`, detail: customer, reason: undefined },
  }))
  return (
    <Suggestions
      {...place}
      query={query}
      label={words('cases')}
      options={options}
      state={stateOf(found, options.length, query)}
      onChoose={({ code }) => onWrite(`${code} `)}
    />
  )
}
