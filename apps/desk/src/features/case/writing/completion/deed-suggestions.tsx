import { useShortcutRegistry } from '@timedesk/ui/use-shortcuts'

import { Suggestions, type SuggestionPlace } from './suggestions.tsx'
import { useCompletionWords } from './use-completion-words.ts'
import { useFoundState } from './use-found-state.ts'

const DEEDS_MAX = 12

/** What can be done on the case, by what is typed behind `/`; out of the one registry of keys. */
export default function DeedSuggestions(props: SuggestionPlace & { onRun: (run: () => void) => void }) {
  const { query, onRun, ...place } = props
  const words = useCompletionWords()
  const stateOf = useFoundState()
  const { shortcuts, run } = useShortcutRegistry()
  const wanted = query.toLocaleLowerCase()
  const options = shortcuts
    .filter(({ id, label, words: others = '' }) => {
      const said = `${label} ${others}`.toLocaleLowerCase()
      return id.startsWith('case.') && said.split(/\s+/u).some((word) => word.startsWith(wanted))
    })
    .slice(0, DEEDS_MAX)
    .map(({ id, label, keys, when = true, reason }) => ({
      ...{ id, name: label, ...(keys !== '' && { code: keys }) },
      reason: when ? undefined : (reason ?? ''),
    }))
  return (
    <Suggestions
      {...place}
      query={query}
      label={words('deeds')}
      options={options}
      state={stateOf({ isPending: false, isError: false }, options.length, query)}
      onChoose={({ id }) => onRun(() => run(id))}
    />
  )
}
