import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useShortcutRegistry } from '@timedesk/ui/use-shortcuts'

import { best } from './match-words.ts'
import type { PaletteEntry } from './palette-entry.ts'
import type { PaletteLevel, PaletteState } from './palette-level.ts'

const SEARCH_DELAY_MS = 200

/** The values of the action that was chosen, those that fit what is typed. */
export function useValueEntries(
  level: PaletteLevel | null,
  typed: string,
): { entries: readonly PaletteEntry[]; state: PaletteState } {
  const { choicesOf } = useShortcutRegistry()
  const choices = level === null ? undefined : choicesOf(level.id)
  const isSearched = choices?.isSearched === true
  const [settled] = useDebouncedValue(typed.trim(), SEARCH_DELAY_MS)
  const asked = isSearched ? settled : ''
  const values = useQuery({
    queryKey: ['palette-values', level?.id, asked],
    queryFn: async ({ signal }) => [...((await choices?.load(asked, signal)) ?? [])],
    enabled: choices !== undefined,
    // What may be chosen depends on the screen behind, so nothing is kept for the next time.
    gcTime: 0,
    staleTime: 0,
    ...(isSearched && { placeholderData: keepPreviousData }),
  })
  const all = values.data ?? []
  const shown = isSearched ? all : best(all, typed, ({ label, description = '' }) => [label, description])
  const entries = shown.map(({ id, label, description, reason, preview, run }) => ({
    id: `${level?.id ?? ''}.${id}`,
    group: level?.label ?? '',
    label,
    detail: description,
    reason,
    preview,
    run,
  }))
  if (values.isError) return { entries, state: 'failedValues' }
  if (entries.length > 0) return { entries, state: 'found' }
  return { entries, state: values.isPending ? 'searching' : 'nothing' }
}
