import { Checkbox } from '@mantine/core'
import type { PotentialItem } from '@timedesk/contracts/potential'
import { DataTable } from '@timedesk/ui/data-table'
import { useFormat } from '@timedesk/ui/format'

import { OverageButtons } from '../../shared/entries/overage-buttons.tsx'
import { useSelectionWords } from '../../shared/lists/use-selection-words.ts'
import { SelectionBar } from '../../shared/lists/selection-bar.tsx'
import { useSelection } from '../../shared/lists/use-selection.ts'
import { sumMoney } from '../../shared/money.ts'
import { useMay } from '../../shared/session/use-me.ts'
import { ItemAgreement, ItemAmount, ItemWhat } from './item-cells.tsx'
import { ItemDeeds } from './item-deeds.tsx'
import { rowKeyOf } from './item-key.ts'
import { usePotentialWords } from './use-potential-words.ts'

type ItemTableProps = {
  customerId: string
  items: readonly PotentialItem[]
  /** Through which day all that is ready is drafted; null while the list does not show all of it. */
  to: string | null
}

/** A customer's potential items, to be chosen and dealt with. */
export function ItemTable({ customerId, items, to }: ItemTableProps) {
  const words = usePotentialWords()
  const selectionWords = useSelectionWords()
  const format = useFormat()
  const mayWrite = useMay()('invoice:write')
  const selection = useSelection(items, rowKeyOf, () => mayWrite)
  const sum = sumMoney(selection.selected.map(({ amount }) => amount))
  const indexOf = new Map(items.map((item, index) => [item, index]))
  return (
    <>
      {mayWrite && (
        <SelectionBar
          count={selection.count}
          summary={sum === null ? undefined : format.money(sum)}
          onSelectAll={selection.selectAll}
          onClear={selection.clear}
        >
          <ItemDeeds {...{ customerId, to }} selected={selection.selected} onDone={selection.clear} />
        </SelectionBar>
      )}
      <DataTable
        label={words('items')}
        rows={items}
        rowKey={rowKeyOf}
        columns={[
          {
            key: 'what',
            header: words('what'),
            priority: 1,
            render: (item) => (
              <div className="desk-pick">
                {mayWrite && (
                  <Checkbox
                    size="xs"
                    aria-label={selectionWords('select', { name: nameOf(item) })}
                    {...selection.bind(item, indexOf.get(item) ?? 0)}
                  />
                )}
                <ItemWhat item={item} />
              </div>
            ),
          },
          {
            key: 'day',
            header: words('day'),
            render: ({ day }) => <span className="desk-nowrap">{format.workDate(day)}</span>,
          },
          { key: 'agreement', header: words('agreement'), render: (item) => <ItemAgreement item={item} /> },
          { key: 'who', header: words('who'), priority: 3, render: ({ entry }) => entry?.employee.name ?? '—' },
          { key: 'amount', header: words('amount'), align: 'end', render: (item) => <ItemAmount item={item} /> },
        ]}
        {...(items.some(({ entry }) => entry?.can.decideOverage === true) && {
          rowActions: ({ entry }: PotentialItem) => entry !== null && <OverageButtons entry={entry} />,
        })}
      />
    </>
  )
}

function nameOf({ case: supportCase, text, day }: PotentialItem): string {
  return supportCase === null ? `${text}, ${day}` : `#${supportCase.number} ${text}, ${day}`
}
