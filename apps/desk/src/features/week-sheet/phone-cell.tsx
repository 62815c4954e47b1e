import { ActionIcon, TextInput } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { parseMinutes } from '@timedesk/domain/time/parse-minutes'
import { useFormat } from '@timedesk/ui/format'
import { useState } from 'react'

import { VerdictLine } from '../../shared/rating/verdict-line.tsx'
import { useMe } from '../../shared/session/use-me.ts'
import { useVerdict } from '../../shared/time/use-verdict.ts'
import type { CellDeeds } from './use-cell-deeds.tsx'
import { askOf, useRowName } from './use-cell-name.ts'
import { useWeekWords } from './use-week-words.ts'
import type { WeekCell } from './week-cells.ts'
import { RowName } from './week-row-ends.tsx'
import type { RowHead } from './week-rows.ts'

type PhoneCellProps = { cell: WeekCell; row: RowHead; employeeId: string; deeds: CellDeeds; onLook: () => void }

/** One row of one day, typed into in place; leaving the field saves. */
export function PhoneCell({ cell, row, employeeId, deeds, onLook }: PhoneCellProps) {
  const words = useWeekWords()
  const format = useFormat()
  const me = useMe()
  const rowName = useRowName()
  const [typed, setTyped] = useState<string | null>(null)
  const { edit, entry, kind, closed, minutes, place } = cell
  const parsed = typed === null || typed.trim() === '' ? null : parseMinutes(typed)
  const ask = askOf(cell, employeeId === me.id ? undefined : employeeId)
  const { verdict, problem } = useVerdict(
    parsed?.ok === true && parsed.minutes > 0 ? { ...ask, minutes: parsed.minutes } : undefined,
  )
  const refused = edit?.state === 'refused' ? edit : undefined
  const shown = typed ?? refused?.text ?? (minutes === 0 && kind === 'empty' ? '' : format.minutes(minutes))
  const isFixed = kind === 'several' || closed !== null || edit?.state === 'saving'

  return (
    <li data-billable={entry?.isBillable}>
      <div className="desk-week-dayrow">
        <div className="desk-week-dayname">
          <RowName row={row} />
        </div>
        {cell.entries.length > 0 && (
          <ActionIcon variant="subtle" color="gray" aria-label={`${words('more')}: ${rowName(row)}`} onClick={onLook}>
            <IconDots size={18} />
          </ActionIcon>
        )}
        {isFixed ? (
          <span className="desk-week-fixed td-number">{format.minutes(minutes)}</span>
        ) : (
          <TextInput
            className="desk-week-field td-number"
            aria-label={words('timeOn', { name: rowName(row) })}
            placeholder="0:00"
            autoComplete="off"
            value={shown}
            error={refused?.because}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') event.currentTarget.blur()
            }}
            onBlur={() => {
              if (typed !== null) deeds.write(place, entry, typed)
              setTyped(null)
            }}
          />
        )}
      </div>
      {closed !== null && cell.entries.length > 0 && (
        <p className="desk-quiet desk-small">{words(`closed_${closed}`)}</p>
      )}
      {typed !== null && (verdict !== null || problem !== undefined) && (
        <VerdictLine worth={verdict} problem={problem} />
      )}
    </li>
  )
}
