import { CaseSort } from '@timedesk/contracts/work-list'

import { displayEnglish } from './display-texts.ts'
import type { useDisplayWords } from './use-display-words.ts'

type SortKey = Extract<keyof typeof displayEnglish, `sort_${string}`>

const SORTS = Object.keys(displayEnglish).filter((key): key is SortKey => key.startsWith('sort_'))

/** The sortings to choose from; one that is on without being among them stands there too. */
export function sortOptions(
  now: CaseSort,
  words: ReturnType<typeof useDisplayWords>,
): { value: string; label: string }[] {
  const usual = SORTS.map((key) => ({ value: key.slice('sort_'.length), label: words(key) }))
  if (usual.some(({ value }) => value === now)) return usual
  const turned = SORTS.find((key) => key.replace(/^sort_-?/u, '') === now.replace(/^-/u, ''))
  const label = turned === undefined ? now : words('turned', { what: words(turned) })
  return [...usual, { value: now, label }]
}

/** The sorting of that name. */
export function sortOf(value: string): CaseSort | null {
  return CaseSort.options.find((sort) => sort === value) ?? null
}
