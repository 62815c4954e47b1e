import type { CaseClock } from '@timedesk/contracts/clocks'
import { DataTable } from '@timedesk/ui/data-table'
import { useFormat } from '@timedesk/ui/format'
import { useStatusName } from '@timedesk/ui/status-pill'

import { useClockWords } from './use-clock-words.ts'

/** The stretches of a clock in words: the same as its bar, with what caused each and who did it. */
export function SegmentTable({ clock, label }: { clock: CaseClock; label: string }) {
  const words = useClockWords()
  const format = useFormat()
  const causeName = useCauseName()
  return (
    <DataTable
      label={label}
      rows={clock.segments}
      rowKey={({ from, state }) => `${from} ${state}`}
      columns={[
        { key: 'from', header: words('from'), priority: 1, render: ({ from }) => format.dateTime(from) },
        {
          key: 'to',
          header: words('to'),
          render: ({ to }) => (to === null ? words('now') : format.dateTime(to)),
        },
        { key: 'state', header: words('state'), render: ({ state }) => words(`state_${state}`) },
        { key: 'minutes', header: words('time'), align: 'end', render: ({ minutes }) => format.minutes(minutes) },
        { key: 'because', header: words('because'), render: causeName },
        { key: 'by', header: words('by'), render: ({ actor }) => actor.name },
      ]}
    />
  )
}

function useCauseName(): (segment: CaseClock['segments'][number]) => string {
  const words = useClockWords()
  const statusName = useStatusName()
  return ({ cause, status, reason }) => {
    const because =
      cause === 'status' && status !== null
        ? words('cause_statusTo', { status: statusName(status) })
        : words(`cause_${cause}`)
    return reason === null || reason === '' ? because : `${because} (${reason})`
  }
}
