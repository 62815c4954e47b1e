import { ActionIcon } from '@mantine/core'
import { IconGripVertical } from '@tabler/icons-react'
import { useId, useState, type ReactNode } from 'react'

import { createWords } from '../create-words.ts'
import { orderDanish, orderEnglish } from './order-texts.ts'
import './order.css'
import { inOrder } from './place-at.ts'
import { useOrder } from './use-order.ts'

const useOrderWords = createWords('order', { en: orderEnglish, da: orderDanish })

type OrderListProps<Item> = {
  /** What the list holds; read to screen readers. */
  label: string
  items: readonly Item[]
  keyOf: (item: Item) => string
  /** What a row is called where it is moved. */
  nameOf: (item: Item) => string
  /** Takes the keys in their new order; while a promise of it is open, the list shows that order already. */
  onOrder: (keys: string[]) => unknown
  /** Leaves the handles away, for who may not move anything. */
  isDisabled?: boolean
  /** Where an arrow key takes a row, where that is more than one place on; null: nowhere. */
  step?: (key: string, delta: -1 | 1) => string[] | null
  /** What the arrow keys sideways do with a row. */
  onSide?: (key: string, direction: 'in' | 'out') => void
  children: (item: Item, handle: ReactNode) => ReactNode
}

/** Rows in an order of their own, moved by dragging a handle or with the arrow keys on it. */
export function OrderList<Item>(props: OrderListProps<Item>) {
  const { label, items, keyOf, nameOf, onOrder, isDisabled = false, step, onSide, children } = props
  const words = useOrderWords()
  const hintId = useId()
  const [told, setTold] = useState('')
  const nameByKey = new Map(items.map((item) => [keyOf(item), nameOf(item)]))
  const order = useOrder({
    ...{ keys: items.map(keyOf), onOrder, step, onSide },
    onMoved: (key, place) =>
      setTold(words('moved', { name: nameByKey.get(key) ?? '', place: place + 1, count: items.length })),
  })
  const handle = (item: Item) =>
    isDisabled ? null : (
      <ActionIcon
        className="desk-order-handle"
        variant="subtle"
        color="gray"
        data-order-handle
        aria-label={words('handle', { name: nameOf(item) })}
        aria-describedby={hintId}
        {...order.handleOf(keyOf(item))}
      >
        <IconGripVertical size={16} stroke={1.6} />
      </ActionIcon>
    )

  return (
    <>
      <ol className="desk-order" aria-label={label}>
        {inOrder(items, keyOf, order.shown).map((item) => {
          const key = keyOf(item)
          return (
            <li key={key} data-order-key={key} data-dragged={order.draggedKey === key ? true : undefined}>
              {children(item, handle(item))}
            </li>
          )
        })}
      </ol>
      <span id={hintId} hidden>
        {words('handleHint')}
      </span>
      <span className="td-visually-hidden" role="status">
        {told}
      </span>
    </>
  )
}
