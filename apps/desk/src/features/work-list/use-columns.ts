import { useLocalStorage } from '@mantine/hooks'
import type { ViewColumn } from '@timedesk/contracts/case-views'

import { readColumns, writeColumns, type Column } from './grid/columns.ts'
import type { ListView } from './use-list-state.ts'

const STORAGE_KEY = 'timedesk.work-list.columns'

export type ColumnChoice = {
  columns: Column[]
  /** Whether this person has them otherwise than the view. */
  isChanged: boolean
  choose: (columns: readonly Column[]) => void
  reset: () => void
}

/** The columns of a view, as this person wants them in this browser, or as the view has them. */
export function useColumns(view: ListView): ColumnChoice {
  const [chosen, setChosen] = useLocalStorage<Record<string, ViewColumn[]>>({
    ...{ key: STORAGE_KEY, defaultValue: {}, getInitialValueInEffect: false },
  })
  const own = chosen[view.id]
  return {
    columns: readColumns(own ?? view.columns),
    isChanged: own !== undefined,
    choose: (columns) => setChosen((before) => ({ ...before, [view.id]: writeColumns(columns) })),
    reset: () => setChosen(({ [view.id]: _, ...others }) => others),
  }
}
