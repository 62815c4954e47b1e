import { ActionIcon, VisuallyHidden } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getCaseContextCard } from '@timedesk/contracts/case-context-cards'
import type { Reference } from '@timedesk/contracts/primitives'
import { LazyPart } from '@timedesk/ui/lazy-part'
import { LoadingState } from '@timedesk/ui/loading-state'
import { lazy, useState } from 'react'

import { client } from '../../../shared/client.ts'
import { RailCard } from '../rail-card.tsx'
import { contextQueries } from './context-queries.ts'
import './context.css'
import { FailureLine } from './failure-line.tsx'
import { KnownHeight } from './known-height.tsx'
import { useContextWords } from './use-context-words.ts'

const LOADING_ROWS = 3

const CardAnswer = lazy(async () => ({ default: (await import('./card-answer.tsx')).CardAnswer }))

type ContextCardProps = { card: Reference; caseId: string; version: number }

/** A card that another system fills in. Whatever happens there, the case stays as it is. */
export function ContextCard({ card, caseId, version }: ContextCardProps) {
  const words = useContextWords()
  const queryClient = useQueryClient()
  const options = contextQueries.card({ caseId, cardId: card.id, version })
  const query = useQuery(options)
  const [unreadAt, setUnreadAt] = useState<number | null>(null)
  const refresh = useMutation({
    mutationFn: () =>
      client.call(getCaseContextCard, { params: { caseId, cardId: card.id }, query: { refresh: true } }),
    onMutate: () => Date.now(),
    onSuccess: (answer) => queryClient.setQueryData(options.queryKey, answer),
    onError: (_error, _variables, askedAt) => setUnreadAt(askedAt ?? 0),
  })
  const isAsking = query.isFetching || refresh.isPending
  // A failure is no news any more once the card was read after it; until then it is told, also while asking again.
  const isUnread = query.isError || (unreadAt !== null && unreadAt >= query.dataUpdatedAt && !query.isPlaceholderData)
  const askAgain = () => refresh.mutate()
  return (
    <RailCard
      title={card.name}
      action={
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={words('refresh', { name: card.name })}
          aria-disabled={isAsking || undefined}
          data-turning={refresh.isPending || undefined}
          className="desk-context-refresh"
          onClick={() => {
            if (!isAsking) askAgain()
          }}
        >
          <IconRefresh size={16} stroke={1.6} aria-hidden="true" />
        </ActionIcon>
      }
    >
      <VisuallyHidden role="status">{refresh.isSuccess ? words('refreshed', { name: card.name }) : ''}</VisuallyHidden>
      <KnownHeight cardId={card.id} isFilled={query.data !== undefined} isBusy={isAsking}>
        {query.isPending && <LoadingState rows={LOADING_ROWS} />}
        {query.data !== undefined && (
          <LazyPart isNeeded fallback={<LoadingState rows={LOADING_ROWS} />}>
            <CardAnswer answer={query.data} isAsking={isAsking} onRetry={askAgain} />
          </LazyPart>
        )}
        {isUnread && <FailureLine sentence={words('unread')} isAsking={isAsking} onRetry={askAgain} />}
      </KnownHeight>
    </RailCard>
  )
}
