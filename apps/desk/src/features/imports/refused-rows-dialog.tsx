import { Modal } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { ImportRowRefusal } from '@timedesk/contracts/imports'
import { DataTable } from '@timedesk/ui/data-table'
import { EmptyState } from '@timedesk/ui/empty-state'

import { ListFace } from '../../shared/lists/list-face.tsx'
import { importQueries } from './queries.ts'
import { useImportWords } from './use-import-words.ts'

/** The rows that an import did not take, with why. */
export function RefusedRowsDialog({ importId, onClose }: { importId: string; onClose: () => void }) {
  const words = useImportWords()
  const refusals = useInfiniteQuery(importQueries.refusals(importId))
  const wordReason = (reason: string) => {
    const known = ImportRowRefusal.safeParse(reason)
    return known.success ? words(`reason_${known.data}`) : reason
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={words('refusals')}
      closeButtonProps={{ 'aria-label': words('close') }}
    >
      <ListFace query={refusals} empty={<EmptyState title={words('noRefusals')} />}>
        {(rows) => (
          <DataTable
            label={words('refusals')}
            rows={rows}
            rowKey={({ line, column }) => `${line} ${column}`}
            columns={[
              { key: 'line', header: words('line'), priority: 1, render: (row) => row.line },
              { key: 'column', header: words('column'), render: (row) => row.column },
              { key: 'reason', header: words('reason'), render: (row) => wordReason(row.reason) },
              { key: 'value', header: words('value'), render: (row) => <code>{row.value}</code> },
            ]}
          />
        )}
      </ListFace>
    </Modal>
  )
}
