import { Button, Group, Modal, Switch } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { orderCaseViews, type CaseView } from '@timedesk/contracts/case-views'
import { LoadingState } from '@timedesk/ui/loading-state'

import { client } from '../../../shared/client.ts'
import { OrderList } from '../../../shared/order/order-list.tsx'
import { useChange } from '../../../shared/deeds/use-change.ts'
import { ProblemNotice } from '../../../shared/problems/problem-notice.tsx'
import { QueryFailure } from '../../../shared/problems/query-failure.tsx'
import { useViewName } from '../../../shared/views/use-view-name.ts'
import { ViewIcon } from '../../../shared/views/view-icon.tsx'
import { viewQueries } from '../../../shared/views/view-queries.ts'
import { useViewFormWords } from './use-view-form-words.ts'
import './views.css'

/** The order of the views and which of them stand in the navigation, for this person alone. */
export function ArrangeDialog({ onClose }: { onClose: () => void }) {
  const words = useViewFormWords()
  const queryClient = useQueryClient()
  const nameOf = useViewName()
  const views = useQuery(viewQueries.all())
  const order = useChange(
    (kept: readonly CaseView[]) =>
      client.call(orderCaseViews, { body: { views: kept.map(({ id, isPinned }) => ({ id, isPinned })) } }),
    [],
  )
  const keep = async (kept: readonly CaseView[]) => {
    const { data } = await order.mutateAsync(kept)
    queryClient.setQueryData(viewQueries.all().queryKey, data)
  }

  return (
    <Modal opened onClose={onClose} title={words('arrangeTitle')}>
      <p className="desk-quiet desk-arrange-hint">{words('arrangeHint')}</p>
      <ProblemNotice error={order.error} />
      {views.isPending && <LoadingState rows={6} />}
      {views.isError && <QueryFailure error={views.error} onRetry={() => void views.refetch()} />}
      {views.data !== undefined && (
        <OrderList
          label={words('order')}
          items={views.data}
          keyOf={({ id }) => id}
          nameOf={nameOf}
          onOrder={(keys) => keep(keys.flatMap((key) => views.data.find(({ id }) => id === key) ?? []))}
        >
          {(view, handle) => (
            <span className="desk-arrange-row">
              {handle}
              <ViewIcon view={view} size={16} />
              <span className="desk-arrange-name">{nameOf(view)}</span>
              <Switch
                size="xs"
                title={words('pin')}
                aria-label={words('pinNamed', { name: nameOf(view) })}
                checked={view.isPinned}
                onChange={({ currentTarget: { checked } }) =>
                  void keep(views.data.map((one) => (one.id === view.id ? { ...one, isPinned: checked } : one))).catch(
                    () => undefined,
                  )
                }
              />
            </span>
          )}
        </OrderList>
      )}
      <Group justify="flex-end" mt="md">
        <Button onClick={onClose}>{words('done')}</Button>
      </Group>
    </Modal>
  )
}
