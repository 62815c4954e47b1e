import type { ExtranetTimeLine } from '@timedesk/contracts/extranet-agreements'
import { DataTable, type DataColumn } from '@timedesk/ui/data-table'
import { useFormat, type Format, type WireMoney } from '@timedesk/ui/format'
import './time.css'
import { useTimeWords, type TimeWords } from './use-time-words.ts'
import { coverWords } from './word-cover.ts'

type Totals = { minutes: number; billableMinutes: number; amount: WireMoney | null }
type TimeTableProps = { lines: readonly ExtranetTimeLine[]; totals: Totals }

/** Line by line what was done, what it counts as and what pays for it. Without amounts where none is shown. */
export function TimeTable({ lines, totals }: TimeTableProps) {
  const words = useTimeWords()
  const format = useFormat()
  const hasAmounts = totals.amount !== null || lines.some(({ amount }) => amount !== null)
  const columns = columnsOf(words, format)

  return (
    <DataTable
      label={words('listLabel')}
      columns={hasAmounts ? [...columns, amountColumn(words, format)] : columns}
      rows={lines}
      rowKey={({ id }) => id}
      isQuiet={({ isReversal }) => isReversal}
      totals={{
        work: words('total'),
        worked: format.minutes(totals.minutes),
        counts: format.minutes(totals.billableMinutes),
        ...(totals.amount !== null && { amount: format.money(totals.amount) }),
      }}
    />
  )
}

function columnsOf(words: TimeWords, format: Format): DataColumn<ExtranetTimeLine>[] {
  return [
    { key: 'work', header: words('columnWork'), priority: 1, width: '27%', render: (line) => <Work line={line} /> },
    {
      key: 'day',
      header: words('columnDay'),
      render: ({ workDate }) => <span className="ex-time-line">{format.workDate(workDate)}</span>,
    },
    {
      key: 'worked',
      header: words('columnWorked'),
      align: 'end',
      render: ({ minutes }) => format.minutes(minutes),
    },
    {
      key: 'counts',
      header: words('columnCounts'),
      align: 'end',
      render: ({ billableMinutes }) => format.minutes(billableMinutes),
    },
    { key: 'cover', header: words('columnCover'), width: '25%', render: (line) => <CoveredBy line={line} /> },
  ]
}

function amountColumn(words: TimeWords, format: Format): DataColumn<ExtranetTimeLine> {
  return {
    key: 'amount',
    header: words('columnAmount'),
    align: 'end',
    render: ({ amount }) => amount !== null && <span className="ex-time-line">{format.money(amount)}</span>,
  }
}

function Work({ line }: { line: ExtranetTimeLine }) {
  const words = useTimeWords()
  const { activityType, employee, isReversal } = line
  const text = line.text === '' && isReversal ? words('takenBackText') : line.text
  return (
    <span className="ex-time-work">
      {isReversal && <span className="ex-time-back">{words('takenBack')}</span>}
      <span>{text === '' ? activityType : text}</span>
      <span className="ex-time-quiet">{text === '' ? employee : `${activityType} · ${employee}`}</span>
    </span>
  )
}

/** One thing that pays is named; several are named with their minutes. */
function CoveredBy({ line: { coveredBy } }: { line: ExtranetTimeLine }) {
  const words = useTimeWords()
  const format = useFormat()
  const [only, ...others] = coveredBy
  if (only === undefined) return '–'
  if (others.length === 0) return coverWords(words, only)
  return (
    <ul className="ex-time-cover">
      {coveredBy.map((piece, index) => (
        <li key={index}>
          {words('piece', { minutes: format.minutes(piece.minutes), cover: coverWords(words, piece) })}
        </li>
      ))}
    </ul>
  )
}
