import { fitsPlainly } from './match-words.ts'
import type { PaletteEntry } from './palette-entry.ts'
import type { Go, PaletteLevel, PaletteState } from './palette-level.ts'
import { readTerm } from './read-term.ts'
import { useActionEntries } from './use-action-entries.ts'
import { useBeginning } from './use-beginning.ts'
import { useFoundEntries } from './use-found-entries.tsx'
import { useHelpEntries } from './use-help-entries.ts'
import { useListEntries } from './use-list-entries.tsx'
import { usePageEntries } from './use-page-entries.ts'
import { useValueEntries } from './use-value-entries.ts'

/** So many actions stand above what was found. */
const ACTIONS_SHOWN = 5

/** What the palette offers for what is typed. */
export function useEntries(
  typed: string,
  level: PaletteLevel | null,
  go: Go,
): { entries: readonly PaletteEntry[]; state: PaletteState } {
  const term = readTerm(typed)
  const isTop = level === null
  const isAll = isTop && term.kind === 'all'
  const values = useValueEntries(level, typed)
  const found = useFoundEntries(isTop && term.words !== '' ? term : null)
  const lists = useListEntries(isTop && term.kind === 'list' ? term : null, go)
  const actions = useActionEntries(term.words, go)
  const pages = usePageEntries(isAll ? term.words : '')
  const beginning = useBeginning(actions, go)
  const help = useHelpEntries(go)

  if (!isTop) return values
  switch (term.kind) {
    case 'actions':
      return told(actions)
    case 'help':
      return told(help)
    case 'list':
      return told(lists.entries, lists)
    case 'number':
    case 'person':
      return told(found.entries, found)
    case 'all': {
      if (term.words === '') return told(beginning)
      const deeds = actions.slice(0, ACTIONS_SHOWN)
      // A number means a case first, and so does a word that only the letters of a deed make up.
      const isMeant = ({ label }: PaletteEntry) => !/^\d+$/u.test(term.words) && fitsPlainly(term.words, label)
      const others = deeds.filter((deed) => !isMeant(deed))
      return told([...deeds.filter(isMeant), ...found.entries, ...others, ...pages], found)
    }
  }
}

type Asked = { isPending: boolean; isError: boolean }

function told(
  entries: readonly PaletteEntry[],
  asked?: Asked,
): { entries: readonly PaletteEntry[]; state: PaletteState } {
  if (asked?.isError === true) return { entries, state: 'failed' }
  if (entries.length > 0) return { entries, state: 'found' }
  return { entries, state: asked?.isPending === true ? 'searching' : 'nothing' }
}
