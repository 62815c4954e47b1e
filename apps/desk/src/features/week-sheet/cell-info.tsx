import { useVerdictWords } from '../../shared/rating/use-verdict-words.ts'
import { EntryMarks } from '../../shared/time/entry-marks.tsx'
import { useCellName } from './use-cell-name.ts'
import { useWeekWords } from './use-week-words.ts'
import type { WeekCell } from './week-cells.ts'

/** What the cell with the focus is, what became of its time, and what can be done with it or why not. */
export function CellInfo({ id, cell }: { id: string; cell: WeekCell | undefined }) {
  const words = useWeekWords()
  const nameOf = useCellName()
  const { line } = useVerdictWords(cell?.entry ?? null)
  if (cell === undefined) return <p id={id} className="desk-week-info" />
  const { kind, closed, edit, entry, entries } = cell
  const hint =
    closed === null
      ? kind === 'several'
        ? words('hintSeveral', { count: entries.length })
        : words(kind === 'empty' ? 'hintEmpty' : 'hintSingle')
      : words(`closed_${closed}`)
  return (
    <p id={id} className="desk-week-info">
      <strong>{nameOf(cell.place)}</strong>
      {entry !== undefined && <span className="td-number">{line}</span>}
      {entry !== undefined && <EntryMarks entry={entry} />}
      {entry !== undefined && entry.customerText !== '' && <span>“{entry.customerText}”</span>}
      {edit?.state === 'refused' && <span className="desk-error">{edit.because}</span>}
      <span className="desk-quiet">{hint}</span>
    </p>
  )
}
