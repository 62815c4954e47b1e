import type { ListedCase } from '@timedesk/contracts/work-list'
import { useState } from 'react'

import { allOf, extended, noSelection, toggled, type Selection } from './grid/selection.ts'

export type CaseSelection = {
  chosen: Selection
  toggle: (id: string) => void
  /** All from where the range began, or else from the first, to the second. */
  extend: (fromId: string, toId: string) => void
  selectLoaded: () => void
  /** Everything that the view holds, shown or not. */
  selectWhole: () => void
  clear: () => void
}

/** Which cases of a list are chosen; it begins anew with another list. */
export function useSelection(rows: readonly ListedCase[]): CaseSelection {
  const [chosen, setChosen] = useState(noSelection)
  const ids = () => rows.map(({ id }) => id)
  return {
    chosen,
    toggle: (id) => setChosen((before) => toggled(before, id)),
    extend: (fromId, toId) => setChosen((before) => extended(before, ids(), fromId, toId)),
    selectLoaded: () => setChosen(allOf(ids())),
    selectWhole: () => setChosen({ ...allOf(ids()), isWhole: true }),
    clear: () => setChosen(noSelection),
  }
}
