import { LoadingState } from '@timedesk/ui/loading-state'
import { PageHeader } from '@timedesk/ui/page-header'
import { useShortcuts } from '@timedesk/ui/use-shortcuts'
import { HoldKeys } from '@timedesk/ui/hold-keys'
import { lazy, Suspense, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'

import { QueryFailure } from '../../shared/problems/query-failure.tsx'
import { isOldAddress } from './address.ts'
import { CaseList } from './case-list.tsx'
import { ListActions } from './list-actions.tsx'
import type { ListDialog } from './list-dialog.ts'
import type { RenderDeed } from './row-deeds.ts'
import { useColumns } from './use-columns.ts'
import { useListState, type ListState } from './use-list-state.ts'
import { useWorkListWords } from './use-work-list-words.ts'
import { ViewMenu } from './view-menu.tsx'
import './work-list.css'

const RenewedAddress = lazy(async () => ({ default: (await import('./renewed-address.tsx')).RenewedAddress }))
const MissingView = lazy(async () => ({ default: (await import('./views/missing-view.tsx')).MissingView }))
const QueryBox = lazy(async () => ({ default: (await import('./query/query-box.tsx')).QueryBox }))
const FilterDrawer = lazy(async () => ({ default: (await import('./filters/filter-drawer.tsx')).FilterDrawer }))
const ViewDialogs = lazy(async () => ({ default: (await import('./views/view-dialogs.tsx')).ViewDialogs }))

type WorkListProps = {
  /** Draws what is asked when something is done with the case that has the focus. */
  renderDeed: RenderDeed
  /** The person stays on a case: it is likely to be opened next. */
  onPrefetch: (row: { id: string; number: number }) => void
}

/** The work list: the cases of a view, narrowed, sorted and grouped as the address says. */
export function WorkList(props: WorkListProps) {
  const [params] = useSearchParams()
  const answer = useListState()
  if (isOldAddress(params)) return <RenewedAddress />
  switch (answer.kind) {
    case 'pending':
      return <LoadingState rows={12} />
    case 'failed':
      return <QueryFailure error={answer.error} onRetry={answer.retry} />
    case 'missing':
      return <MissingView />
    case 'ready':
      return <ViewScreen list={answer.list} {...props} />
  }
}

function ViewScreen({ list, renderDeed, onPrefetch }: WorkListProps & { list: ListState }) {
  const words = useWorkListWords()
  const columns = useColumns(list.view)
  const [dialog, setDialog] = useState<ListDialog | null>(null)
  const [isMenuOpen, setIsMenuOpen] = useState(false)
  const box = useRef<HTMLInputElement>(null)
  const group = words('groupKeys')
  useShortcuts([
    { id: 'list.search', keys: '/', label: words('keySearch'), group, run: () => box.current?.focus() },
    { id: 'list.filters', keys: 'f', label: words('keyFilters'), group, run: () => setDialog('filters') },
    { id: 'list.views', keys: 'v', label: words('keyViews'), group, run: () => setIsMenuOpen(true) },
    { id: 'list.save', keys: '', label: words('saveView'), group, when: list.isChanged, run: () => setDialog('save') },
    { id: 'list.arrange', keys: '', label: words('arrangeViews'), group, run: () => setDialog('arrange') },
  ])
  const close = () => setDialog(null)

  return (
    <div className="desk-work-list">
      <PageHeader
        title={<ViewMenu view={list.view} isOpen={isMenuOpen} onOpen={setIsMenuOpen} onDialog={setDialog} />}
        actions={<ListActions list={list} columns={columns} onDialog={setDialog} />}
      />
      <Suspense fallback={<div className="desk-query-room" />}>
        <QueryBox key={list.view.id} list={list} inputRef={box} />
      </Suspense>
      <CaseList
        key={`${list.view.id} ${list.q}`}
        list={list}
        columns={columns.columns}
        renderDeed={renderDeed}
        onPrefetch={onPrefetch}
      />
      <Suspense fallback={<HoldKeys />}>
        {dialog === 'filters' && <FilterDrawer list={list} onClose={close} />}
        {dialog !== null && dialog !== 'filters' && (
          <ViewDialogs dialog={dialog} list={list} columns={columns} onClose={close} />
        )}
      </Suspense>
    </div>
  )
}
