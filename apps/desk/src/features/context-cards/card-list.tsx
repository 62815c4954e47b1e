import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ContextCard } from '@timedesk/contracts/context-cards'
import { EmptyState } from '@timedesk/ui/empty-state'
import { Link } from 'react-router'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { Mark } from '../../shared/lists/mark.tsx'
import { QueryFace } from '../../shared/lists/query-face.tsx'
import { useListWords } from '../../shared/lists/use-list-words.ts'
import { OrderList } from '../../shared/order/order-list.tsx'
import { paths } from '../../shared/paths.ts'
import { cardSettingQueries } from './card-setting-queries.ts'
import './context-cards.css'
import { useCardSettingWords } from './use-card-setting-words.ts'
import { useOrderCards } from './use-save-card.ts'

/** Every card in the order in which they stand beside a case, with where it asks and for which cases. */
export function CardList() {
  const words = useCardSettingWords()
  const tell = useTell()
  const order = useOrderCards()
  const query = useQuery(cardSettingQueries.list())
  const putInOrder = async (cardIds: string[]) => {
    try {
      await order.mutateAsync(cardIds)
    } catch (error) {
      tell('').onError(error)
      // Cards may have come or gone meanwhile.
      await query.refetch()
    }
  }
  return (
    <QueryFace query={query} rows={4}>
      {(cards) =>
        cards.length === 0 ? (
          <EmptyState title={words('emptyTitle')}>{words('empty')}</EmptyState>
        ) : (
          <OrderList
            label={words('order')}
            items={cards}
            keyOf={({ id }) => id}
            nameOf={({ name }) => name}
            onOrder={putInOrder}
          >
            {(card, handle) => (
              <>
                {handle}
                <CardRow card={card} />
              </>
            )}
          </OrderList>
        )
      }
    </QueryFace>
  )
}

function CardRow({ card: { id, name, url, types, departments, isActive } }: { card: ContextCard }) {
  const words = useCardSettingWords()
  const listWords = useListWords()
  const scope = [...types, ...departments].map((one) => one.name)
  return (
    <div className="desk-context-row" data-quiet={!isActive || undefined}>
      <span>
        <Anchor component={Link} to={paths.contextCard(id)}>
          {name}
        </Anchor>
        {!isActive && <Mark>{listWords('inactiveMark')}</Mark>}
      </span>
      <span className="desk-quiet desk-small">{new URL(url).host}</span>
      <span className="desk-small">{scope.length === 0 ? words('everyCase') : scope.join(', ')}</span>
    </div>
  )
}
