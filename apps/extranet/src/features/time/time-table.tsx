import type { ExtranetTimeLine } from '@timedesk/contracts/extranet-agreements'
import { DataTable, type DataColumn } from '@timedesk/ui/data-table'
import { useFormat, type Format, type WireMoney } from '@timedesk/ui/format'
import { OverageDecision } from './overage-decision.tsx'
import './time.css'
import { useTimeWords, type TimeWords } from './use-time-words.ts'
import { coverWords } from './word-cover.ts'
import { WorkCell } from './work-cell.tsx'

type Totals = { minutes: number; billableMinutes: number; amount: WireMoney | null }
type TimeTableProps = { caseId: string; lines: readonly ExtranetTimeLine[]; totals: Totals }

/** Line by line what was done, what it counts as and what pays for it. Without amounts where none is shown. */
export function TimeTable({ caseId, lines, totals }: TimeTableProps) {
  const words = useTimeWords()
  const format = useFormat()
  const hasAmounts = totals.amount !== null || lines.some(({ amount }) => amount !== null)
  const columns = columnsOf(caseId, words, format)

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

function columnsOf(caseId: string, words: TimeWords, format: Format): DataColumn<ExtranetTimeLine>[] {
  return [
    {
      key: 'work',
      header: words('columnWork'),
      priority: 1,
      width: '36%',
      render: (line) => <WorkCell caseId={caseId} line={line} />,
    },
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
    {
      key: 'cover',
      header: words('columnCover'),
      width: '24%',
      render: (line) => <Cover caseId={caseId} line={line} />,
    },
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

function Cover({ caseId, line }: { caseId: string; line: ExtranetTimeLine }) {
  return (
    <span className="ex-time-covered">
      <CoveredBy line={line} />
      {line.can.decideOverage && <OverageDecision caseId={caseId} line={line} />}
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
