import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { TimeEntry } from '@timedesk/contracts/time'
import { parseMinutes } from '@timedesk/domain/time/parse-minutes'
import { useFormat } from '@timedesk/ui/format'

import { clockIn } from '../../shared/clock-in.ts'
import { useTell } from '../../shared/deeds/use-tell.ts'
import { useMe } from '../../shared/session/use-me.ts'
import { useRegisterTime } from '../../shared/time/use-entry-changes.ts'
import { newEntry, useCellSaving, type CellSaving, type Place } from './use-cell-saving.ts'
import { useWeekWords } from './use-week-words.ts'

const MINUTE_MS = 60_000
const UNDO_MS = 12_000

export type CellDeeds = CellSaving & {
  /** Saves what was typed into a cell that holds this entry, or none; an empty text empties it. */
  write: (place: Place, entry: TimeEntry | undefined, text: string) => void
}

/** What typing into the cells of a sheet does. `employeeId` is left out for one's own sheet. */
export function useCellDeeds(employeeId: string | undefined): CellDeeds {
  const words = useWeekWords()
  const format = useFormat()
  const tell = useTell()
  const { company } = useMe()
  const { mutate: register } = useRegisterTime()
  const bringBack = (place: Place, entry: TimeEntry) =>
    register(
      {
        ...newEntry(place, entry.minutes, employeeId),
        ...(entry.startedAt !== null &&
          entry.endedAt !== null && { startedAt: entry.startedAt, endedAt: entry.endedAt, workDate: undefined }),
        ...{ isBillable: entry.customer === null ? undefined : entry.isBillable },
        ...{ customerText: entry.customerText, internalText: entry.internalText },
        ...(entry.priceClass !== null && { priceClassId: entry.priceClass.id }),
      },
      tell(words('undone')),
    )
  const saving = useCellSaving(employeeId, (place, entry) => {
    const id = notifications.show({
      autoClose: UNDO_MS,
      message: (
        <span className="desk-week-undo">
          {words('removed', {
            minutes: format.minutes(entry.minutes),
            name: place.row.subject?.name ?? words('internal'),
          })}
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => {
              notifications.hide(id)
              bringBack(place, entry)
            }}
          >
            {words('undo')}
          </Button>
        </span>
      ),
    })
  })

  const write = (place: Place, entry: TimeEntry | undefined, text: string) => {
    const parsed = text.trim() === '' ? ({ ok: true, minutes: 0 } as const) : parseMinutes(text)
    if (!parsed.ok) {
      saving.refuse(place, text, words('unreadable'))
    } else if (parsed.minutes === (entry?.minutes ?? 0)) {
      saving.forget(place)
    } else if (entry !== undefined && parsed.minutes > clockMinutes(entry)) {
      const [from = '', to = ''] = [entry.startedAt, entry.endedAt].map((at) => clockIn(company.timeZone, at ?? ''))
      saving.refuse(place, text, words('longerThanClock', { from, to }))
    } else {
      saving.save(place, entry, parsed.minutes, text)
    }
  }
  return { ...saving, write }
}

/** How long it can have been by its clock; without one there is no limit. */
function clockMinutes({ startedAt, endedAt }: TimeEntry): number {
  if (startedAt === null || endedAt === null) return Infinity
  return Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / MINUTE_MS)
}
