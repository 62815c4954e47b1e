import { Text } from '@mantine/core'
import type { PeriodLock } from '@timedesk/contracts/period-lock'
import { DataTable } from '@timedesk/ui/data-table'
import { useFormat } from '@timedesk/ui/format'

import { useApprovalWords } from './use-approval-words.ts'

/** The latest moves of the locks, by whom and why. */
export function LockHistory({ history }: Pick<PeriodLock, 'history'>) {
  const words = useApprovalWords()
  const format = useFormat()
  const day = (text: string | null) => (text === null ? words('never') : format.workDate(text))
  if (history.length === 0) {
    return (
      <Text size="sm" c="var(--td-ink-quiet)">
        {words('historyEmpty')}
      </Text>
    )
  }
  return (
    <DataTable
      label={words('history')}
      rows={history}
      rowKey={({ at }) => at}
      columns={[
        { key: 'at', header: words('at'), priority: 1, render: ({ at }) => format.dateTime(at) },
        { key: 'by', header: words('by'), render: ({ byName }) => byName },
        { key: 'soft', header: words('soft'), render: (move) => day(move.softLockedThrough) },
        { key: 'hard', header: words('hard'), render: (move) => day(move.hardLockedThrough) },
        { key: 'reason', header: words('reason'), render: ({ reason }) => (reason === '' ? '—' : reason) },
      ]}
    />
  )
}
