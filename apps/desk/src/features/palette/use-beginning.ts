import { useMemo } from 'react'
import { useNavigate } from 'react-router'

import { recentCases } from '../../shared/cases/recent-cases.ts'
import { paths } from '../../shared/paths.ts'
import { useMe } from '../../shared/session/use-me.ts'
import type { PaletteEntry } from './palette-entry.ts'
import type { Go } from './palette-level.ts'
import { usePaletteWords } from './use-palette-words.ts'

const HERE_SHOWN = 8
const RECENT_SHOWN = 7
/** Deeds on the open case, and on what is selected in a list. */
const HERE = /^(?:case|list)\./u

/** What stands there before anything is typed: what can be done with what is open or selected, then the recent cases. */
export function useBeginning(actions: readonly PaletteEntry[], go: Go): PaletteEntry[] {
  const words = usePaletteWords()
  const me = useMe()
  const navigate = useNavigate()
  const recent = useMemo(() => recentCases(me.id), [me.id])
  const possible = actions.filter(({ reason }) => reason === undefined)
  const here = possible.filter(({ id }) => HERE.test(id)).slice(0, HERE_SHOWN)
  const all: PaletteEntry = {
    id: 'palette.all',
    group: words('actions'),
    label: words('allActions'),
    sign: '>',
    run: () => undefined,
    inside: () => go(null, '>'),
  }
  return [
    ...here,
    ...recent.slice(0, RECENT_SHOWN).map(({ number, subject, customer }) => ({
      id: `recent.${number}`,
      group: words('recent'),
      sign: `#${number}`,
      label: subject,
      detail: customer,
      run: () => void navigate(paths.case(number)),
    })),
    ...possible.filter(({ id }) => !HERE.test(id)).slice(0, HERE_SHOWN),
    all,
  ]
}
