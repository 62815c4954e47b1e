import { useQuery } from '@tanstack/react-query'

import { viewQueries } from '../../../shared/views/view-queries.ts'
import type { ListDialog } from '../list-dialog.ts'
import type { ColumnChoice } from '../use-columns.ts'
import type { ListState } from '../use-list-state.ts'
import { ArrangeDialog } from './arrange-dialog.tsx'
import { ViewDialog } from './view-dialog.tsx'

type ViewDialogsProps = {
  dialog: Exclude<ListDialog, 'filters'>
  list: ListState
  columns: ColumnChoice
  onClose: () => void
}

/** The dialog about views that is open. */
export function ViewDialogs({ dialog, list, columns, onClose }: ViewDialogsProps) {
  const views = useQuery(viewQueries.all())
  if (dialog === 'arrange') return <ArrangeDialog onClose={onClose} />
  if (dialog === 'save') return <ViewDialog view={null} list={list} columns={columns} onClose={onClose} />
  const view = views.data?.find(({ id }) => id === list.view.id)
  return view && <ViewDialog view={view} list={list} columns={columns} onClose={onClose} />
}
