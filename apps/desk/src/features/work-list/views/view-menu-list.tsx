import { Menu } from '@mantine/core'
import { IconArrowsSort, IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { CaseView } from '@timedesk/contracts/case-views'
import { LoadingState } from '@timedesk/ui/loading-state'
import { Fragment } from 'react'
import { Link } from 'react-router'

import { workListPath } from '../../../shared/paths.ts'
import { QueryFailure } from '../../../shared/problems/query-failure.tsx'
import { useViewName } from '../../../shared/views/use-view-name.ts'
import { ViewCount } from '../../../shared/views/view-count.tsx'
import { ViewIcon } from '../../../shared/views/view-icon.tsx'
import { viewQueries } from '../../../shared/views/view-queries.ts'
import type { ListDialog } from '../list-dialog.ts'
import { useWorkListWords } from '../use-work-list-words.ts'
import { useViewFormWords } from './use-view-form-words.ts'

const SCOPES = ['shipped', 'private', 'department', 'everyone'] as const

type ViewMenuListProps = { currentId: string; onDialog: (dialog: ListDialog) => void }

/** Every view that this person sees, by whose it is, with how much stands in it. */
export function ViewMenuList({ currentId, onDialog }: ViewMenuListProps) {
  const words = useViewFormWords()
  const listWords = useWorkListWords()
  const nameOf = useViewName()
  const views = useQuery(viewQueries.all())
  const ids = (views.data ?? []).map(({ id }) => id)
  const { data: counts } = useQuery({ ...viewQueries.counts(ids), enabled: ids.length > 0 })

  if (views.isPending) return <LoadingState rows={6} />
  if (views.isError) return <QueryFailure error={views.error} onRetry={() => void views.refetch()} />
  const current = views.data.find(({ id }) => id === currentId)
  return (
    <>
      {SCOPES.map((scope) => {
        const ofScope = views.data.filter((view) => view.scope === scope)
        if (ofScope.length === 0) return null
        return (
          <Fragment key={scope}>
            {scope !== 'shipped' && <Menu.Label>{words(`group_${scope}`)}</Menu.Label>}
            {ofScope.map((view) => (
              <ViewItem key={view.id} view={view} isCurrent={view.id === currentId} count={counts?.get(view.id)} />
            ))}
          </Fragment>
        )
      })}
      <Menu.Divider />
      {current?.can.edit === true && (
        <Menu.Item leftSection={<IconPencil size={16} stroke={1.6} />} onClick={() => onDialog('edit')}>
          {listWords('changeView', { name: nameOf(current) })}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconArrowsSort size={16} stroke={1.6} />} onClick={() => onDialog('arrange')}>
        {listWords('arrangeViews')}
      </Menu.Item>
    </>
  )
}

type ViewItemProps = { view: CaseView; isCurrent: boolean; count: number | null | undefined }

function ViewItem({ view, isCurrent, count }: ViewItemProps) {
  const nameOf = useViewName()
  return (
    <Menu.Item
      component={Link}
      to={workListPath(view.id)}
      leftSection={<ViewIcon view={view} size={16} />}
      rightSection={<ViewCount count={count} />}
      aria-current={isCurrent || undefined}
      data-current={isCurrent || undefined}
    >
      {nameOf(view)}
    </Menu.Item>
  )
}
