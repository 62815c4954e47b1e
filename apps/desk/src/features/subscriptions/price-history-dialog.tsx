import { Modal } from '@mantine/core'
import type { SubscriptionLine } from '@timedesk/contracts/subscriptions'
import { DataTable } from '@timedesk/ui/data-table'
import { useFormat } from '@timedesk/ui/format'

import { usePlanWords } from './use-plan-words.ts'

type Price = SubscriptionLine['prices'][number]

/** Every price a line had and will have, and why. */
export function PriceHistoryDialog({ line, onClose }: { line: SubscriptionLine; onClose: () => void }) {
  const words = usePlanWords()
  const format = useFormat()
  return (
    <Modal opened onClose={onClose} size="xl" title={words('history', { name: line.description })}>
      <DataTable
        label={words('history', { name: line.description })}
        rows={line.prices.toReversed()}
        rowKey={({ validFrom, at }) => `${validFrom} ${at}`}
        columns={[
          { key: 'from', header: words('from'), priority: 1, render: ({ validFrom }) => format.workDate(validFrom) },
          { key: 'why', header: words('why'), render: (price) => <Why price={price} /> },
          {
            key: 'price',
            header: words('price'),
            align: 'end',
            render: ({ quantity, unitPrice }) =>
              quantity === 1
                ? format.money(unitPrice)
                : words('priceTimes', { quantity, price: format.money(unitPrice) }),
          },
        ]}
      />
    </Modal>
  )
}

function Why({ price: { kind, index, reason, byName, at } }: { price: Price }) {
  const words = usePlanWords()
  const format = useFormat()
  const facts = [index === null ? null : words('indexWords', index), reason === '' ? null : `“${reason}”`]
  return (
    <div className="desk-stack">
      <span>{[words(`kind_${kind}`), ...facts].filter((fact) => fact !== null).join(' · ')}</span>
      <span className="desk-quiet desk-small">{words('by', { name: byName, day: format.date(at) })}</span>
    </div>
  )
}
