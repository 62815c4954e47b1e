import { Checkbox, Modal, Button, Group } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { Invoice } from '@timedesk/contracts/invoice'
import { listPotentialItems, type PotentialItem } from '@timedesk/contracts/potential'
import { DataTable } from '@timedesk/ui/data-table'
import { EmptyState } from '@timedesk/ui/empty-state'
import { useFormat } from '@timedesk/ui/format'

import { client } from '../../shared/client.ts'
import { useTell } from '../../shared/deeds/use-tell.ts'
import { EntryWork } from '../../shared/entries/entry-work.tsx'
import { useFormWords } from '../../shared/forms/use-form-words.ts'
import { useInvoicingWords } from '../../shared/invoicing/use-invoicing-words.ts'
import { ListFace } from '../../shared/lists/list-face.tsx'
import { pagesOf } from '../../shared/lists/pages-of.ts'
import { SelectionBar } from '../../shared/lists/selection-bar.tsx'
import { useSelectionWords } from '../../shared/lists/use-selection-words.ts'
import { useSelection } from '../../shared/lists/use-selection.ts'
import { sumMoney } from '../../shared/money.ts'
import { ProblemNotice } from '../../shared/problems/problem-notice.tsx'
import { queryRoots } from '../../shared/query-roots.ts'
import { useAddLines } from './use-edit-draft.ts'
import { useInvoiceWords } from './use-invoice-words.ts'

type AddItemsDialogProps = { invoice: Invoice; onClose: () => void }

function readyItems(customerId: string) {
  return pagesOf([...queryRoots.potential, 'items', customerId, { state: 'ready' }], (page, signal) =>
    client.call(listPotentialItems, { params: { customerId }, query: { state: 'ready', ...page }, signal }),
  )
}

/** Adds what is ready of the customer to a draft, which claims it. */
export function AddItemsDialog({ invoice, onClose }: AddItemsDialogProps) {
  const words = useInvoiceWords()
  const formWords = useFormWords()
  const items = useInfiniteQuery(readyItems(invoice.customer.id))
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={words('addItemsTitle')}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': formWords('close') }}
    >
      <ListFace
        query={items}
        empty={<EmptyState title={words('addItemsEmpty')}>{words('addItemsEmptyText')}</EmptyState>}
      >
        {(rows) => <ItemChoice items={rows} {...{ invoice, onClose }} />}
      </ListFace>
    </Modal>
  )
}

function ItemChoice({ items, invoice, onClose }: AddItemsDialogProps & { items: readonly PotentialItem[] }) {
  const words = useInvoiceWords()
  const selectionWords = useSelectionWords()
  const invoicingWords = useInvoicingWords()
  const format = useFormat()
  const tell = useTell()
  const addition = useAddLines(invoice)
  const fitting = items.filter(({ amount }) => amount?.currency === invoice.currency)
  const keyOf = ({ source, sourceId }: PotentialItem) => `${source} ${sourceId}`
  const selection = useSelection(fitting, keyOf, () => true)
  const indexOf = new Map(fitting.map((item, index) => [item, index]))
  const sum = sumMoney(selection.selected.map(({ amount }) => amount))
  const chosen = selection.selected.map(({ source, sourceId }) => ({ source, sourceId }))
  // A promise: callbacks given to `mutate` are not heard once nothing is left to choose from. The notice tells of refusals.
  const add = () =>
    void addition.mutateAsync({ items: chosen }).then(tell(words('added'), onClose).onSuccess, () => undefined)
  return (
    <>
      <ProblemNotice error={addition.error} />
      <SelectionBar
        count={selection.count}
        summary={sum === null ? undefined : format.money(sum)}
        onSelectAll={selection.selectAll}
        onClear={selection.clear}
      >
        <Group gap="xs">
          <Button size="compact-sm" loading={addition.isPending} disabled={selection.count === 0} onClick={add}>
            {words('add')}
          </Button>
        </Group>
      </SelectionBar>
      <DataTable
        label={words('addItemsTitle')}
        rows={fitting}
        rowKey={(item) => `${keyOf(item)} ${item.kind} ${item.amount?.amount ?? ''}`}
        columns={[
          {
            key: 'what',
            header: words('what'),
            priority: 1,
            render: (item) => (
              <div className="desk-pick">
                <Checkbox
                  size="xs"
                  aria-label={selectionWords('select', { name: `${item.text}, ${item.day}` })}
                  {...selection.bind(item, indexOf.get(item) ?? 0)}
                />
                {item.entry === null ? (
                  <span>
                    {item.text} <span className="desk-quiet">{invoicingWords(`source_${item.source}`)}</span>
                  </span>
                ) : (
                  <EntryWork entry={item.entry} isWhole />
                )}
              </div>
            ),
          },
          {
            key: 'amount',
            header: words('amount'),
            align: 'end',
            render: ({ amount }) => (amount === null ? '—' : format.money(amount)),
          },
        ]}
      />
    </>
  )
}
