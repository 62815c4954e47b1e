import { Button, Group, Modal } from '@mantine/core'
import type { TimeEntry } from '@timedesk/contracts/time'
import { useFormat } from '@timedesk/ui/format'
import { useState } from 'react'

import { useFormWords } from '../../shared/forms/use-form-words.ts'
import { VerdictLine } from '../../shared/rating/verdict-line.tsx'
import { EntryDialog } from '../../shared/time/entry-dialog.tsx'
import { EntryMarks } from '../../shared/time/entry-marks.tsx'
import { RemoveEntryButton } from '../../shared/time/remove-entry-button.tsx'
import { useTimeWords } from '../../shared/time/use-time-words.ts'
import { useCellName } from './use-cell-name.ts'
import { useWeekWords } from './use-week-words.ts'
import type { WeekCell } from './week-cells.ts'

type CellDialogProps = {
  cell: WeekCell
  /** Whose sheet it is, unless it is one's own. */
  employeeId: string | undefined
  mayAdd: boolean
  onClose: () => void
}

/** All entries of a cell: each with what became of it, to be changed, corrected or removed. */
export function CellDialog({ cell, employeeId, mayAdd, onClose }: CellDialogProps) {
  const words = useWeekWords()
  const formWords = useFormWords()
  const nameOf = useCellName()
  const [edited, setEdited] = useState<TimeEntry | 'new' | null>(null)
  const { row, day } = cell.place
  const latest = edited === null || edited === 'new' ? edited : cell.entries.find(({ id }) => id === edited.id)

  return (
    <>
      <Modal opened={edited === null} onClose={onClose} title={nameOf(cell.place)} size="lg">
        <ul className="desk-week-entries" aria-label={words('entries')}>
          {cell.entries.map((entry) => (
            <EntryItem key={entry.id} entry={entry} onEdit={() => setEdited(entry)} />
          ))}
        </ul>
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose} data-autofocus>
            {formWords('close')}
          </Button>
          {mayAdd && <Button onClick={() => setEdited('new')}>{words('addEntry')}</Button>}
        </Group>
      </Modal>
      {latest === 'new' && (
        <EntryDialog
          entry={null}
          employeeId={employeeId}
          start={{ subject: row.subject, taskId: row.task, activityTypeId: row.activity.id, workDate: day }}
          onClose={() => setEdited(null)}
        />
      )}
      {latest !== null && latest !== undefined && latest !== 'new' && (
        <EntryDialog entry={latest} onClose={() => setEdited(null)} />
      )}
    </>
  )
}

function EntryItem({ entry, onEdit }: { entry: TimeEntry; onEdit: () => void }) {
  const timeWords = useTimeWords()
  const format = useFormat()
  const { can, minutes, customerText, internalText, correction } = entry
  return (
    <li>
      <div className="desk-week-entry">
        <strong className="td-number">{format.minutes(minutes)}</strong>
        <span>
          {[customerText, internalText, correction?.reason]
            .filter((text) => text !== '' && text !== undefined)
            .join(' · ')}
          <EntryMarks entry={entry} />
        </span>
        <span className="desk-row-buttons">
          {(can.edit || can.correct) && (
            <Button size="compact-sm" variant="default" onClick={onEdit}>
              {timeWords(can.edit ? 'edit' : 'correct')}
            </Button>
          )}
          {can.edit && <RemoveEntryButton entry={entry} />}
        </span>
      </div>
      <VerdictLine worth={entry} />
    </li>
  )
}
